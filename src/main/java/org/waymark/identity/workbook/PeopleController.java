package org.waymark.identity.workbook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.identity.SignedIn;
import org.waymark.identity.TownNames;
import org.waymark.identity.door.FileNames;
import org.waymark.identity.password.Passwords;

/** The administrator's page of people: the workbook down, the workbook up, and a new password for who has lost it. */
@Controller
@RequestMapping("/people")
class PeopleController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int MOST_FAULTS = 100;
    private static final int MOST_IMPORTS = 20;

    private final Intake intake;
    private final ImportTable imports;
    private final PeopleBook book;
    private final Passwords passwords;
    private final TownNames names;
    private final MessageSource texts;
    private final Clock clock;

    PeopleController(
            Intake intake,
            ImportTable imports,
            PeopleBook book,
            Passwords passwords,
            TownNames names,
            MessageSource texts,
            Clock clock) {
        this.intake = intake;
        this.imports = imports;
        this.book = book;
        this.passwords = passwords;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    /** Somebody on the page, in the reader's language. */
    record Shown(String id, String name, String unit, String roles, String villages, LocalDate endsOn) {}

    @GetMapping
    String show(Model model, Locale language) {
        Staff staff = intake.present();
        model.addAttribute(
                "people",
                staff.people().values().stream()
                        .map(person -> shown(person, staff, language))
                        .toList());
        model.addAttribute("imports", imports.newest(MOST_IMPORTS));
        return "people/people";
    }

    private Shown shown(Staff.Member person, Staff staff, Locale language) {
        boolean english = language.getLanguage().equals("en");
        String comma = texts.getMessage("page.comma", null, language);
        return new Shown(
                person.id(),
                english ? person.nameEn() : person.nameZh(),
                person.unit() == null ? "—" : name(staff.units().get(person.unit()), english),
                person.roles().stream().map(role -> names.group(role, language)).collect(Collectors.joining(comma)),
                person.villages().stream()
                        .map(village -> name(staff.villages().get(village), english))
                        .collect(Collectors.joining(comma)),
                person.endsOn());
    }

    private static String name(Staff.Place place, boolean english) {
        return english ? place.nameEn() : place.nameZh();
    }

    @GetMapping("/people.xlsx")
    ResponseEntity<byte[]> workbook() {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("人员-" + LocalDate.now(clock) + ".xlsx"))
                .body(book.write(intake.present()));
    }

    @PostMapping("/check")
    String check(@RequestParam MultipartFile file, Model model, HttpServletResponse answer, Locale language)
            throws IOException {
        String name = FileNames.plain(file.getOriginalFilename(), "—");
        var checked = intake.check(name, file.getBytes(), SignedIn.name().orElseThrow());
        return checked(checked, name, model, answer, language);
    }

    @PostMapping("/take")
    String take(@RequestParam String id, Model model, HttpServletResponse answer, Locale language) {
        var taken = intake.take(id, SignedIn.name().orElseThrow());
        if (taken.plan() == null) {
            return "redirect:/people?gone";
        }
        if (taken.again() != null) {
            model.addAttribute("moved", true);
            return checked(taken.again(), "", model, answer, language);
        }
        model.addAttribute("plan", taken.plan());
        return given(taken.passwords(), model);
    }

    @PostMapping("/{person}/password")
    String password(@PathVariable String person, Model model) {
        var given = passwords.reset(person);
        return given.isEmpty() ? "redirect:/people?nobody" : given(Map.of(person, given.get()), model);
    }

    private String checked(
            Intake.Checked checked, String name, Model model, HttpServletResponse answer, Locale language) {
        if (!checked.plan().faults().isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("id", checked.id());
        model.addAttribute("file", name);
        model.addAttribute("plan", checked.plan());
        model.addAttribute(
                "faults",
                checked.plan().faults().stream()
                        .limit(MOST_FAULTS)
                        .map(fault -> sentence(fault, language))
                        .toList());
        return "people/check";
    }

    /** Told in this answer and nowhere kept; the file beside it is made in the page itself. */
    private String given(Map<String, String> given, Model model) {
        String lines = given.entrySet().stream()
                .map(one -> one.getKey() + "," + one.getValue() + "\r\n")
                .collect(Collectors.joining("", "\uFEFF账号,初始密码\r\n", ""));
        model.addAttribute("given", given);
        model.addAttribute(
                "list",
                "data:text/csv;base64," + Base64.getEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_8)));
        return "people/given";
    }

    private String sentence(Fault fault, Locale language) {
        String what = texts.getMessage("people.fault." + fault.key(), fault.details(), language);
        if (fault.sheet() == null) {
            return what;
        }
        List<Object> where = List.of(
                word(fault.sheet(), language),
                String.valueOf(fault.row()),
                fault.column() == null ? "" : word(fault.column(), language),
                what);
        return texts.getMessage(fault.column() == null ? "people.at.row" : "people.at.cell", where.toArray(), language);
    }

    /** A sheet or a column as the workbook names it, and what that means to a reader of another language. */
    private String word(String written, Locale language) {
        String meant = texts.getMessage("people.column." + written, null, written, language);
        return written.equals(meant)
                ? written
                : texts.getMessage("people.word", new Object[] {written, meant}, language);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
