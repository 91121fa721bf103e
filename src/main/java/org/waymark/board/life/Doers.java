package org.waymark.board.life;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** Who may do what to a project. */
@Component
public class Doers {

    private static final Set<String> OFFICE = Set.of("office", "admin");

    private final People people;
    private final Projects projects;

    Doers(People people, Projects projects) {
        this.people = people;
        this.projects = projects;
    }

    /** Suspends, resumes, cancels, closes, carries over. */
    public boolean office() {
        return groups().stream().anyMatch(OFFICE::contains);
    }

    /** Proposes changes of the plan and reports amounts: the project's manager, or the office. */
    public boolean manages(Project project) {
        return who().equals(project.manager()) || office();
    }

    /** Signs changes of the plan off. */
    public boolean leader() {
        return groups().contains("leaders");
    }

    public String who() {
        return SignedIn.name().orElse("");
    }

    private Set<String> groups() {
        return people.groupsOf(who());
    }

    public Project project(String code) {
        return projects.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public static void only(boolean may) {
        if (!may) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
