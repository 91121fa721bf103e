package org.waymark.identity;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is asking. */
public final class SignedIn {

    private SignedIn() {}

    /** The user name of the person behind this request; empty for work nobody asked for, such as a timer. */
    public static Optional<String> name() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(authentication.getName());
    }
}
