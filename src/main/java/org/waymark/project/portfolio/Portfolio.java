package org.waymark.project.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.project.Plan.Need;
import org.waymark.project.PlannedDays;
import org.waymark.project.Project;
import org.waymark.project.Projects;
import org.waymark.project.portfolio.Preview.Changed;
import org.waymark.project.portfolio.Preview.Difference;

/** Opens the town's projects from what the office wrote down: all of them or, if anything is wrong, none. */
@Service
public class Portfolio {

    private final Town.Eye eye;
    private final Projects projects;
    private final PlannedDays days;
    private final WrittenTable table;
    private final MessageSource texts;

    Portfolio(Town.Eye eye, Projects projects, PlannedDays days, WrittenTable table, MessageSource texts) {
        this.eye = eye;
        this.projects = projects;
        this.days = days;
        this.table = table;
        this.texts = texts;
    }

    /** A file or a form that cannot be opened as it is; nothing of it was. */
    public static class Wrong extends RuntimeException {

        private final transient Preview preview;

        Wrong(Preview preview, MessageSource texts) {
            super(preview.wrong().stream()
                    .map(one -> one.sentence(texts, Locale.ENGLISH))
                    .collect(Collectors.joining("\n")));
            this.preview = preview;
        }

        /** What is wrong with it. */
        public Preview preview() {
            return preview;
        }
    }

    /** What opening this file would do; nothing is done. */
    public Preview preview(Reading file) {
        return compare(file, file.entries(), eye.now());
    }

    /**
     * Opens every project of the file that is not there yet, and leaves the others as they are.
     *
     * @return codes of those it opened
     * @throws Wrong if anything is wrong with the file
     */
    @Transactional
    public List<String> open(Reading file) {
        return open(file, 0);
    }

    /** The same with every day moved by whole weeks: a plan for one day, used on another. */
    @Transactional
    public List<String> open(Reading file, long weeks) {
        table.lock();
        var moved = file.entries().stream().map(entry -> entry.moved(weeks)).toList();
        Town town = eye.now();
        Preview preview = compare(file, moved, town);
        if (!preview.sound()) {
            throw new Wrong(preview, texts);
        }
        Set<String> fresh = new TreeSet<>();
        for (Entry entry : Openings.parentsFirst(preview.fresh())) {
            projects.open(Openings.of(entry, town.template(entry), days));
            fresh.add(entry.code());
        }
        preview.fresh().forEach(entry -> projects.addNeeds(Openings.needs(entry)));
        // as they were written, so that the same file is known again
        file.entries().stream().filter(entry -> fresh.contains(entry.code())).forEach(table::insert);
        return List.copyOf(fresh);
    }

    /**
     * Opens a single project from a form; a second time the same changes nothing.
     *
     * @throws Wrong if anything is wrong with it, or there is another project of its code
     */
    @Transactional
    public void open(Entry entry) {
        table.lock();
        Reading form = new Reading("", List.of(entry), List.of());
        if (!preview(form).changed().isEmpty()) {
            Finding taken = Finding.of(0, entry.code(), "code", "code.taken", entry.code());
            throw new Wrong(Preview.of(List.of(taken)), texts);
        }
        open(form);
    }

    /**
     * Checks one more thing a project that is open already is to wait for by the rules of a file and, if nothing is wrong
     * with it, adds it. Until the transaction ends nobody else opens a project or adds a need, so that no two close a
     * circle together. The same need again changes nothing.
     *
     * @param fields {@code milestone}, {@code project}, {@code reached} or {@code quantity} and {@code atLeast},
     *     {@code note}
     * @return false if it is there already
     * @throws Wrong with fields called {@code needs.1.…}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean addNeed(Project project, Map<String, String> fields) {
        table.lock();
        Map<String, String> written = new TreeMap<>(Map.of("code", project.code(), "template", project.template()));
        fields.forEach((field, text) -> written.put("needs.1." + field, text));
        Entry alone = Entry.of(written);
        Town town = eye.now();
        List<Finding> wrong = new ArrayList<>(EntryCheck.of(alone, town));
        wrong.addAll(WholeCheck.of(List.of(alone), town));
        // of the project itself nothing is written anew, so nothing of it can be wrong
        wrong.removeIf(finding -> finding.field() == null || !finding.field().startsWith("needs."));
        if (!wrong.isEmpty()) {
            throw new Wrong(Preview.of(wrong), texts);
        }
        Need need = Openings.needs(alone).get(0);
        if (projects.needsOf(project.code()).stream().anyMatch(need::sameAs)) {
            return false;
        }
        projects.addNeeds(List.of(need));
        return true;
    }

    private Preview compare(Reading file, List<Entry> entries, Town town) {
        List<Entry> fresh = new ArrayList<>();
        List<Entry> unchanged = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Project project = entry.code() == null ? null : town.projects().get(entry.code());
            if (project == null) {
                fresh.add(entry);
                continue;
            }
            List<Difference> differences = differences(file.entries().get(i), project);
            if (differences.isEmpty()) {
                unchanged.add(entry);
            } else {
                changed.add(new Changed(entry, differences));
            }
        }
        List<Finding> wrong = new ArrayList<>(file.findings());
        fresh.forEach(entry -> wrong.addAll(EntryCheck.of(entry, town)));
        wrong.addAll(WholeCheck.of(fresh, town));
        wrong.sort(Comparator.comparingInt(Finding::line));
        List<Entry> sound = sound(fresh, entries, wrong);
        Map<String, LocalDate> beyond = new TreeMap<>();
        sound.forEach(entry ->
                Openings.beyond(entry, town.template(entry), days).ifPresent(last -> beyond.put(entry.code(), last)));
        return Preview.of(sound, unchanged, changed, wrong, beyond);
    }

    /** Those nothing is wrong with; a finding is about the entry that begins at its line or last before it. */
    private static List<Entry> sound(List<Entry> fresh, List<Entry> all, List<Finding> wrong) {
        TreeSet<Integer> begins = all.stream().map(Entry::line).collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> meant = wrong.stream()
                .filter(finding -> finding.project() != null || finding.field() != null)
                .map(finding -> begins.floor(finding.line()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return fresh.stream().filter(entry -> !meant.contains(entry.line())).toList();
    }

    private List<Difference> differences(Entry entry, Project project) {
        Map<String, String> now = entry.content();
        Optional<Map<String, String>> written = table.find(project.code());
        Map<String, String> opened = written.orElseGet(() -> known(project));
        Set<String> fields = new TreeSet<>(opened.keySet());
        written.ifPresent(all -> fields.addAll(now.keySet()));
        return fields.stream()
                .filter(field -> !Objects.equals(opened.get(field), now.get(field)))
                .map(field -> new Difference(field, opened.get(field), now.get(field)))
                .toList();
    }

    /** What its record says of a project that was not opened from an entry. */
    private static Map<String, String> known(Project project) {
        Map<String, String> known = new TreeMap<>();
        known.put("template", project.template());
        known.put("kind", project.kind());
        known.put("name.zh", project.nameZh());
        known.put("name.en", project.nameEn());
        known.put("start", String.valueOf(project.startsOn()));
        known.put("target", String.valueOf(project.targetOn()));
        return known;
    }
}
