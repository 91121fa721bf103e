package org.waymark.identity.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what no page of ours sends, before anything else reads it: an address written in a roundabout way, which
 * two filters may read in two ways, and control characters, which a database refuses as a failure.
 */
class OddRequests extends OncePerRequestFilter {

    /** Empty and dotted parts, path parameters, and letters, digits, {@code -._~} that are written as {@code %xx}. */
    private static final Pattern ROUNDABOUT = Pattern.compile(
            "//|/\\.{1,2}(?:/|$)|;" + "|%(?:2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])");

    private static final Pattern WRITTEN_CONTROL = Pattern.compile("%(?:0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF])");
    private static final Pattern LINE = Pattern.compile("%0[9aAdD]");

    private final MessageSource texts;
    private final ObjectMapper json;

    OddRequests(MessageSource texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (ROUNDABOUT.matcher(path).find() || LINE.matcher(path).find()) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "request.path");
        } else if (hasControl(request)) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "request.control");
        } else if (path.equals(request.getContextPath() + "/error")) {
            // the page of failures is shown with a failure, never for itself
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "request.nothing");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean hasControl(HttpServletRequest request) {
        String query = request.getQueryString();
        return WRITTEN_CONTROL.matcher(request.getRequestURI()).find()
                || query != null && WRITTEN_CONTROL.matcher(query).find()
                || isForm(request) && values(request).anyMatch(OddRequests::isControl);
    }

    /** Files are not read here: a form with files is read when its door is known. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Stream<String> values(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.getKey()), Arrays.stream(field.getValue())));
    }

    /** Lines and tabs belong to texts. */
    private static boolean isControl(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    /** A person gets the page of failures, a script or a program the sentence. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String key)
            throws IOException {
        String accepted = request.getHeader("Accept");
        if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendError(status);
            return;
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Map.of("message", texts.getMessage(key, null, request.getLocale())));
    }
}
