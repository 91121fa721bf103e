package org.waymark.project.portfolio;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.identity.door.FileNames;

/** Files that were uploaded to be looked at before they are imported. */
@Service
public class Uploads {

    private static final int KEPT_DAYS = 30;
    private static final String COLUMNS =
            "select id, file_name, content, who, uploaded_at, imported_at, opened from portfolio_upload ";

    private final JdbcClient db;
    private final Portfolio portfolio;
    private final Clock clock;

    Uploads(JdbcClient db, Portfolio portfolio, Clock clock) {
        this.db = db;
        this.portfolio = portfolio;
        this.clock = clock;
    }

    /**
     * A file somebody uploaded.
     *
     * @param importedAt null until it is imported
     * @param opened codes of the projects it opened, by blanks; null until it is imported
     */
    public record Upload(
            String id,
            String fileName,
            String content,
            String who,
            OffsetDateTime uploadedAt,
            OffsetDateTime importedAt,
            String opened) {

        public List<String> codes() {
            return opened == null || opened.isEmpty() ? List.of() : Arrays.asList(opened.split(" "));
        }
    }

    /** Keeps the text and forgets old ones; gives the id it is found by. */
    @Transactional
    public String add(String fileName, String text, String who) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        db.sql("delete from portfolio_upload where uploaded_at < :before")
                .param("before", now.minusDays(KEPT_DAYS))
                .update();
        String id = UUID.randomUUID().toString();
        db.sql(
                        """
                        insert into portfolio_upload (id, file_name, content, who, uploaded_at)
                        values (:id, :name, :content, :who, :now)""")
                .param("id", id)
                .param("name", FileNames.plain(fileName, "portfolio"))
                .param("content", text)
                .param("who", who)
                .param("now", now)
                .update();
        return id;
    }

    /** Only to whoever uploaded it. */
    public Optional<Upload> find(String id, String who) {
        return one(COLUMNS + "where id = :id and who = :who", id, who);
    }

    /**
     * Imports it, once: whoever confirms again, at the same moment or later, changes nothing.
     *
     * @return false if there is no such file of this person
     * @throws Portfolio.Wrong if anything is wrong with it by now
     */
    @Transactional
    public boolean confirm(String id, String who) {
        Optional<Upload> upload = one(COLUMNS + "where id = :id and who = :who for update", id, who);
        if (upload.isPresent() && upload.get().importedAt() == null) {
            List<String> opened = portfolio.open(Reading.of(upload.get().content()));
            db.sql("update portfolio_upload set imported_at = :now, opened = :opened where id = :id")
                    .param("now", OffsetDateTime.now(clock))
                    .param("opened", String.join(" ", opened))
                    .param("id", id)
                    .update();
        }
        return upload.isPresent();
    }

    private Optional<Upload> one(String query, String id, String who) {
        return db.sql(query)
                .param("id", id)
                .param("who", who)
                .query(Upload.class)
                .optional();
    }
}
