package org.waymark.reminder;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.identity.People;
import org.waymark.identity.Person;

/**
 * Who is told about a step: who does it and the owner of its milestone, from the third day of delay on also the leader.
 * Nobody who has left is told; whoever comes next in line is.
 */
class Receivers {

    private final People people;
    private final Map<String, Person> active;
    private final Map<String, List<String>> groups = new HashMap<>();

    Receivers(People people) {
        this.people = people;
        this.active = people.all().stream().filter(Person::active).collect(Collectors.toMap(Person::id, p -> p));
    }

    /** User names with the nearest reason of each. */
    Map<String, Reason> of(DueStep step, Stage stage) {
        var told = new LinkedHashMap<String, Reason>();
        doers(step).forEach((person, reason) -> told.putIfAbsent(person, reason));
        if (known(step.owner())) {
            told.putIfAbsent(step.owner(), Reason.OWNER);
        }
        if (stage.reaches(Stage.A3) && known(step.leader())) {
            told.putIfAbsent(step.leader(), Reason.LEADER);
        }
        return told;
    }

    /**
     * Whose turn it is: the assignee; else who is responsible for the object, and whoever may claim the step if that is
     * not a thing the responsible person could do.
     */
    Map<String, Reason> doers(DueStep step) {
        if (known(step.assignee())) {
            return Map.of(step.assignee(), Reason.ASSIGNEE);
        }
        var doers = new LinkedHashMap<String, Reason>();
        if (known(step.responsible())) {
            doers.put(step.responsible(), Reason.RESPONSIBLE);
        }
        List<String> members = members(step.candidateGroup());
        if (step.responsible() == null || !members.contains(step.responsible())) {
            members.forEach(person -> doers.putIfAbsent(person, Reason.GROUP));
        }
        return doers;
    }

    Person person(String id) {
        return active.get(id);
    }

    List<Person> persons(Collection<String> ids) {
        return ids.stream().map(active::get).toList();
    }

    private boolean known(String person) {
        return person != null && active.containsKey(person);
    }

    private List<String> members(String group) {
        return group == null
                ? List.of()
                : groups.computeIfAbsent(
                        group, g -> people.inGroup(g).stream().map(Person::id).toList());
    }
}
