package org.waymark.board.life;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.waymark.engine.Overtaken;
import org.waymark.engine.Refused;
import org.waymark.template.Plain;

/** Does what a form asks, or says on the same form in one sentence why it was not done. */
@Component
public class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private static final int LONGEST = 1000;
    private static final int LONGEST_DOCUMENT = 120;

    private final MessageSource texts;

    Attempts(MessageSource texts) {
        this.texts = texts;
    }

    /** Whether it was done; if not, the model has the sentence as {@code error} and the answer its status. */
    public boolean done(Model model, HttpServletResponse answer, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refused refused) {
            return said(model, answer, HttpStatus.BAD_REQUEST, refused.getMessage());
        } catch (Overtaken | ConcurrencyFailureException | DuplicateKeyException | QueryTimeoutException race) {
            LOG.info("Somebody else was faster", race);
            return said(model, answer, HttpStatus.CONFLICT, say("task.changed"));
        }
    }

    private static boolean said(Model model, HttpServletResponse answer, HttpStatus status, String sentence) {
        answer.setStatus(status.value());
        model.addAttribute("error", sentence);
        return false;
    }

    /** The text, if it can be kept. */
    public String reason(String text) {
        return text(text, LONGEST);
    }

    public String document(String text) {
        return text(text, LONGEST_DOCUMENT);
    }

    private String text(String text, int longest) {
        if (text != null && text.length() > longest) {
            throw refused("life.long", longest);
        }
        if (text != null && !Plain.is(text)) {
            throw refused("step.characters");
        }
        return text == null ? null : text.strip();
    }

    /** A day as a browser writes it, null if there is none. */
    public LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw refused("life.day");
        }
    }

    /** An amount, null if there is none. */
    public BigDecimal amount(String text) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : new BigDecimal(text.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            throw refused("life.amount");
        }
    }

    public Refused refused(String key, Object... values) {
        return new Refused(say(key, values));
    }

    public String say(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
