package org.waymark.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks a user name and a password, the same for pages, Camunda's webapps and the API. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final People people;
    private final PasswordEncoder passwords;
    private final SignInTries tries;
    private final Clock clock;
    private final String nobody;

    PasswordSignIn(People people, PasswordEncoder passwords, SignInTries tries, Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.tries = tries;
        this.clock = clock;
        this.nobody = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName();
        if (tries.closed(name)) {
            throw new LockedException("Too many wrong passwords for " + name);
        }
        var hash = people.passwordOf(name, LocalDate.now(clock));
        // An unknown name costs as much time as a wrong password, so that names cannot be guessed by the clock.
        boolean right = passwords.matches(String.valueOf(request.getCredentials()), hash.orElse(nobody));
        if (hash.isEmpty() || !right) {
            tries.failed(name);
            throw new BadCredentialsException("Wrong user name or password");
        }
        tries.succeeded(name);
        return signedIn(name, people.groupsOf(name));
    }

    static Authentication signedIn(String name, Set<String> groups) {
        List<SimpleGrantedAuthority> authorities = groups.stream()
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(name, null, authorities);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
