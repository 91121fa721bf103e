package org.waymark.reminder;

import java.util.List;
import org.waymark.identity.Person;

/**
 * What one person is told about one step.
 *
 * @param reason why this person
 * @param doers whose turn it is
 * @param others who else is told
 */
public record Notice(DueStep step, Stage stage, Reason reason, List<Person> doers, List<Person> others) {}
