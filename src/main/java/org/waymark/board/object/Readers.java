package org.waymark.board.object;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.form.StepContents.Contents;
import org.waymark.milestone.form.StepContents.Filled;
import org.waymark.roster.RosterObject;

/** Who may read a household's name in full: those who oversee, and the cadres of its village. */
@Component
class Readers {

    private static final Set<String> TOWN = Set.of("leaders", "office", "managers");
    private static final String CADRES = "cadres";

    private final People people;

    Readers(People people) {
        this.people = people;
    }

    /** The name, masked for those who do not need it. */
    String holder(String name, String village) {
        Set<String> groups = people.groupsOf(SignedIn.name().orElseThrow());
        return mayName(groups, village) ? name : Masked.name(name);
    }

    /** What was entered, with the holder's name masked wherever it stands for those who do not need it. */
    Contents contents(Contents contents, RosterObject object) {
        String name = object.holderName();
        String shown = holder(name, object.village());
        return shown.equals(name)
                ? contents
                : new Contents(
                        contents.readable(),
                        contents.draft(),
                        contents.fields().stream()
                                .map(field -> field.text() == null
                                        ? field
                                        : new Filled(field.label(), field.text().replace(name, shown), field.files()))
                                .toList());
    }

    /** A role bound to no village holds for the whole town. */
    static boolean mayName(Set<String> groups, String village) {
        boolean bound = groups.stream().anyMatch(group -> group.startsWith(CADRES + "."));
        return groups.stream().anyMatch(TOWN::contains)
                || groups.contains(CADRES + "." + village)
                || groups.contains(CADRES) && !bound;
    }
}
