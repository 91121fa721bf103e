package org.waymark.board.deadline;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;

/** The calendar is kept by the project office. */
@Component
class CalendarOffice {

    private final People people;

    CalendarOffice(People people) {
        this.people = people;
    }

    boolean may() {
        return SignedIn.name().map(people::groupsOf).orElseThrow().contains("office");
    }

    /** @throws ResponseStatusException 403 to anybody else */
    String who() {
        if (!may()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return SignedIn.name().orElseThrow();
    }
}
