package org.waymark.identity.workbook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.identity.AccountChanged;
import org.waymark.identity.AccountChanged.What;
import org.waymark.identity.password.Passwords;
import org.waymark.identity.workbook.Plan.Item;
import org.waymark.identity.workbook.Plan.Kind;

/**
 * Takes people from a workbook: first shows what it would do, then does exactly that, all of it or nothing. Whoever is not
 * in the workbook stays as he is; who is gone has a last day in it.
 */
@Service
class Intake {

    /** Bytes a file may have; a few thousand people need a tenth of it. */
    static final int LARGEST = 1_000_000;

    private final StaffTable staff;
    private final ImportTable imports;
    private final RoleNames roles;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intake(
            StaffTable staff,
            ImportTable imports,
            RoleNames roles,
            Passwords passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.staff = staff;
        this.imports = imports;
        this.roles = roles;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** What a workbook would do, kept under its id until it is taken; without an id if it cannot be. */
    record Checked(String id, Plan plan) {}

    /**
     * What came of taking a workbook.
     *
     * @param passwords of those who are new, by their user names; told this once
     * @param again what it would do now, if that is no longer what was shown; then nothing was taken
     */
    record Taken(Plan plan, Map<String, String> passwords, Checked again) {}

    /** The workbook's people, units and villages as they are now. */
    @Transactional(readOnly = true)
    public Staff present() {
        return staff.read(today());
    }

    @Transactional
    public Checked check(String fileName, byte[] file, String who) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        imports.forget(now.minusDays(1));
        Plan plan = plan(file);
        if (!plan.faults().isEmpty()) {
            return new Checked(null, plan);
        }
        String id = UUID.randomUUID().toString();
        imports.add(id, fileName, file, ImportTable.hash(plan.items().toString()), who, now);
        return new Checked(id, plan);
    }

    /** Empty of everything if there is no such workbook waiting, as when it was taken already. */
    @Transactional
    public Taken take(String id, String who) {
        staff.lock();
        var waiting = imports.waiting(id);
        if (waiting.isEmpty()) {
            return new Taken(null, Map.of(), null);
        }
        Plan plan = plan(waiting.get().content());
        if (!plan.faults().isEmpty()
                || !ImportTable.hash(plan.items().toString())
                        .equals(waiting.get().outcome())) {
            return new Taken(
                    plan,
                    Map.of(),
                    check(waiting.get().fileName(), waiting.get().content(), who));
        }
        Map<String, String> given = write(plan);
        imports.taken(
                id,
                who,
                OffsetDateTime.now(clock),
                plan.fresh().size(),
                plan.changed().size(),
                plan.same().size());
        return new Taken(plan, given, null);
    }

    private Plan plan(byte[] file) {
        if (file.length > LARGEST) {
            return new Plan(null, List.of(), List.of(Fault.ofFile("large", LARGEST / 1000)));
        }
        var read = WorkbookReader.read(file);
        List<Fault> faults = new ArrayList<>(read.faults());
        Staff present = staff.read(today());
        var reader = new StaffReader(present, roles);
        Staff said = reader.read(read.rows());
        // a cell that could not be read is not called empty too
        reader.faults().stream()
                .filter(fault -> read.faults().stream().noneMatch(fault::isAt))
                .forEach(faults::add);
        if (faults.isEmpty() && read.rows().isEmpty()) {
            faults.add(Fault.ofFile("nothing"));
        }
        var comparison = new Comparison(present, said, roles.all());
        if (faults.isEmpty() && comparison.leavesNoAdministrator(today())) {
            faults.add(Fault.ofFile("administrator"));
        }
        return new Plan(said, faults.isEmpty() ? comparison.items() : List.of(), faults);
    }

    private Map<String, String> write(Plan plan) {
        places(plan, Sheet.UNITS, "unit", plan.said().units());
        places(plan, Sheet.VILLAGES, "village", plan.said().villages());
        Map<String, String> given = new LinkedHashMap<>();
        var kinds = plan.kinds(Sheet.PEOPLE);
        plan.said().people().values().forEach(person -> {
            if (kinds.get(person.id()) == Kind.NEW) {
                var initial = passwords.initial();
                staff.insert(person, initial.hash());
                given.put(person.id(), initial.password());
            } else if (kinds.get(person.id()) == Kind.CHANGED) {
                staff.update(person);
            }
        });
        plan.items().forEach(this::tell);
        return given;
    }

    /** After all rows are written: whoever changes a password at this moment holds a row of those and waits for the log. */
    private void tell(Item item) {
        if (item.sheet() == Sheet.PEOPLE && item.kind() != Kind.UNCHANGED) {
            boolean fresh = item.kind() == Kind.NEW;
            events.publishEvent(new AccountChanged(
                    item.key(), fresh ? What.ADDED : What.CHANGED, fresh ? null : item.before(), item.after()));
        }
    }

    private void places(Plan plan, Sheet sheet, String table, Map<String, Staff.Place> places) {
        var kinds = plan.kinds(sheet);
        places.values().forEach(place -> {
            if (kinds.get(place.code()) == Kind.NEW) {
                staff.insert(table, place);
            } else if (kinds.get(place.code()) == Kind.CHANGED) {
                staff.update(table, place);
            }
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
