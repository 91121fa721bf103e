package org.waymark.reminder;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** A mail as its receiver has it. */
record Letter(LocalDate arrived, String to, String subject, String messageId, String text, String html) {

    /** What the server holds, by receiver. */
    static List<Letter> in(GreenMail server) {
        return Stream.of(server.getReceivedMessages())
                .map(Letter::read)
                .sorted(Comparator.comparing(Letter::to).thenComparing(Letter::subject))
                .toList();
    }

    /** Arrival, receiver, subject, then what is listed and why. */
    String sheet() {
        return "%s %s %s\n%s"
                .formatted(
                        arrived.toString().substring(5),
                        to,
                        subject,
                        text.lines()
                                .filter(line -> line.startsWith("■") || line.startsWith("  "))
                                .collect(Collectors.joining("\n")));
    }

    private static Letter read(MimeMessage message) {
        try {
            var parts = (Multipart) message.getContent();
            return new Letter(
                    message.getSentDate().toInstant().atZone(Desk.ZONE).toLocalDate(),
                    message.getAllRecipients()[0].toString().replace("@waymark.example", ""),
                    message.getSubject(),
                    message.getMessageID(),
                    parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"),
                    parts.getBodyPart(1).getContent().toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The readable words of the HTML part. */
    String htmlWords() {
        return Jsoup.parse(html).body().text();
    }
}
