package org.waymark.roster.assignment;

import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.roster.Roster;

/** Who gets a step of an object or a project; diagrams ask it by the name {@code assignment}. */
@Component("assignment")
public class Assignment {

    private static final String MANAGERS = "managers";

    private final Roster roster;
    private final People people;

    Assignment(Roster roster, People people) {
        this.roster = roster;
        this.people = people;
    }

    /** The role bound to the object's village if somebody has it there, else the role for the whole town. */
    public String group(String project, String object, String role) {
        String local = role + "." + roster.find(project, object).orElseThrow().village();
        return people.inGroup(local).isEmpty() ? role : local;
    }

    /** The project's manager as a group of one, else all managers: of a manager who has left, others do the steps. */
    public String manager(String project) {
        String own = MANAGERS + "." + project;
        return people.inGroup(own).isEmpty() ? MANAGERS : own;
    }

    /** The object's responsible person (包干人) if that person has the role; null leaves the step to its group. */
    public String person(String project, String object, String role) {
        String responsible = roster.find(project, object).orElseThrow().responsible();
        return responsible != null && people.groupsOf(responsible).contains(role) ? responsible : null;
    }
}
