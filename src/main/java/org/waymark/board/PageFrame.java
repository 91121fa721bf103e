package org.waymark.board;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;

/** What the frame of every page shows: who is signed in, and in the demo the demo's clock. */
@ControllerAdvice
class PageFrame {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final People people;
    private final Clock clock;
    private final boolean demo;

    PageFrame(People people, Clock clock, Environment environment) {
        this.people = people;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }

    @ModelAttribute("clockNow")
    String clockNow() {
        return TIME.format(ZonedDateTime.ofInstant(clock.instant(), clock.getZone()));
    }

    @ModelAttribute("reader")
    org.waymark.identity.Person reader() {
        return SignedIn.name().flatMap(people::find).orElse(null);
    }
}
