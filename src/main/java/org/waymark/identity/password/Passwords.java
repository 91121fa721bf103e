package org.waymark.identity.password;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.identity.AccountChanged;
import org.waymark.identity.AccountChanged.What;
import org.waymark.office.Secrets;

/** People's passwords: given out once, changed by their owners. */
@Service
public class Passwords {

    /** Without what is mistaken for something else when it is read from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    /** A random one of 79 bits needs no slow hash, and an office's people are made in one go. */
    private final PasswordEncoder quick = new BCryptPasswordEncoder(4);

    Passwords(
            JdbcClient db,
            PasswordEncoder encoder,
            FindByIndexNameSessionRepository<?> sessions,
            ApplicationEventPublisher events) {
        this.db = db;
        this.encoder = encoder;
        this.sessions = sessions;
        this.events = events;
    }

    /** A password as it is told, and as it is kept. */
    public record Initial(String password, String hash) {}

    /** A new random password, to be changed at the first sign-in. */
    public Initial initial() {
        String password = IntStream.range(0, 4)
                .mapToObj(part -> IntStream.range(0, 4)
                        .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
        return new Initial(password, quick.encode(password));
    }

    /** Gives somebody a new initial password and ends the sessions; nothing if there is no such person. */
    @Transactional
    public Optional<String> reset(String person) {
        var initial = initial();
        int found = db.sql("update person set password_hash = ?, password_initial = true where id = ?")
                .params(initial.hash(), person)
                .update();
        if (found == 0) {
            return Optional.empty();
        }
        end(person, "");
        events.publishEvent(new AccountChanged(person, What.PASSWORD_GIVEN, null, null));
        return Optional.of(initial.password());
    }

    /**
     * Changes one's own password, and ends one's other sessions.
     *
     * @return key of the sentence that says why not, empty if it was changed
     */
    @Transactional
    Optional<String> change(String person, String current, String next, String again, String session) {
        String hash = db.sql("select password_hash from person where id = ? for update")
                .param(person)
                .query(String.class)
                .single();
        if (!encoder.matches(current, hash)) {
            return Optional.of("password.wrong");
        }
        if (!next.equals(again)) {
            return Optional.of("password.differ");
        }
        if (next.equals(current)) {
            return Optional.of("password.same");
        }
        if (Secrets.isWeak(next, person)) {
            return Optional.of("password.weak");
        }
        if (Secrets.isTooLong(next)) {
            return Optional.of("password.long");
        }
        db.sql("update person set password_hash = ?, password_initial = false where id = ?")
                .params(encoder.encode(next), person)
                .update();
        end(person, session);
        events.publishEvent(new AccountChanged(person, What.PASSWORD_CHANGED, null, null));
        return Optional.empty();
    }

    private void end(String person, String but) {
        sessions.findByPrincipalName(person).keySet().stream()
                .filter(id -> !id.equals(but))
                .forEach(sessions::deleteById);
    }
}
