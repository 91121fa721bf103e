package org.waymark.engine.webapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What Camunda's web API may be asked. Changes are allowed by name, everything else is refused; a key ending in
 * {@code Expression} is refused at any depth, because the engine would run it (CVE-2026-109432). A submission carries no
 * values: what a step decides is read from its entry. Whatever fails is told in one sentence, which says nothing of how.
 */
class WebapiGuard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WebapiGuard.class);
    private static final int LONGEST_BODY = 1_000_000;
    private static final String ID = "[^/]+";
    private static final String ENGINE = "/api/engine/engine/" + ID;
    private static final String COCKPIT = "/api/cockpit/plugin/base/" + ID;
    private static final Pattern LOGOUT = Pattern.compile("/api/admin/auth/user/" + ID + "/logout");

    /**
     * Queries that come as POST, and the four things people do with a task. Those of Cockpit reach the administrator
     * alone, by the rules of the login.
     */
    private static final List<Pattern> CHANGES = List.of(
            Pattern.compile(ENGINE + "/task(/count)?"),
            Pattern.compile(ENGINE + "/task/" + ID + "/(claim|unclaim|complete|submit-form)"),
            Pattern.compile(ENGINE + "/filter/" + ID + "/(list|count|singleResult)"),
            Pattern.compile(ENGINE + "/(user|group)(/count)?"),
            Pattern.compile(ENGINE + "/(variable-instance|process-instance|process-definition|execution)(/count)?"),
            Pattern.compile(ENGINE + "/history/(task|process-instance|variable-instance|activity-instance)(/count)?"),
            Pattern.compile(COCKPIT + "/(process-instance|incident)(/count)?"),
            Pattern.compile(COCKPIT + "/process-definition/" + ID + "/called-process-definitions"),
            Pattern.compile(COCKPIT + "/process-instance/" + ID + "/called-process-instances"),
            LOGOUT);

    private static final Pattern SUBMISSION = Pattern.compile(ENGINE + "/task/" + ID + "/(complete|submit-form)");

    /** The engine measures nothing here, and fails when it is asked for its measurements. */
    private static final Pattern METRICS = Pattern.compile("/api/engine/(engine/" + ID + "/)?metrics(/.*)?");
    /** Nobody writes any through us; read by their own id the engine would show them to anybody. */
    private static final Pattern ASIDES = Pattern.compile(ENGINE + "/task/" + ID + "/(comment|attachment)/.+");

    private final MessageSource texts;
    private final ObjectMapper json;
    private final Question question;

    WebapiGuard(MessageSource texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
        this.question = new Question(json);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var kept = new NoStore(response);
        Optional<String> wrong = question.wrongIn(request);
        if (wrong.isPresent()) {
            refuse(request, kept, HttpServletResponse.SC_BAD_REQUEST, wrong.get());
        } else if (isClosed(request)) {
            refuse(request, kept, HttpServletResponse.SC_FORBIDDEN, "webapi.closed");
        } else if (Question.isRead(request)) {
            answerPlainly(request, request, kept, chain);
        } else {
            change(request, kept, chain);
        }
    }

    private static boolean isClosed(HttpServletRequest request) {
        String path = path(request);
        boolean named =
                CHANGES.stream().anyMatch(allowed -> allowed.matcher(path).matches());
        return METRICS.matcher(path).matches() || ASIDES.matcher(path).matches() || !Question.isRead(request) && !named;
    }

    private void change(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "webapi.long");
            return;
        }
        Optional<String> wrong =
                question.wrongIn(body, SUBMISSION.matcher(path(request)).matches());
        if (wrong.isPresent()) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, wrong.get());
            return;
        }
        answerPlainly(request, new ReadRequest(request, body), response, chain);
        HttpSession session = request.getSession(false);
        if (session != null && LOGOUT.matcher(path(request)).matches() && response.getStatus() < 300) {
            // Camunda forgets who it was; the login is ours
            session.invalidate();
        }
    }

    /** Where the engine refused, its wrapping is taken off the sentence; where something failed, nothing is told of it. */
    private void answerPlainly(
            HttpServletRequest request, HttpServletRequest read, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(read, held);
        if (held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST
                && request.getAttribute(PlainRefusals.ANSWER) instanceof PlainRefusals.Answer answer) {
            held.resetBuffer();
            write(held, answer.status(), answer.sentence());
        } else if (held.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            if (request.getAttribute(PlainRefusals.LOGGED) == null) {
                String cause = new String(held.getContentAsByteArray(), StandardCharsets.UTF_8);
                LOG.error("{} {} failed with {}: {}", request.getMethod(), path(request), held.getStatus(), cause);
            }
            held.resetBuffer();
            refuse(request, held, held.getStatus(), "webapi.failed");
        }
        held.copyBodyToResponse();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .replaceFirst("^/camunda", "");
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
