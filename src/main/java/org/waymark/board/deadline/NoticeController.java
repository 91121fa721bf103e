package org.waymark.board.deadline;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.calendar.Notice;
import org.waymark.calendar.NoticeText;
import org.waymark.calendar.Notices;
import org.waymark.deadline.ledger.Impact;
import org.waymark.engine.Refused;
import org.waymark.template.Plain;

/** Takes in a notice of days off: pasted, looked at with all it would move, confirmed. */
@Controller
class NoticeController {

    private static final int LONGEST_NUMBER = 120;
    private static final int LONGEST_TEXT = 20_000;

    private final Notices notices;
    private final Impact impact;
    private final CalendarOffice office;
    private final MessageSource texts;
    private final Clock clock;

    NoticeController(Notices notices, Impact impact, CalendarOffice office, MessageSource texts, Clock clock) {
        this.notices = notices;
        this.impact = impact;
        this.office = office;
        this.texts = texts;
        this.clock = clock;
    }

    /** What was typed in. */
    public record Typed(String published, String number, String year, String text) {}

    @GetMapping("/calendar/notices/new")
    String form(Model model) {
        office.who();
        model.addAttribute("typed", new Typed("", "", "", ""));
        return "board/notice";
    }

    /** Without {@code shown} a look at what it would do; with it, it counts from now on if nothing changed since. */
    @PostMapping("/calendar/notices/new")
    String take(Typed typed, @RequestParam(required = false) Integer shown, Model model, HttpServletResponse response) {
        String who = office.who();
        model.addAttribute("typed", typed);
        try {
            Notice notice = notice(typed, who, model);
            if (notice == null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return "board/notice";
            }
            Impact.Preview preview = impact.of(notice, today());
            if (shown != null && shown == preview.moved() + preview.outgrown().size()) {
                notices.publish(notice);
                return "redirect:/calendar?year=" + typed.year().strip();
            }
            model.addAttribute("changed", shown != null);
            model.addAttribute("notice", notice);
            model.addAttribute("preview", preview);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getMessage());
        } catch (DuplicateKeyException overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", text("calendar.known", typed.published()));
        }
        return "board/notice";
    }

    /** Null if lines cannot be read; the model then names them. */
    private Notice notice(Typed typed, String who, Model model) {
        LocalDate published = published(typed.published());
        if (!typed.year().strip().matches("20\\d\\d")) {
            throw refused("calendar.badYear", typed.year());
        }
        if (!Plain.is(typed.text()) || !Plain.is(typed.number()) || typed.text().length() > LONGEST_TEXT) {
            throw refused("calendar.badText");
        }
        String number = typed.number().strip();
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw refused("calendar.badNumber");
        }
        NoticeText.Reading read =
                NoticeText.read(typed.text(), Integer.parseInt(typed.year().strip()));
        if (!read.faults().isEmpty()) {
            model.addAttribute("faults", read.faults());
            return null;
        }
        if (read.days().isEmpty()) {
            throw refused("calendar.noDays");
        }
        return new Notice(published, number, who, read.days());
    }

    private LocalDate published(String day) {
        LocalDate published;
        try {
            published = LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            throw refused("calendar.badPublished", day);
        }
        if (published.isAfter(today()) || !Plain.isYear(published)) {
            throw refused("calendar.badPublished", day);
        }
        if (notices.of(published).isPresent()) {
            throw refused("calendar.known", day);
        }
        return published;
    }

    private Refused refused(String key, Object... values) {
        return new Refused(text(key, values));
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
