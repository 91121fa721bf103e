package org.waymark.milestone.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.identity.SignedIn;

/**
 * Every change of state, owner, date or plan, as a row that is never changed again. Rows of one case or project form a
 * chain: each carries the hash of its own content and of the row before it.
 */
@Service
public class ChangeLog {

    private static final String FIRST = "";

    private final JdbcClient db;
    private final Clock clock;

    ChangeLog(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What changed.
     *
     * @param chain case key or project code
     * @param what kind of change, e.g. {@code step.done}
     * @param subject what it is about, e.g. the element's id
     * @param happenedOn the day it happened, which may be before it was typed in
     */
    public record Change(
            String chain,
            String what,
            String subject,
            String oldValue,
            String newValue,
            String reason,
            LocalDate happenedOn) {}

    /** A change as it stands in the log. */
    public record Recorded(
            String chain,
            int seq,
            String what,
            String subject,
            String oldValue,
            String newValue,
            String reason,
            LocalDate happenedOn,
            OffsetDateTime recordedAt,
            String who,
            String hash) {}

    /** Adds a row; two writers of one chain at the same moment: one of them fails on the unique number and is undone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Change change) {
        var last = db.sql("select seq, hash from change_log where chain = :chain order by seq desc limit 1")
                .param("chain", change.chain())
                .query((row, n) -> new Link(row.getInt("seq"), row.getString("hash")))
                .optional();
        int seq = last.map(Link::seq).orElse(0) + 1;
        // Databases keep microseconds: hash what will be read back.
        var now = OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), clock.getZone());
        String who = SignedIn.name().orElse("system");
        var row = new Recorded(
                change.chain(),
                seq,
                change.what(),
                change.subject(),
                change.oldValue(),
                change.newValue(),
                change.reason(),
                change.happenedOn(),
                now,
                who,
                null);
        db.sql(
                        """
                        insert into change_log (chain, seq, what, subject, old_value, new_value, reason, happened_on,
                          recorded_at, who, hash)
                        values (:chain, :seq, :what, :subject, :old, :new, :reason, :happened, :now, :who, :hash)""")
                .param("chain", row.chain())
                .param("seq", seq)
                .param("what", row.what())
                .param("subject", row.subject())
                .param("old", row.oldValue())
                .param("new", row.newValue())
                .param("reason", row.reason())
                .param("happened", row.happenedOn())
                .param("now", now)
                .param("who", who)
                .param("hash", hash(last.map(Link::hash).orElse(FIRST), row))
                .update();
    }

    /** The rows of a chain, oldest first. */
    public List<Recorded> of(String chain) {
        return db.sql(
                        """
                        select chain, seq, what, subject, old_value, new_value, reason, happened_on, recorded_at, who,
                          hash from change_log where chain = :chain order by seq""")
                .param("chain", chain)
                .query(Recorded.class)
                .list();
    }

    /** The first row whose content, number or place in the chain was tampered with; empty if all is sound. */
    public Optional<Recorded> firstBroken(String chain) {
        String before = FIRST;
        int expected = 1;
        for (Recorded row : of(chain)) {
            if (row.seq() != expected++ || !row.hash().equals(hash(before, row))) {
                return Optional.of(row);
            }
            before = row.hash();
        }
        return Optional.empty();
    }

    private static String hash(String before, Recorded row) {
        var parts = new StringBuilder(before);
        for (Object part : new Object[] {
            row.chain(),
            row.seq(),
            row.what(),
            row.subject(),
            row.oldValue(),
            row.newValue(),
            row.reason(),
            row.happenedOn(),
            row.recordedAt().withOffsetSameInstant(ZoneOffset.UTC),
            row.who()
        }) {
            String text = part == null ? "-" : "=" + part;
            // the length first, so that no two rows of different fields give the same text
            parts.append('|').append(text.length()).append(':').append(text);
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(parts.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Link(int seq, String hash) {}
}
