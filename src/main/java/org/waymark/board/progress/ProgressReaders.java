package org.waymark.board.progress;

import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;
import org.waymark.project.Project;

/** Who sees which monthly reports: leaders and the office all of them, managers those of their own projects. */
@Component("progressReaders")
public class ProgressReaders {

    private static final Set<String> ALL = Set.of("leaders", "office", "admin");
    private static final String MANAGERS = "managers";
    private static final String OFFICE = "office";

    private final People people;

    ProgressReaders(People people) {
        this.people = people;
    }

    /** Whether there is anything for the reader; templates ask it before they offer a link. */
    public boolean any() {
        return SignedIn.name().map(people::groupsOf).stream()
                .flatMap(Set::stream)
                .anyMatch(group -> ALL.contains(group) || group.equals(MANAGERS));
    }

    public boolean office() {
        return groups().contains(OFFICE);
    }

    /** Which projects the reader sees; whoever sees none is refused. */
    Predicate<Project> seen() {
        if (!any()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        boolean all = groups().stream().anyMatch(ALL::contains);
        String who = who();
        return project -> all || who.equals(project.manager());
    }

    /** Whether it is the reader's own project. */
    public boolean mine(Project project) {
        return groups().contains(MANAGERS) && who().equals(project.manager());
    }

    /** Whether the reader may correct this project's reports: the office and its own manager. */
    boolean corrects(Project project) {
        return office() || mine(project);
    }

    static String who() {
        return SignedIn.name().orElseThrow();
    }

    private Set<String> groups() {
        return people.groupsOf(who());
    }
}
