package org.waymark.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.calendar.Notice.Days;

/** The notices the office typed in. */
@Component
class NoticeTable {

    private final JdbcClient db;
    private final Clock clock;

    NoticeTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Head(LocalDate published, String number, String recordedBy) {}

    private record Row(LocalDate published, LocalDate from, LocalDate to, boolean work, String name) {}

    /** Waits for whoever publishes a notice at this moment; given back with the end of the caller's transaction. */
    void lock() {
        db.sql("select name from start_lock where name = 'notices' for update")
                .query(String.class)
                .single();
    }

    int count() {
        return db.sql("select count(*) from calendar_notice")
                .query(Integer.class)
                .single();
    }

    /** In the order they were recorded. */
    List<Notice> all() {
        Map<LocalDate, List<Days>> days = db
                .sql(
                        """
                        select published_on as "published", from_on as "from", to_on as "to", workday as "work", name
                        from calendar_notice_day order by published_on, from_on""")
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::published,
                        Collectors.mapping(
                                row -> new Days(row.from(), row.to(), row.work(), row.name()), Collectors.toList())));
        return db
                .sql(
                        """
                        select published_on as "published", paper_no as "number", recorded_by from calendar_notice
                        order by recorded_at, published_on""")
                .query(Head.class)
                .list()
                .stream()
                .map(head -> new Notice(
                        head.published(),
                        head.number(),
                        head.recordedBy(),
                        days.getOrDefault(head.published(), List.of())))
                .toList();
    }

    void insert(Notice notice) {
        db.sql(
                        """
                        insert into calendar_notice (published_on, paper_no, recorded_at, recorded_by)
                        values (:published, :number, :now, :who)""")
                .param("published", notice.published())
                .param("number", notice.number())
                .param("now", OffsetDateTime.now(clock))
                .param("who", notice.recordedBy())
                .update();
        for (Days days : notice.days()) {
            db.sql(
                            """
                            insert into calendar_notice_day (published_on, from_on, to_on, workday, name)
                            values (:published, :from, :to, :work, :name)""")
                    .param("published", notice.published())
                    .param("from", days.from())
                    .param("to", days.to())
                    .param("work", days.work())
                    .param("name", days.name())
                    .update();
        }
    }
}
