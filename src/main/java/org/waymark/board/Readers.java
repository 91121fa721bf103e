package org.waymark.board;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;

/** Who may read a household's name in full: those who oversee, and those who work in its village. */
@Component
class Readers {

    private static final Set<String> TOWN = Set.of("leaders", "office", "managers");

    private final People people;

    Readers(People people) {
        this.people = people;
    }

    boolean mayName(String village) {
        Set<String> groups = people.groupsOf(SignedIn.name().orElseThrow());
        return groups.stream().anyMatch(group -> TOWN.contains(group) || group.endsWith("." + village));
    }

    /** The first character and stars: 王** for 王小明. */
    static String masked(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
