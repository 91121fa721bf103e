package org.waymark.progress.indicator;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.progress.indicator.Indicator.Measure;
import org.waymark.progress.indicator.Indicator.Statement;

/** The rows of indicators and of what is known of them. */
@Component
class IndicatorTable {

    private static final String COLUMNS =
            """
            select indicator_year, code, statement, seq, name_zh, name_en, unit_zh, unit_en, measure from indicator
            """;
    private static final String VERSIONS =
            """
            select v.code, v.version, v.target, v.actual, v.growth, v.town_rank, v.source, v.source_on, v.note, v.made_up,
              v.recorded_by, v.recorded_at
            from indicator_version v
            """;
    private static final RowMapper<Indicator> INDICATOR = (row, n) -> new Indicator(
            row.getInt("indicator_year"),
            row.getString("code"),
            Statement.valueOf(row.getString("statement")),
            row.getInt("seq"),
            row.getString("name_zh"),
            row.getString("name_en"),
            row.getString("unit_zh"),
            row.getString("unit_en"),
            Measure.valueOf(row.getString("measure")),
            null);

    private final JdbcClient db;
    private final Clock clock;

    IndicatorTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Integer> years() {
        return db.sql("select distinct indicator_year from indicator order by indicator_year desc")
                .query(Integer.class)
                .list();
    }

    List<Indicator> of(int year) {
        Map<String, Known> newest = new HashMap<>();
        var known = new DataClassRowMapper<>(Known.class);
        db.sql(
                        VERSIONS
                                + """
                        where v.indicator_year = :year and v.version = (select max(n.version) from indicator_version n
                          where n.indicator_year = v.indicator_year and n.code = v.code)""")
                .param("year", year)
                .query((row, n) -> newest.put(row.getString("code"), known.mapRow(row, n)))
                .list();
        return db
                .sql(COLUMNS + "where indicator_year = :year order by seq, code")
                .param("year", year)
                .query(INDICATOR)
                .list()
                .stream()
                .map(one -> one.with(newest.get(one.code())))
                .toList();
    }

    /** Locked until the transaction ends, so that its versions are made one after the other. */
    Optional<Indicator> lock(int year, String code) {
        return db.sql(COLUMNS + "where indicator_year = :year and code = :code for update")
                .param("year", year)
                .param("code", code)
                .query(INDICATOR)
                .optional();
    }

    /** The newest first. */
    List<Known> versions(int year, String code) {
        return db.sql(VERSIONS + "where v.indicator_year = :year and v.code = :code order by v.version desc")
                .param("year", year)
                .param("code", code)
                .query(Known.class)
                .list();
    }

    /** The code an indicator of this name has in the newest year that has it. */
    Optional<String> codeOf(String nameZh) {
        return db.sql("select code from indicator where name_zh = :name order by indicator_year desc, code limit 1")
                .param("name", nameZh)
                .query(String.class)
                .optional();
    }

    /** The last place of a year, 0 if it has none. */
    int lastPlace(int year) {
        return db.sql("select coalesce(max(seq), 0) from indicator where indicator_year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** Whether it was not there before. */
    boolean insert(Indicator one) {
        return db.sql(
                                """
                                insert into indicator (indicator_year, code, statement, seq, name_zh, name_en, unit_zh, unit_en,
                                  measure)
                                select cast(:year as int), :code, :statement, cast(:seq as int), :nameZh, :nameEn, :unitZh, :unitEn,
                                  :measure
                                from (select 1 as one) t where not exists (
                                  select 1 from indicator where indicator_year = :year and code = :code)""")
                        .param("year", one.year())
                        .param("code", one.code())
                        .param("statement", one.statement().name())
                        .param("seq", one.seq())
                        .param("nameZh", one.nameZh())
                        .param("nameEn", one.nameEn())
                        .param("unitZh", one.unitZh())
                        .param("unitEn", one.unitEn())
                        .param("measure", one.measure().name())
                        .update()
                == 1;
    }

    void insert(int year, String code, Known known) {
        db.sql(
                        """
                        insert into indicator_version (indicator_year, code, version, target, actual, growth, town_rank, source,
                          source_on, note, made_up, recorded_by, recorded_at)
                        values (:year, :code, :version, :target, :actual, :growth, :rank, :source, :sourceOn, :note,
                          :madeUp, :who, :now)""")
                .param("year", year)
                .param("code", code)
                .param("version", known.version())
                .param("target", known.target())
                .param("actual", known.actual())
                .param("growth", known.growth())
                .param("rank", known.townRank())
                .param("source", known.source())
                .param("sourceOn", known.sourceOn())
                .param("note", known.note())
                .param("madeUp", known.madeUp())
                .param("who", known.recordedBy())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
