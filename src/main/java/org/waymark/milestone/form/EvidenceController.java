package org.waymark.milestone.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.evidence.Evidence;
import org.waymark.evidence.Evidence.Stored;
import org.waymark.milestone.step.StepFiles;

/** The files of a step: uploaded and taken back by its assignee, shown to whoever may read the step. */
@RestController
@RequestMapping("/ui/steps/{taskId}/evidence")
class EvidenceController {

    /** What may be shown as it is; everything else is only downloaded, so that an uploaded page cannot act as ours. */
    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif", "application/pdf");

    private final StepFiles files;
    private final StepRights rights;
    private final Evidence evidence;

    EvidenceController(StepFiles files, StepRights rights, Evidence evidence) {
        this.files = files;
        this.rights = rights;
        this.evidence = evidence;
    }

    @PostMapping
    Map<String, Object> upload(
            @PathVariable String taskId, @RequestParam MultipartFile file, @RequestParam String field)
            throws IOException {
        rights.writable(taskId);
        if (file.isEmpty()) {
            throw rights.refused("step.evidence");
        }
        String type = Objects.requireNonNullElse(file.getContentType(), "");
        try (var content = file.getInputStream()) {
            String shown = SHOWN.contains(type) ? type : MediaType.APPLICATION_OCTET_STREAM_VALUE;
            return shown(taskId, files.add(taskId, field, file.getOriginalFilename(), shown, content, rights.who()));
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> show(@PathVariable String taskId, @PathVariable String id) throws IOException {
        Stored file = files.of(rights.readable(taskId), id).orElseThrow(() -> rights.refused("step.evidence.gone"));
        boolean inline = SHOWN.contains(file.mediaType());
        var disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.sizeBytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new InputStreamResource(Files.newInputStream(evidence.content(file))));
    }

    @DeleteMapping("/{id}")
    Map<String, Object> remove(@PathVariable String taskId, @PathVariable String id) {
        files.of(rights.writable(taskId), id).orElseThrow(() -> rights.refused("step.evidence.gone"));
        return Map.of("removed", files.remove(taskId, id, rights.who()));
    }

    static Map<String, Object> shown(String taskId, Stored file) {
        return Map.of(
                "id", file.id(),
                "name", file.fileName(),
                "size", file.sizeBytes(),
                "url", address(taskId, file));
    }

    static String address(String taskId, Stored file) {
        return "/ui/steps/%s/evidence/%s".formatted(taskId, file.id());
    }
}
