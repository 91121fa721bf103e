package org.waymark.board.portfolio;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.board.Names;
import org.waymark.board.OfficeOnly;
import org.waymark.project.Projects;
import org.waymark.project.portfolio.Finding;
import org.waymark.project.portfolio.Kind;
import org.waymark.project.portfolio.Portfolio;
import org.waymark.project.portfolio.Preview;
import org.waymark.project.portfolio.Reading;
import org.waymark.project.portfolio.Uploads;

/** Opens many projects from a file: uploaded, looked at, confirmed. Only sound files are kept until they are confirmed. */
@Controller
@RequestMapping("/projects/import")
class ImportController {

    private static final String PAGE = "board/import";
    private static final MediaType YAML = new MediaType("text", "yaml", StandardCharsets.UTF_8);

    private final Portfolio portfolio;
    private final Uploads uploads;
    private final Projects projects;
    private final OfficeOnly office;
    private final Names names;
    private final MessageSource texts;

    ImportController(
            Portfolio portfolio,
            Uploads uploads,
            Projects projects,
            OfficeOnly office,
            Names names,
            MessageSource texts) {
        this.portfolio = portfolio;
        this.uploads = uploads;
        this.projects = projects;
        this.office = office;
        this.names = names;
        this.texts = texts;
    }

    /** A finding in the reader's language, place and sentence apart. */
    public record Row(int line, String project, String field, String what) {}

    @GetMapping
    String form() {
        office.who();
        return PAGE;
    }

    /** A file to begin with, which imports as it is where the demo's people and units are. */
    @GetMapping("/sample.yaml")
    ResponseEntity<Resource> sample() {
        office.who();
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"projects.yaml\"")
                .body(new ClassPathResource("portfolio/sample.yaml"));
    }

    @PostMapping
    String upload(@RequestParam(required = false) MultipartFile file, Model model) throws IOException {
        String who = office.who();
        if (file == null
                || Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty()) {
            model.addAttribute("refusal", "import.noFile");
            return PAGE;
        }
        Reading reading = Reading.of(file.getBytes());
        Preview preview = portfolio.preview(reading);
        if (preview.sound()) {
            return "redirect:/projects/import/" + uploads.add(file.getOriginalFilename(), reading.text(), who);
        }
        model.addAttribute("fileName", file.getOriginalFilename());
        show(preview, model);
        return PAGE;
    }

    /** What the file would open; once it is imported, what it opened. */
    @GetMapping("/{id}")
    String look(@PathVariable String id, Model model) {
        var upload = uploads.find(id, office.who()).orElseThrow(ImportController::unknown);
        model.addAttribute("upload", upload);
        model.addAttribute("fileName", upload.fileName());
        if (upload.importedAt() == null) {
            show(portfolio.preview(Reading.of(upload.content())), model);
        } else {
            model.addAttribute(
                    "opened",
                    upload.codes().stream()
                            .flatMap(code -> projects.find(code).stream())
                            .toList());
        }
        return PAGE;
    }

    @PostMapping("/{id}")
    String confirm(@PathVariable String id, Model model, HttpServletResponse answer) {
        try {
            if (!uploads.confirm(id, office.who())) {
                throw unknown();
            }
        } catch (Portfolio.Wrong overtaken) {
            // something has changed since it was looked at: the page says what
        } catch (ConcurrencyFailureException | QueryTimeoutException busy) {
            answer.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", "import.busy");
            return PAGE;
        }
        return "redirect:/projects/import/" + id;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String on(MaxUploadSizeExceededException large, Model model) {
        model.addAttribute("refusal", "import.large");
        model.addAttribute("most", Reading.MOST_MEGABYTES);
        return PAGE;
    }

    private void show(Preview preview, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute("wrong", preview.wrong().stream().map(this::row).toList());
        model.addAttribute("people", names.people());
        model.addAttribute("kinds", Arrays.stream(Kind.values()).map(Kind::code).toList());
    }

    private Row row(Finding finding) {
        var reader = LocaleContextHolder.getLocale();
        return new Row(
                finding.line(), finding.project(), finding.fieldName(texts, reader), finding.what(texts, reader));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
