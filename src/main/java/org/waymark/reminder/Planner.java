package org.waymark.reminder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkCalendar;
import org.waymark.identity.People;
import org.waymark.identity.Person;

/** Decides who is told what this morning: of each step only the newest stage, and that once. */
@Component
class Planner {

    private final DueSteps steps;
    private final Ledger ledger;
    private final People people;
    private final WorkCalendar calendar;

    Planner(DueSteps steps, Ledger ledger, People people, WorkCalendar calendar) {
        this.steps = steps;
        this.ledger = ledger;
        this.people = people;
        this.calendar = calendar;
    }

    /** One sheet per person with something new to hear. */
    Collection<Sheet> plan(LocalDate today) {
        var receivers = new Receivers(people);
        var told = ledger.told();
        Map<String, Sheet> sheets = new TreeMap<>();
        for (DueStep step : steps.before(calendar.plusWorkdays(today, Stage.HORIZON))) {
            if (step.waiting()) {
                notices(step, Stage.D0, receivers)
                        .forEach((person, notice) ->
                                sheet(sheets, person, today).waiting().add(notice));
            } else {
                Stage.newest(step.dueOn(), today, calendar).ifPresent(stage -> notices(step, stage, receivers)
                        .forEach((person, notice) -> add(sheet(sheets, person, today), notice, told, receivers)));
            }
        }
        return sheets.values().stream()
                .filter(sheet -> !sheet.notices().isEmpty())
                .toList();
    }

    private static void add(Sheet sheet, Notice notice, Set<Ledger.Told> told, Receivers receivers) {
        Person person = sheet.person();
        if (told.contains(Ledger.Told.of(person, notice))) {
            return;
        }
        sheet.notices().add(notice);
        for (Stage stage : notice.stage().earlier()) {
            Reason reason = receivers.of(notice.step(), stage).get(person.id());
            Notice missed = new Notice(notice.step(), stage, reason, notice.doers(), notice.others());
            if (reason != null && !told.contains(Ledger.Told.of(person, missed))) {
                sheet.missed().add(missed);
            }
        }
    }

    private static Map<Person, Notice> notices(DueStep step, Stage stage, Receivers receivers) {
        var reasons = receivers.of(step, stage);
        List<Person> doers = receivers.persons(receivers.doers(step).keySet());
        Map<Person, Notice> notices = new LinkedHashMap<>();
        reasons.forEach((id, reason) -> {
            var others = reasons.keySet().stream()
                    .filter(other -> !other.equals(id))
                    .map(receivers::person)
                    .filter(other -> !doers.contains(other))
                    .toList();
            notices.put(receivers.person(id), new Notice(step, stage, reason, doers, others));
        });
        return notices;
    }

    private static Sheet sheet(Map<String, Sheet> sheets, Person person, LocalDate today) {
        return sheets.computeIfAbsent(person.id(), id -> new Sheet(person, today));
    }
}
