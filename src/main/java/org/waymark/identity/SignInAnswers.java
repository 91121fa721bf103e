package org.waymark.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** What somebody hears who is not signed in, in the reader's language. */
@Component
class SignInAnswers {

    private final MessageSource texts;
    private final ObjectMapper json;

    SignInAnswers(MessageSource texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** To a script or a program: 401 and a sentence. No browser dialog for our own pages. */
    void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        if (request.getServletPath().startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Waymark\", charset=\"UTF-8\"");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        String key = cause instanceof LockedException ? "login.locked" : "login.needed";
        json.writeValue(response.getWriter(), Map.of("message", texts.getMessage(key, null, request.getLocale())));
    }

    /** To a person: back to the form, with the reason. */
    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + (cause instanceof LockedException ? "/login?locked" : "/login?error"));
    }
}
