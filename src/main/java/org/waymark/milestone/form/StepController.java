package org.waymark.milestone.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.evidence.Evidence.Stored;
import org.waymark.milestone.step.Entries;
import org.waymark.milestone.step.Entries.Entry;
import org.waymark.milestone.step.Returns;
import org.waymark.milestone.step.Step;
import org.waymark.milestone.step.Steps;
import org.waymark.template.Plain;

/** What a step's form in Tasklist asks of the server. Only the assignee writes. */
@RestController
@RequestMapping("/ui/steps/{taskId}")
class StepController {

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_PARTY = 120;

    private final Steps steps;
    private final Returns returns;
    private final Entries entries;
    private final StepRights rights;
    private final StepCard cards;
    private final Clock clock;

    StepController(Steps steps, Returns returns, Entries entries, StepRights rights, StepCard cards, Clock clock) {
        this.steps = steps;
        this.returns = returns;
        this.entries = entries;
        this.rights = rights;
        this.cards = cards;
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
        rights.writable(taskId);
        if (saved.fields() == null) {
            throw rights.refused("step.unreadable");
        }
        Entry entry = entries.save(taskId, saved.fields(), saved.revision(), saved.draft(), rights.who());
        return Map.of("revision", entry.revision(), "valid", entry.valid());
    }

    @PostMapping("/return")
    Map<String, Object> sendBack(@PathVariable String taskId, @RequestBody Return back) {
        Step step = rights.writable(taskId);
        if (back.reason() == null || back.reason().isBlank()) {
            throw rights.refused("step.return.reason");
        }
        checkText(back.reason(), LONGEST_REASON, "step.return.long");
        if (returns.targets(step).stream().noneMatch(one -> one.step().element().equals(back.target()))) {
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
        checkText(waiting.party(), LONGEST_PARTY, "step.waiting.long");
        checkText(waiting.letter(), LONGEST_PARTY, "step.waiting.long");
        LocalDate today = LocalDate.now(clock);
        if (waiting.since() == null || waiting.since().isAfter(today) || !Plain.isYear(waiting.since())) {
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

    private Map<String, List<Map<String, Object>>> files(Step step) {
        Map<String, List<Map<String, Object>>> byField = new LinkedHashMap<>();
        for (Stored file : entries.files(step)) {
            byField.computeIfAbsent(file.field(), field -> new ArrayList<>())
                    .add(EvidenceController.shown(step.taskId(), file));
        }
        return byField;
    }

    private void checkText(String text, int longest, String tooLong) {
        if (text != null && text.length() > longest) {
            throw rights.refused(tooLong);
        }
        if (text != null && !Plain.is(text)) {
            throw rights.refused("step.characters");
        }
    }
}
