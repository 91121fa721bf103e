package org.waymark.reminder.mail;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are written to.
 *
 * @param language of all mail, {@code zh} or {@code en}
 * @param baseUrl where readers of mail reach this application
 * @param mailFrom sender of all mail
 * @param remindAt from when on a workday's digests go out
 */
@ConfigurationProperties("waymark")
public record MailSettings(
        @DefaultValue("zh") String language,
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue("waymark@localhost") String mailFrom,
        @DefaultValue("08:30") LocalTime remindAt) {}
