package org.waymark.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the roles anew with each request: who has left, or has lost a role, loses it now and not with the session. Whose
 * password somebody else has given gets no further than to change it.
 */
class CurrentRoles extends OncePerRequestFilter {

    private static final Set<String> TO_CHANGE_IT = Set.of("/password", "/logout", "/login", "/ui/csrf", "/error");

    private final People people;
    private final SignInAnswers answers;

    CurrentRoles(People people, SignInAnswers answers) {
        this.people = people;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var context = SecurityContextHolder.getContext();
        if (context.getAuthentication() instanceof UsernamePasswordAuthenticationToken signedIn) {
            String name = signedIn.getName();
            var fresh = SecurityContextHolder.createEmptyContext();
            var password = people.passwordOf(name);
            if (password.isPresent()) {
                fresh.setAuthentication(PasswordSignIn.signedIn(name, people.groupsOf(name)));
            }
            SecurityContextHolder.setContext(fresh);
            if (password.isPresent() && password.get().initial() && !TO_CHANGE_IT.contains(request.getServletPath())) {
                answers.changeFirst(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Pictures, scripts and styles are the same for everybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/webjars/") || path.startsWith("/css/") || path.startsWith("/js/");
    }
}
