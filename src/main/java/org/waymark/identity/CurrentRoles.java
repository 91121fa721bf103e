package org.waymark.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the roles anew with each request: who has left, or has lost a role, loses it now and not with the session. */
class CurrentRoles extends OncePerRequestFilter {

    private final People people;

    CurrentRoles(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var context = SecurityContextHolder.getContext();
        if (context.getAuthentication() instanceof UsernamePasswordAuthenticationToken signedIn) {
            String name = signedIn.getName();
            var fresh = SecurityContextHolder.createEmptyContext();
            if (people.passwordOf(name).isPresent()) {
                fresh.setAuthentication(PasswordSignIn.signedIn(name, people.groupsOf(name)));
            }
            SecurityContextHolder.setContext(fresh);
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
