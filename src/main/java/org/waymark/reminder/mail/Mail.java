package org.waymark.reminder.mail;

import java.time.LocalDate;

/** A mail to one person; {@code id} names it to the receiver too, so that a second delivery is known as such. */
public record Mail(
        String id,
        String person,
        String address,
        LocalDate morning,
        String kind,
        String subject,
        String bodyText,
        String bodyHtml,
        String language) {

    String messageId() {
        return "<" + id + "@waymark>";
    }
}
