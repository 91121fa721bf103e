package org.waymark.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes many cases of one that the engine opened, by copying its rows in our tables and the engine's: a hundred thousand
 * would take the engine half an hour. Copy {@code n} has the ids of the original with {@code -n} behind them.
 */
final class Copies {

    private static final Set<String> IDS = Set.of(
            "id_",
            "execution_id_",
            "proc_inst_id_",
            "parent_id_",
            "act_inst_id_",
            "task_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "var_scope_",
            "task_id");

    private final JdbcClient db;
    private final String original;
    private final String project;

    Copies(JdbcClient db, String original, String project) {
        this.db = db;
        this.original = original;
        this.project = project;
    }

    /** Copies {@code from} to {@code to}; their events happened on one of the 60 days up to the original's. */
    void make(int from, int to) {
        String instance = db.sql(
                        "select proc_inst_id_ from act_ru_execution where business_key_ = ? and parent_id_ is null")
                .param(original)
                .query(String.class)
                .single();
        String of = "'" + instance + "'";
        String key = "'%s:C-' || n || ':appraisal:1'".formatted(project);
        String own = "'" + original + "'";
        copy(
                "act_ru_execution",
                "proc_inst_id_ = " + of,
                Map.of("business_key_", "case when t.business_key_ is null then null else " + key + " end"),
                from,
                to);
        copy("act_ru_task", "proc_inst_id_ = " + of, Map.of(), from, to);
        copy("act_ru_variable", "proc_inst_id_ = " + of, Map.of(), from, to);
        copy("act_ru_job", "process_instance_id_ = " + of, Map.of(), from, to);
        copy("act_hi_taskinst", "proc_inst_id_ = " + of, Map.of(), from, to);
        copy("placement", "instance_key = " + own, Map.of("instance_key", key, "object_no", "'C-' || n"), from, to);
        copy(
                "step",
                "instance_key = " + own + " and state = 'OPEN'",
                Map.of("instance_key", key, "object_no", "'C-' || n"),
                from,
                to);
        copy("change_chain", "chain = " + own, Map.of("chain", key), from, to);
        copy(
                "anchor_event",
                "instance_key = " + own,
                Map.of("instance_key", key, "happened_on", "t.happened_on - n % 60"),
                from,
                to);
        copy(
                "legal_period",
                "instance_key = " + own + " and running_for is not null",
                Map.of(
                        "instance_key", key,
                        "running_for", key + " || '/' || t.rule",
                        "anchor_on", "t.anchor_on - n % 60",
                        "due_on", "t.anchor_on - n % 60",
                        "computed_with", "0"),
                from,
                to);
    }

    private void copy(String table, String which, Map<String, String> others, int from, int to) {
        List<String> columns = db.sql(
                        """
                        select column_name from information_schema.columns
                        where table_name = ? and table_schema = 'public' and is_identity = 'NO'""")
                .param(table)
                .query(String.class)
                .list();
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : columns) {
            values.put(
                    column,
                    others.getOrDefault(column, IDS.contains(column) ? "t." + column + " || '-' || n" : "t." + column));
        }
        db.sql("insert into %s (%s) select %s from %s t cross join generate_series(%d, %d) n where %s"
                        .formatted(
                                table,
                                String.join(", ", values.keySet()),
                                String.join(", ", values.values()),
                                table,
                                from,
                                to,
                                which))
                .update();
    }
}
