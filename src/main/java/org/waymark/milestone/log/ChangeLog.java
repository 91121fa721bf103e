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
import org.waymark.template.Plain;

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

    /** Adds a row. Writers of one chain take turns: each waits until the one before has ended its transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Change change) {
        if (!Plain.isYear(change.happenedOn())) {
            throw new IllegalArgumentException("%s of %s on %s: no such day is kept"
                    .formatted(change.what(), change.chain(), change.happenedOn()));
        }
        Optional<Link> last = lockedEnd(change.chain());
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
        String hash = hash(last.map(Link::hash).orElse(FIRST), row);
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
                .param("hash", hash)
                .update();
        end(row.chain(), new Link(seq, hash), last.isEmpty());
    }

    private Optional<Link> lockedEnd(String chain) {
        return db.sql("select seq, hash from change_chain where chain = :chain for update")
                .param("chain", chain)
                .query(Link.class)
                .optional();
    }

    private void end(String chain, Link end, boolean first) {
        db.sql(
                        first
                                ? "insert into change_chain (chain, seq, hash) values (:chain, :seq, :hash)"
                                : "update change_chain set seq = :seq, hash = :hash where chain = :chain")
                .param("chain", chain)
                .param("seq", end.seq())
                .param("hash", end.hash())
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

    /**
     * The first row whose content, number or place in the chain was tampered with, or the last one if rows behind it were
     * cut off; empty if all is sound.
     */
    public Optional<Recorded> firstBroken(String chain) {
        String before = FIRST;
        Recorded last = null;
        for (Recorded row : of(chain)) {
            int expected = last == null ? 1 : last.seq() + 1;
            if (row.seq() != expected || !row.hash().equals(hash(before, row))) {
                return Optional.of(row);
            }
            before = row.hash();
            last = row;
        }
        return before.equals(end(chain)) ? Optional.empty() : Optional.of(last == null ? nothing(chain) : last);
    }

    private String end(String chain) {
        return db.sql("select hash from change_chain where chain = :chain")
                .param("chain", chain)
                .query(String.class)
                .optional()
                .orElse(FIRST);
    }

    private static Recorded nothing(String chain) {
        return new Recorded(chain, 0, null, null, null, null, null, null, null, null, null);
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
