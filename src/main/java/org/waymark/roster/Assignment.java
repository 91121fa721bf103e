package org.waymark.roster;

import org.springframework.stereotype.Component;
import org.waymark.identity.People;

/** Who gets a step of an object; diagrams ask it by the name {@code assignment}. */
@Component("assignment")
public class Assignment {

    private final RosterTable objects;
    private final People people;

    Assignment(RosterTable objects, People people) {
        this.objects = objects;
        this.people = people;
    }

    /** The role bound to the object's village if somebody has it there, else the role for the whole town. */
    public String group(String project, String object, String role) {
        String local = role + "." + objects.find(project, object).orElseThrow().village();
        return people.inGroup(local).isEmpty() ? role : local;
    }

    /** The object's responsible person (包干人) if that person has the role; null leaves the step to its group. */
    public String person(String project, String object, String role) {
        String responsible = objects.find(project, object).orElseThrow().responsible();
        return responsible != null && people.groupsOf(responsible).contains(role) ? responsible : null;
    }
}
