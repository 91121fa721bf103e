package org.waymark.identity.workbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The workbooks that wait to be taken, and the record of those that were. */
@Component
class ImportTable {

    private final JdbcClient db;

    ImportTable(JdbcClient db) {
        this.db = db;
    }

    /** A workbook that was looked at. */
    record Waiting(String fileName, byte[] content, String outcome) {}

    /** A workbook that was taken: when, by whom, which, and how many it made, changed and left. */
    record Taken(
            String fileName,
            String sha256,
            String takenBy,
            OffsetDateTime takenAt,
            int created,
            int changed,
            int unchanged) {}

    void add(String id, String fileName, byte[] content, String outcome, String who, OffsetDateTime now) {
        db.sql(
                        """
                        insert into people_import (id, file_name, sha256, content, outcome, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(id, fileName, hash(content), content, outcome, who, now)
                .update();
    }

    Optional<Waiting> waiting(String id) {
        return db.sql(
                        "select file_name, content, outcome from people_import where id = ? and taken_at is null for update")
                .param(id)
                .query((row, n) -> new Waiting(row.getString(1), row.getBytes(2), row.getString(3)))
                .optional();
    }

    /** The file itself is not kept: it holds people's addresses, and its hash says which it was. */
    void taken(String id, String who, OffsetDateTime now, int created, int changed, int unchanged) {
        db.sql(
                        """
                        update people_import set taken_by = ?, taken_at = ?, created = ?, changed = ?, unchanged = ?,
                          content = null where id = ?""")
                .params(who, now, created, changed, unchanged, id)
                .update();
    }

    /** Those nobody took. */
    void forget(OffsetDateTime before) {
        db.sql("delete from people_import where taken_at is null and uploaded_at < ?")
                .param(before)
                .update();
    }

    List<Taken> newest(int most) {
        return db.sql(
                        """
                        select file_name, sha256, taken_by, taken_at, created, changed, unchanged from people_import
                        where taken_at is not null order by taken_at desc fetch first %d rows only"""
                                .formatted(most))
                .query(Taken.class)
                .list();
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
