package org.waymark.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What somebody hears who is not signed in, in the reader's language. */
@Component
class SignInAnswers {

    private static final long MOST_READ = 20_000_000;

    /** Forms with a file, and where they say that it is too large. */
    private static final Map<String, String> WITH_A_FILE = Map.of(
            "/people/check",
            "/people?large",
            "/projects/import",
            "/projects/import?large",
            "/calendar/notices/new",
            "/calendar/notices/new?large");

    private final MessageSource texts;
    private final ObjectMapper json;
    private final AccessDeniedHandlerImpl refusal = new AccessDeniedHandlerImpl();

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
        say(request, response, cause instanceof LockedException ? "login.locked" : "login.needed");
    }

    /** Whoever was given a password changes it before anything else: a person is led there, a program is refused. */
    void changeFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader("Accept");
        if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendRedirect(request.getContextPath() + "/password");
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            say(request, response, "password.first");
        }
    }

    private void say(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Map.of("message", texts.getMessage(key, null, request.getLocale())));
    }

    /** A form of the login or logout that waited too long is shown anew; everything else is refused. */
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        boolean form = List.of("/login", "/logout").contains(request.getServletPath());
        // of a form with a file beyond all limits nothing was read, its token neither
        String back = request.getContentLengthLong() > MOST_READ ? WITH_A_FILE.get(request.getServletPath()) : null;
        if (form && cause instanceof CsrfException) {
            response.sendRedirect(request.getContextPath() + "/login?again");
        } else if (back != null && cause instanceof CsrfException) {
            response.sendRedirect(request.getContextPath() + back);
        } else {
            refusal.handle(request, response, cause);
        }
    }

    /** To a person: back to the form, with the reason. */
    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + (cause instanceof LockedException ? "/login?locked" : "/login?error"));
    }
}
