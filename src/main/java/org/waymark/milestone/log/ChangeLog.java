package org.waymark.milestone.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.log.ChangeTable.Link;
import org.waymark.template.Plain;

/**
 * Every change of state, owner, date or plan, as a row that is never changed again. Rows of one case or project form a
 * chain: each carries the hash of its own content and of the row before it.
 */
@Service
public class ChangeLog {

    private static final String FIRST = "";

    private final JdbcClient db;
    private final ChangeTable ends;
    private final Clock clock;

    ChangeLog(JdbcClient db, ChangeTable ends, Clock clock) {
        this.db = db;
        this.ends = ends;
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
            String hash) {

        private Recorded with(String ownHash) {
            return new Recorded(
                    chain, seq, what, subject, oldValue, newValue, reason, happenedOn, recordedAt, who, ownHash);
        }
    }

    /** Adds a row. Writers of one chain take turns: each waits until the one before has ended its transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Change change) {
        add(List.of(change));
    }

    /** Adds many rows in a few statements; whoever writes to several chains locks them in one order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Change> changes) {
        Set<String> chains = changes.stream().map(Change::chain).collect(Collectors.toCollection(TreeSet::new));
        if (chains.isEmpty()) {
            return;
        }
        Map<String, Link> before = ends.lock(chains);
        Map<String, Link> now = new HashMap<>(before);
        List<Recorded> rows = new ArrayList<>();
        for (Change change : changes) {
            Recorded row = next(change, now.get(change.chain()));
            rows.add(row);
            now.put(row.chain(), new Link(row.chain(), row.seq(), row.hash()));
        }
        ends.insert(rows);
        ends.end(
                now.values().stream()
                        .filter(link -> !before.containsKey(link.chain()))
                        .toList(),
                true);
        ends.end(
                now.values().stream()
                        .filter(link -> before.containsKey(link.chain()))
                        .toList(),
                false);
    }

    private Recorded next(Change change, Link last) {
        if (!Plain.isYear(change.happenedOn())) {
            throw new IllegalArgumentException("%s of %s on %s: no such day is kept"
                    .formatted(change.what(), change.chain(), change.happenedOn()));
        }
        // Databases keep microseconds: hash what will be read back.
        var row = new Recorded(
                change.chain(),
                last == null ? 1 : last.seq() + 1,
                change.what(),
                change.subject(),
                change.oldValue(),
                change.newValue(),
                change.reason(),
                change.happenedOn(),
                OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), clock.getZone()),
                SignedIn.name().orElse("system"),
                null);
        return row.with(hash(last == null ? FIRST : last.hash(), row));
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
}
