package org.waymark.milestone.form;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.evidence.Evidence;
import org.waymark.evidence.Evidence.Place;
import org.waymark.evidence.Evidence.Stored;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Entries.Entry;
import org.waymark.milestone.step.Returns;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.template.Field;

/** What a step's form in Tasklist asks of the server. Only the assignee writes. */
@RestController
@RequestMapping("/ui/steps/{taskId}")
class StepController {

    /** What may be shown as it is; everything else is only downloaded, so that an uploaded page cannot act as ours. */
    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif", "application/pdf");

    private final Steps steps;
    private final Returns returns;
    private final Entries entries;
    private final StepRights rights;
    private final StepCard cards;
    private final Evidence evidence;
    private final Clock clock;

    StepController(
            Steps steps,
            Returns returns,
            Entries entries,
            StepRights rights,
            StepCard cards,
            Evidence evidence,
            Clock clock) {
        this.steps = steps;
        this.returns = returns;
        this.entries = entries;
        this.rights = rights;
        this.cards = cards;
        this.evidence = evidence;
        this.clock = clock;
    }

    record Saved(int revision, Map<String, Object> fields, boolean draft) {}

    record Return(String target, String reason, boolean restart) {}

    record Waiting(String party, LocalDate since, String letter) {}

    @GetMapping("/entry")
    Map<String, Object> entry(@PathVariable String taskId) {
        Step step = rights.readable(taskId);
        Entry entry = entries.of(step);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("revision", entry.revision());
        answer.put("fields", entry.fields());
        answer.put("evidence", files(step));
        answer.putAll(cards.of(step));
        answer.put("readOnly", !rights.mayWrite(step));
        return answer;
    }

    @PutMapping("/entry")
    Map<String, Object> save(@PathVariable String taskId, @RequestBody Saved saved) {
        Step step = rights.writable(taskId);
        Entry entry =
                entries.save(step, withFiles(step, saved.fields()), saved.revision(), saved.draft(), rights.who());
        return Map.of("revision", entry.revision(), "valid", entry.valid());
    }

    @PostMapping("/evidence")
    Map<String, Object> upload(
            @PathVariable String taskId, @RequestParam MultipartFile file, @RequestParam String field)
            throws IOException {
        Step step = rights.writable(taskId);
        if (file.isEmpty()
                || entries.form(step).field(field).filter(one -> one.evidence()).isEmpty()) {
            throw rights.refused("step.evidence");
        }
        String name = file.getOriginalFilename() == null ? field : file.getOriginalFilename();
        String type = SHOWN.contains(file.getContentType()) ? file.getContentType() : "application/octet-stream";
        var place = new Place(step.instanceKey(), step.element(), step.round(), field);
        try (var content = file.getInputStream()) {
            return shown(taskId, evidence.add(place, cut(name), type, content, rights.who()));
        }
    }

    @GetMapping("/evidence/{id}")
    ResponseEntity<Resource> show(@PathVariable String taskId, @PathVariable String id) throws IOException {
        Stored file = own(rights.readable(taskId), id);
        boolean inline = SHOWN.contains(file.mediaType());
        var disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.fileName(), java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.sizeBytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new InputStreamResource(Files.newInputStream(evidence.content(file))));
    }

    @DeleteMapping("/evidence/{id}")
    Map<String, Object> remove(@PathVariable String taskId, @PathVariable String id) {
        Stored file = own(rights.writable(taskId), id);
        return Map.of("removed", evidence.remove(file.id()));
    }

    @PostMapping("/return")
    Map<String, Object> sendBack(@PathVariable String taskId, @RequestBody Return back) {
        Step step = rights.writable(taskId);
        if (back.reason() == null || back.reason().isBlank()) {
            throw rights.refused("step.return.reason");
        }
        if (returns.targets(step).stream().noneMatch(one -> one.element().equals(back.target()))) {
            throw rights.refused("step.return.target");
        }
        returns.to(taskId, back.target(), back.reason(), back.restart());
        return Map.of("returnedTo", back.target());
    }

    @PostMapping("/waiting")
    Map<String, Object> waitFor(@PathVariable String taskId, @RequestBody Waiting waiting) {
        rights.writable(taskId);
        if (waiting.party() == null || waiting.party().isBlank()) {
            throw rights.refused("step.waiting.party");
        }
        LocalDate today = LocalDate.now(clock);
        if (waiting.since() == null || waiting.since().isAfter(today)) {
            throw rights.refused("step.waiting.since");
        }
        steps.waitFor(taskId, waiting.party(), waiting.since(), waiting.letter());
        return Map.of("waiting", waiting.party());
    }

    @DeleteMapping("/waiting")
    Map<String, Object> stopWaiting(@PathVariable String taskId) {
        rights.writable(taskId);
        steps.stopWaiting(taskId);
        return Map.of("waiting", "");
    }

    /** Which files a field holds is what was stored, not what the browser says. */
    private Map<String, Object> withFiles(Step step, Map<String, Object> fields) {
        Map<String, Object> whole = new LinkedHashMap<>(fields);
        entries.form(step).fields().stream().filter(Field::evidence).forEach(field -> {
            List<String> ids = evidence.of(step.instanceKey(), step.element()).stream()
                    .filter(file -> file.field().equals(field.name()))
                    .map(Stored::id)
                    .toList();
            whole.put(field.name(), ids);
        });
        return whole;
    }

    private Map<String, List<Map<String, Object>>> files(Step step) {
        Map<String, List<Map<String, Object>>> byField = new LinkedHashMap<>();
        for (Stored file : evidence.of(step.instanceKey(), step.element())) {
            byField.computeIfAbsent(file.field(), field -> new java.util.ArrayList<>())
                    .add(shown(step.taskId(), file));
        }
        return byField;
    }

    private static Map<String, Object> shown(String taskId, Stored file) {
        return Map.of(
                "id", file.id(),
                "name", file.fileName(),
                "size", file.sizeBytes(),
                "url", "/ui/steps/%s/evidence/%s".formatted(taskId, file.id()));
    }

    private Stored own(Step step, String id) {
        return evidence.find(id)
                .filter(file -> file.instanceKey().equals(step.instanceKey())
                        && file.element().equals(step.element()))
                .orElseThrow(() -> rights.refused("step.evidence.gone"));
    }

    private static String cut(String name) {
        String plain = name.replaceAll("[\\\\/\\p{Cntrl}]", "_");
        return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
    }
}
