package org.waymark.board;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;
import org.waymark.project.portfolio.Reading;

/** What the project office alone does: it opens projects, keeps the calendar, settles parameters. Templates ask by the name {@code officeOnly}. */
@Component("officeOnly")
public class OfficeOnly {

    private final People people;

    OfficeOnly(People people) {
        this.people = people;
    }

    /** Whether who is asking belongs to the office. */
    public boolean may() {
        return SignedIn.name().map(people::groupsOf).orElseThrow().contains("office");
    }

    /** Megabytes a file to be imported may have. */
    public int most() {
        return Reading.MOST_MEGABYTES;
    }

    /** @throws ResponseStatusException 403 to anybody else, with the sentence of the error page */
    public String who() {
        if (!may()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return SignedIn.name().orElseThrow();
    }
}
