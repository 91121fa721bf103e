package org.waymark.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL goes about the queries of recomputing when a hundred thousand periods run. */
final class Plans {

    /** Steps and tasks that are not due on their period's day: none must be. */
    static final String STEPS_APART =
            """
            select count(*) from legal_period p join step s on s.instance_key = p.instance_key and s.rule_code = p.rule
              and s.state = 'OPEN' join act_ru_task t on t.id_ = s.task_id
            where p.state = 'RUNNING' and (s.due_on <> p.due_on or cast(t.due_date_ as date) <> p.due_on)""";

    /** Timers that do not fire when their period's last day is over: none must be. */
    static final String TIMERS_APART =
            """
            select count(*) from legal_period p join act_ru_execution e on e.business_key_ = p.instance_key
              and e.parent_id_ is null join act_ru_job j on j.process_instance_id_ = e.id_ and j.type_ = 'timer'
            where p.state = 'RUNNING' and p.rule = 'HA-REVIEW-REQ' and cast(j.duedate_ as date) <> p.due_on + 1""";

    private Plans() {}

    static List<String> of(JdbcClient db) {
        List<String> told = new ArrayList<>();
        String some = "array(select id from legal_period where state = 'RUNNING' order by id limit 500)";
        String keys = "array(select instance_key from legal_period where state = 'RUNNING' order by id limit 500)";
        db.sql("update legal_period set computed_with = 0 where id % 2 = 0").update();
        for (String query : List.of(
                "select id from legal_period where state = 'RUNNING' and computed_with < 99 and id > 50000 order by id limit 500",
                "select id from legal_period where state = 'RUNNING' and computed_with < 1 and id > 50000 order by id limit 500",
                "select id from legal_period where state = 'RUNNING' and computed_with < 0 and id > 0 order by id limit 500",
                "select id from legal_period where kind = 'MIN' and state = 'ELAPSED' and due_on >= '2020-05-01' and computed_with < 99 order by id limit 500",
                "select * from legal_period where id = any(" + some
                        + ") and state = 'RUNNING' and computed_with < 99 order by id for update skip locked",
                "select * from legal_period where running_for = 'BENCH:C-7:appraisal:1/HA-REVIEW-REQ'",
                "select task_id from step where instance_key = any(" + keys
                        + ") and state = 'OPEN' order by task_id for update",
                "select * from step where instance_key = any(" + keys
                        + ") and state = 'OPEN' and rule_code is not null",
                "select instance_key, event, happened_on from anchor_event where id in (select max(id) from anchor_event where instance_key = any("
                        + keys + ") group by instance_key, event)",
                "select * from act_ru_execution where parent_id_ is null and business_key_ = any(" + keys + ")")) {
            told.add("\n" + query);
            db.sql("explain (analyze, costs off, timing off) " + query)
                    .query(String.class)
                    .list()
                    .forEach(line -> told.add("  " + line));
        }
        db.sql("update legal_period set computed_with = 99 where computed_with = 0")
                .update();
        return told;
    }
}
