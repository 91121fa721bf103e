package org.waymark.milestone.form;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.waymark.engine.Overtaken;
import org.waymark.engine.Refused;
import org.waymark.milestone.form.StepRights.StepRefused;
import org.waymark.milestone.step.Entries.Incomplete;
import org.waymark.milestone.step.Entries.Stale;

/** Turns refusals of a form's requests into a status and a sentence in the reader's language. */
@RestControllerAdvice(basePackageClasses = StepAnswers.class)
class StepAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(StepAnswers.class);

    private final MessageSource texts;

    StepAnswers(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(Incomplete wrong) {
        return answer(
                HttpStatus.UNPROCESSABLE_ENTITY,
                Map.of(
                        "message", say("step.incomplete", wrong.fields().size()),
                        "fields", wrong.fields()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(Stale stale) {
        return answer(
                HttpStatus.CONFLICT,
                Map.of(
                        "message", say("step.stale", stale.stored().savedBy()),
                        "revision", stale.stored().revision(),
                        "fields", stale.stored().fields()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(StepRefused refused) {
        return answer(refused.status(), Map.of("message", refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(Refused refused) {
        return answer(HttpStatus.BAD_REQUEST, Map.of("message", refused.getMessage()));
    }

    @ExceptionHandler({Overtaken.class, ConcurrencyFailureException.class, DuplicateKeyException.class})
    ResponseEntity<Map<String, Object>> onOvertaken() {
        return answer(HttpStatus.CONFLICT, Map.of("message", say("task.changed")));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(HttpMessageNotReadableException unreadable) {
        return answer(HttpStatus.BAD_REQUEST, Map.of("message", say("step.unreadable")));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(MaxUploadSizeExceededException large) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, Map.of("message", say("step.evidence.large")));
    }

    @ExceptionHandler({MissingServletRequestPartException.class, MultipartException.class})
    ResponseEntity<Map<String, Object>> onNoFile() {
        return answer(HttpStatus.BAD_REQUEST, Map.of("message", say("step.evidence")));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> on(RuntimeException unexpected) {
        LOG.error("A request of a step's form could not be done", unexpected);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, Map.of("message", say("step.failed")));
    }

    // whatever the browser would rather have: a link opened by itself asks for a page, and gets the sentence all the
    // same
    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
