package org.waymark.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.waymark.identity.Person;

/**
 * All that one person is told one morning.
 *
 * @param notices steps with a stage that has newly come
 * @param waiting steps that wait for an outsider: listed, never reason enough for a mail
 * @param missed stages nobody was told of, because a later one had come
 */
public record Sheet(Person person, LocalDate morning, List<Notice> notices, List<Notice> waiting, List<Notice> missed) {

    Sheet(Person person, LocalDate morning) {
        this(person, morning, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
