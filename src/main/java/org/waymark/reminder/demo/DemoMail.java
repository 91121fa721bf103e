package org.waymark.reminder.demo;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A mail the demo's server received; {@code receivedAt} by the demo's clock. */
record DemoMail(long id, String address, String subject, String bodyText, String bodyHtml, OffsetDateTime receivedAt) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    public String at() {
        return receivedAt.atZoneSameInstant(ZONE).format(MINUTES);
    }
}
