package org.waymark.identity;

import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a user name and a password, the same for pages, Camunda's webapps and the API. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final int LONGEST_NAME = 60;

    private final People people;
    private final PasswordEncoder passwords;
    private final SignInTries tries;
    private final String nobody;

    PasswordSignIn(People people, PasswordEncoder passwords, SignInTries tries) {
        this.people = people;
        this.passwords = passwords;
        this.tries = tries;
        this.nobody = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName();
        String from = addressOf(request);
        // Nobody has such a name, and a database would fail on it; nor is it kept in memory.
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new BadCredentialsException("No user name");
        }
        if (tries.closed(name, from)) {
            throw new LockedException("Too many wrong passwords for %s from %s".formatted(name, from));
        }
        var hash = people.passwordOf(name).map(People.Password::hash);
        // An unknown name costs as much time as a wrong password, so that names cannot be guessed by the clock.
        boolean right = matches(String.valueOf(request.getCredentials()), hash.orElse(nobody));
        if (hash.isEmpty() || !right) {
            tries.failed(name, from);
            throw new BadCredentialsException("Wrong user name or password");
        }
        tries.succeeded(name, from);
        return signedIn(name, people.groupsOf(name));
    }

    /** A password given out is kept under a quick hash: looked at alone, the clock would tell whose was given out. */
    private boolean matches(String given, String hash) {
        if (passwords.upgradeEncoding(hash)) {
            passwords.matches(given, nobody);
        }
        return passwords.matches(given, hash);
    }

    private static String addressOf(Authentication request) {
        return request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
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
