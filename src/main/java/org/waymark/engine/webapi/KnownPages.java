package org.waymark.engine.webapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.web.filter.OncePerRequestFilter;

/** Start pages of Camunda's webapps that there are; for any other application or engine Camunda fails. */
class KnownPages extends OncePerRequestFilter {

    private static final Pattern START = Pattern.compile("/camunda/app/(\\w+)/(\\w+)/?");
    private static final Set<String> APPLICATIONS = Set.of("admin", "cockpit", "tasklist", "welcome");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher start = START.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (start.matches()
                && !(APPLICATIONS.contains(start.group(1))
                        && ProcessEngines.getProcessEngines().containsKey(start.group(2)))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
