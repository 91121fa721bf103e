package org.waymark.milestone.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals each day of the change log once it has ended: one root over the hashes of all its rows and over the root of the
 * day sealed before. Whoever keeps a root, on paper or in a mail, can prove later that nothing before it was changed,
 * added or taken away.
 */
@Service
public class DailySeals {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** Longer than any transaction lasts, so that no row of the day is still to be committed. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Clock clock;

    DailySeals(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A sealed day. */
    public record Seal(LocalDate sealedDay, long rowCount, String root) {}

    /** Seals the oldest ended day that has rows and no seal yet; empty if there is none. */
    @Transactional
    public Optional<Seal> sealNext() {
        Optional<Seal> last = last();
        Instant from = last.map(seal -> start(seal.sealedDay().plusDays(1))).orElse(Instant.EPOCH);
        return firstRow(from)
                .map(row -> row.atZoneSameInstant(SHANGHAI).toLocalDate())
                .filter(day -> !start(day.plusDays(1)).plus(SETTLED).isAfter(clock.instant()))
                .map(day -> seal(day, last.map(Seal::root).orElse("")));
    }

    /** The first sealed day whose rows, or whose place in the order of days, are not as they were; empty if all is sound. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> firstBroken() {
        String before = "";
        for (Seal seal : all()) {
            if (!seal.equals(compute(seal.sealedDay(), before))) {
                return Optional.of(seal.sealedDay());
            }
            before = seal.root();
        }
        return Optional.empty();
    }

    /** All sealed days, oldest first. */
    public List<Seal> all() {
        return db.sql("select sealed_day, row_count, root from change_seal order by sealed_day")
                .query(Seal.class)
                .list();
    }

    private Optional<Seal> last() {
        return db.sql("select sealed_day, row_count, root from change_seal order by sealed_day desc limit 1")
                .query(Seal.class)
                .optional();
    }

    private Optional<OffsetDateTime> firstRow(Instant from) {
        return db.sql("select recorded_at from change_log where recorded_at >= :from order by recorded_at limit 1")
                .param("from", at(from))
                .query(OffsetDateTime.class)
                .optional();
    }

    private Seal seal(LocalDate day, String before) {
        Seal seal = compute(day, before);
        // of two nodes one seals: the other finds the day taken, now or by its key when both are at it
        db.sql(
                        """
                        insert into change_seal (sealed_day, row_count, root, sealed_at)
                        select cast(:day as date), cast(:rows as bigint), :root, cast(:now as timestamp with time zone)
                        from (select 1 as one) t where not exists (select 1 from change_seal where sealed_day = :day)""")
                .param("day", day)
                .param("rows", seal.rowCount())
                .param("root", seal.root())
                .param("now", at(clock.instant()))
                .update();
        return seal;
    }

    private Seal compute(LocalDate day, String before) {
        MessageDigest digest = sha256();
        digest.update((before + "|" + day).getBytes(StandardCharsets.UTF_8));
        long rows;
        try (Stream<String> hashes = hashes(day)) {
            rows = hashes.peek(hash -> digest.update(("|" + hash).getBytes(StandardCharsets.UTF_8)))
                    .mapToLong(hash -> 1)
                    .sum();
        }
        return new Seal(day, rows, HexFormat.of().formatHex(digest.digest()));
    }

    private Stream<String> hashes(LocalDate day) {
        return db
                .sql("select hash from change_log where recorded_at >= :from and recorded_at < :to order by id")
                .param("from", at(start(day)))
                .param("to", at(start(day.plusDays(1))))
                .query(String.class)
                .stream();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(SHANGHAI).toOffsetDateTime();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
