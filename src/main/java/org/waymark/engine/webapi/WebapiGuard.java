package org.waymark.engine.webapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What Camunda's web API may be asked. Changes are allowed by name, everything else is refused; a key ending in
 * {@code Expression} is refused at any depth, because the engine would run it (CVE-2026-109432). A submission carries no
 * values: what a step decides is read from its entry.
 */
class WebapiGuard extends OncePerRequestFilter {

    private static final int LONGEST_BODY = 1_000_000;
    private static final String ID = "[^/]+";
    private static final String ENGINE = "/api/engine/engine/" + ID;

    /** Queries that come as POST, and the four things people do with a task. */
    private static final List<Pattern> CHANGES = List.of(
            Pattern.compile(ENGINE + "/task(/count)?"),
            Pattern.compile(ENGINE + "/task/" + ID + "/(claim|unclaim|complete|submit-form)"),
            Pattern.compile(ENGINE + "/filter/" + ID + "/(list|count|singleResult)"),
            Pattern.compile(ENGINE + "/(user|group)(/count)?"),
            Pattern.compile(ENGINE + "/(variable-instance|process-instance|process-definition|execution)(/count)?"),
            Pattern.compile(ENGINE + "/history/(task|process-instance|variable-instance|activity-instance)(/count)?"),
            Pattern.compile("/api/admin/auth/user/" + ID + "/logout"));

    private static final Pattern SUBMISSION = Pattern.compile(ENGINE + "/task/" + ID + "/(complete|submit-form)");

    private final MessageSource texts;
    private final ObjectMapper json;

    WebapiGuard(MessageSource texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getParameterMap().keySet().stream().anyMatch(WebapiGuard::runs)) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "webapi.expression");
            return;
        }
        if (isRead(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (CHANGES.stream().noneMatch(allowed -> allowed.matcher(path(request)).matches())) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "webapi.closed");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "webapi.long");
        } else if (body.length > 0 && hasExpression(body)) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "webapi.expression");
        } else if (SUBMISSION.matcher(path(request)).matches() && hasValues(body)) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "webapi.values");
        } else {
            answerPlainly(request, new ReadRequest(request, body), response, chain);
        }
    }

    /** Where the engine refused, its wrapping is taken off the sentence. */
    private void answerPlainly(
            HttpServletRequest request, ReadRequest read, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(read, held);
        if (held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST
                && request.getAttribute(PlainRefusals.ANSWER) instanceof PlainRefusals.Answer answer) {
            held.resetBuffer();
            write(held, answer.status(), answer.sentence());
        }
        held.copyBodyToResponse();
    }

    private static boolean isRead(HttpServletRequest request) {
        return List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .replaceFirst("^/camunda", "");
    }

    private static boolean runs(String key) {
        return key.endsWith("Expression");
    }

    /** Whether a key anywhere in the body ends so; what is no JSON is refused like one. */
    private boolean hasExpression(byte[] body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && runs(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private boolean hasValues(byte[] body) throws IOException {
        JsonNode variables = body.length == 0 ? null : json.readTree(body).get("variables");
        return variables != null && !variables.isEmpty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String key)
            throws IOException {
        write(response, status, texts.getMessage(key, null, request.getLocale()));
    }

    private void write(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Map.of("type", "Refused", "message", sentence));
    }
}
