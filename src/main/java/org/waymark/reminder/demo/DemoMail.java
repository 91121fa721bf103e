package org.waymark.reminder.demo;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A mail the demo's server received; {@code receivedAt} by the demo's clock. */
record DemoMail(long id, String address, String subject, String bodyText, String bodyHtml, OffsetDateTime receivedAt) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    ZonedDateTime at() {
        return receivedAt.atZoneSameInstant(ZONE);
    }
}
