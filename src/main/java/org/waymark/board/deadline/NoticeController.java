package org.waymark.board.deadline;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.board.OfficeOnly;
import org.waymark.calendar.Notice;
import org.waymark.calendar.NoticeText;
import org.waymark.calendar.Notices;
import org.waymark.deadline.ledger.Impact;
import org.waymark.deadline.ledger.Impact.Preview;
import org.waymark.deadline.ledger.Publishing;
import org.waymark.engine.Refused;
import org.waymark.template.Plain;

/** Takes in a notice of days off: pasted, looked at with all it would move, confirmed. */
@Controller
class NoticeController {

    private static final String PAGE = "board/notice";
    private static final int LONGEST_NUMBER = 120;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_FILE = 4 * LONGEST_TEXT;

    private final Notices notices;
    private final Impact impact;
    private final Publishing publishing;
    private final OfficeOnly office;
    private final MessageSource texts;
    private final Clock clock;

    NoticeController(
            Notices notices,
            Impact impact,
            Publishing publishing,
            OfficeOnly office,
            MessageSource texts,
            Clock clock) {
        this.notices = notices;
        this.impact = impact;
        this.publishing = publishing;
        this.office = office;
        this.texts = texts;
        this.clock = clock;
    }

    /** What was typed in; what was left out is empty. */
    public record Typed(String published, String number, String year, String text) {

        public Typed {
            published = Objects.requireNonNullElse(published, "").strip();
            number = Objects.requireNonNullElse(number, "").strip();
            year = Objects.requireNonNullElse(year, "").strip();
            text = Objects.requireNonNullElse(text, "");
        }

        Typed with(String other) {
            return new Typed(published, number, year, other);
        }
    }

    @GetMapping("/calendar/notices/new")
    String form(@RequestParam(required = false) String large, Model model) {
        office.who();
        model.addAttribute("typed", new Typed("", "", "", ""));
        if (large != null) {
            model.addAttribute("refused", text("calendar.badFile"));
        }
        return PAGE;
    }

    /** Without {@code shown} a look at what it would do; with it, it counts from now on if it would still do that. */
    @PostMapping("/calendar/notices/new")
    String take(
            Typed sent,
            @RequestParam(required = false) String shown,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String who = office.who();
        model.addAttribute("typed", sent);
        try {
            Typed typed = file == null || file.isEmpty() ? sent : sent.with(read(file));
            model.addAttribute("typed", typed);
            Notice notice = notice(typed, who, model);
            if (notice == null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return PAGE;
            }
            Optional<Preview> preview =
                    shown == null ? Optional.of(impact.of(notice, today())) : publishing.publish(notice, shown);
            if (preview.isEmpty()) {
                return "redirect:/calendar?year=" + typed.year();
            }
            model.addAttribute("changed", shown != null);
            model.addAttribute("notice", notice);
            model.addAttribute("preview", preview.get());
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getMessage());
        } catch (Notices.Overtaken overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", text("calendar.known", sent.published()));
        }
        return PAGE;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String on(MaxUploadSizeExceededException large, Model model) {
        model.addAttribute("typed", new Typed("", "", "", ""));
        model.addAttribute("refused", text("calendar.badFile"));
        return PAGE;
    }

    private String read(MultipartFile file) throws IOException {
        if (file.getSize() > LONGEST_FILE) {
            throw refused("calendar.badFile");
        }
        return TextFile.text(file.getBytes()).orElseThrow(() -> refused("calendar.badFile"));
    }

    /** Null if lines cannot be read; the model then names them. */
    private Notice notice(Typed typed, String who, Model model) {
        LocalDate published = published(typed.published());
        if (!typed.year().matches("20\\d\\d")) {
            throw refused("calendar.badYear", typed.year());
        }
        if (!Plain.is(typed.text()) || typed.text().length() > LONGEST_TEXT) {
            throw refused("calendar.badText");
        }
        String number = typed.number();
        if (number.isEmpty() || number.length() > LONGEST_NUMBER || !Plain.is(number)) {
            throw refused("calendar.badNumber");
        }
        NoticeText.Reading read = NoticeText.read(typed.text(), Integer.parseInt(typed.year()));
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
            published = LocalDate.parse(day);
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
