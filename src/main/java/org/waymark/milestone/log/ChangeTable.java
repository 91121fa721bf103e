package org.waymark.milestone.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.milestone.log.ChangeLog.Recorded;

/** Writes rows of the log and where its chains end. */
@Component
class ChangeTable {

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate many;

    ChangeTable(JdbcClient db, NamedParameterJdbcTemplate many) {
        this.db = db;
        this.many = many;
    }

    /** The last row of a chain. */
    record Link(String chain, int seq, String hash) {}

    /** Where these chains end, locked until the transaction ends; a chain that has no row yet is left out. */
    Map<String, Link> lock(Collection<String> chains) {
        return db
                .sql("select chain, seq, hash from change_chain where chain in (:chains) order by chain for update")
                .param("chains", chains)
                .query(Link.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Link::chain, Function.identity()));
    }

    void insert(List<Recorded> rows) {
        many.batchUpdate(
                """
                insert into change_log (chain, seq, what, subject, old_value, new_value, reason, happened_on, recorded_at,
                  who, hash)
                values (:chain, :seq, :what, :subject, :old, :new, :reason, :happened, :now, :who, :hash)""",
                rows.stream()
                        .map(row -> new MapSqlParameterSource("chain", row.chain())
                                .addValue("seq", row.seq())
                                .addValue("what", row.what())
                                .addValue("subject", row.subject())
                                .addValue("old", row.oldValue())
                                .addValue("new", row.newValue())
                                .addValue("reason", row.reason())
                                .addValue("happened", row.happenedOn())
                                .addValue("now", row.recordedAt())
                                .addValue("who", row.who())
                                .addValue("hash", row.hash()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void end(List<Link> ends, boolean first) {
        many.batchUpdate(
                first
                        ? "insert into change_chain (chain, seq, hash) values (:chain, :seq, :hash)"
                        : "update change_chain set seq = :seq, hash = :hash where chain = :chain",
                ends.stream()
                        .map(link -> new MapSqlParameterSource("chain", link.chain())
                                .addValue("seq", link.seq())
                                .addValue("hash", link.hash()))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
