package org.waymark.board;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.waymark.engine.clock.DemoClock;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;

/** What the frame of every page shows; templates ask it by the name {@code frame}, and only when they draw one. */
@Component("frame")
class PageFrame {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final People people;
    private final Clock clock;
    private final boolean demoClock;
    private final boolean demoMail;

    PageFrame(People people, Clock clock, ObjectProvider<DemoClock> demoClock, Environment environment) {
        this.people = people;
        this.clock = clock;
        this.demoClock = demoClock.getIfAvailable() != null;
        this.demoMail = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** The language of the page: Chinese unless the reader's browser asks for English. */
    public String lang() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "zh-CN";
    }

    public boolean demoMail() {
        return demoMail;
    }

    /** What the demo's clock shows, null where the clock is the real one. */
    public String demoTime() {
        return demoClock ? TIME.format(OffsetDateTime.now(clock)) : null;
    }

    /** Whether the reader sees to people and their rights. */
    public boolean administrator() {
        return SignedIn.name()
                .filter(user -> people.groupsOf(user).contains("admin"))
                .isPresent();
    }

    /** Whether the page belongs to this part of the navigation. */
    public boolean at(String... paths) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && Arrays.stream(paths).anyMatch(attributes.getRequest().getRequestURI()::startsWith);
    }

    /** Name of who is signed in, null if nobody is. */
    public String reader() {
        Optional<String> user = SignedIn.name();
        return user.flatMap(people::find)
                .map(person -> person.name(lang()))
                .or(() -> user)
                .orElse(null);
    }
}
