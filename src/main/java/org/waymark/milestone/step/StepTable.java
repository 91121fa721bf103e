package org.waymark.milestone.step;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.engine.TaskNews;
import org.waymark.milestone.step.Step.State;

/** The rows of steps. */
@Component
class StepTable {

    private static final String COLUMNS =
            """
            select task_id, instance_key, process, definition, project, milestone, element, round, name_zh, name_en, stage,
              object_no, village, team, state, holder, rule_code, candidate_group, assignee, responsible, due_on,
              original_due_on, happened_on, recorded_at, waiting_party, waiting_since, waiting_letter from step
              """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate many;

    StepTable(JdbcClient db, NamedParameterJdbcTemplate many) {
        this.db = db;
        this.many = many;
    }

    Optional<Step> find(String taskId) {
        return db.sql(COLUMNS + "where task_id = :task")
                .param("task", taskId)
                .query(Step.class)
                .optional();
    }

    Optional<Step> lock(String taskId) {
        return db.sql(COLUMNS + "where task_id = :task for update")
                .param("task", taskId)
                .query(Step.class)
                .optional();
    }

    List<Step> of(String instanceKey) {
        return db.sql(COLUMNS + "where instance_key = :key order by opened_at, element")
                .param("key", instanceKey)
                .query(Step.class)
                .list();
    }

    // index step_recorded (recorded_by, recorded_at, task_id)
    List<Step> doneBy(String person, int offset, int limit) {
        return db.sql(
                        COLUMNS
                                + """
                                where recorded_by = :person and state = 'DONE'
                                order by recorded_at desc, task_id desc limit :limit offset :offset""")
                .param("person", person)
                .param("limit", limit)
                .param("offset", offset)
                .query(Step.class)
                .list();
    }

    int countDoneBy(String person) {
        return db.sql("select count(*) from step where recorded_by = :person and state = 'DONE'")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    void insert(TaskNews.Opened task, OffsetDateTime now, LocalDate today) {
        var properties = task.properties();
        int round = 1
                + db.sql("select count(*) from step where instance_key = :key and element = :element")
                        .param("key", task.instanceKey())
                        .param("element", task.element())
                        .query(Integer.class)
                        .single();
        String party = properties.get("waiting");
        db.sql(
                        """
                        insert into step (task_id, instance_key, process, definition, project, milestone, element, round, name_zh,
                          name_en, stage, object_no, village, team, responsible, state, holder, rule_code,
                          candidate_group, assignee, due_on, original_due_on, opened_at, waiting_party, waiting_since)
                        select :task, :key, :process, :definition, :project, :milestone, :element, :round, :name, :nameEn, :stage,
                          p.object_no, p.village, p.team, p.responsible, 'OPEN', :holder, :rule, :group, :assignee,
                          cast(:due as date), cast(:due as date), :now, :party, cast(:since as date)
                        from (select 1 as one) t left join placement p on p.instance_key = :key""")
                .param("task", task.taskId())
                .param("key", task.instanceKey())
                .param("process", task.process())
                .param("definition", task.definition())
                .param("project", task.project())
                .param("milestone", task.milestone())
                .param("element", task.element())
                .param("round", round)
                .param("name", task.name())
                .param("nameEn", properties.getOrDefault("en", task.name()))
                .param("stage", properties.get("stage"))
                .param("holder", properties.getOrDefault("holder", "OURS"))
                .param("rule", properties.get("rule"))
                .param("group", task.candidateGroup())
                .param("assignee", task.assignee())
                .param("due", task.due())
                .param("now", now)
                .param("party", party)
                .param("since", party == null ? null : today)
                .update();
    }

    void lockOpen(Collection<String> instanceKeys) {
        db.sql("select task_id from step where instance_key in (:keys) and state = 'OPEN' order by task_id for update")
                .param("keys", instanceKeys)
                .query(String.class)
                .list();
    }

    /** The last day a step of this milestone, opened in its present round, was done; empty if none was. */
    Optional<LocalDate> lastDone(String instanceKey, String milestone, OffsetDateTime since) {
        return db.sql(
                        """
                        select max(happened_on) from step
                        where instance_key = :key and milestone = :milestone and state = 'DONE' and opened_at >= :since""")
                .param("key", instanceKey)
                .param("milestone", milestone)
                .param("since", since)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    void assign(String taskId, String person) {
        db.sql("update step set assignee = :person where task_id = :task")
                .param("person", person)
                .param("task", taskId)
                .update();
    }

    void done(String taskId, LocalDate happenedOn, OffsetDateTime now, String who) {
        db.sql(
                        """
                        update step set state = 'DONE', happened_on = :happened, recorded_at = :now,
                          recorded_by = :who, waiting_party = null where task_id = :task""")
                .param("happened", happenedOn)
                .param("now", now)
                .param("who", who)
                .param("task", taskId)
                .update();
    }

    /** Ends an open step without a result. */
    void end(String taskId, State state, OffsetDateTime now) {
        db.sql("update step set state = :state, recorded_at = :now where task_id = :task and state = 'OPEN'")
                .param("state", state.name())
                .param("now", now)
                .param("task", taskId)
                .update();
    }

    void due(String taskId, LocalDate day) {
        db.sql("update step set due_on = :day, moved = moved + 1 where task_id = :task")
                .param("day", day)
                .param("task", taskId)
                .update();
    }

    /** Nothing is due while its period stands still. */
    void undated(String taskId) {
        db.sql("update step set due_on = null where task_id = :task")
                .param("task", taskId)
                .update();
    }

    /** Open steps of these cases and projects that are due by a rule. */
    List<Step> openByRule(Collection<String> instanceKeys) {
        return db.sql(COLUMNS + "where instance_key in (:keys) and state = 'OPEN' and rule_code is not null")
                .param("keys", instanceKeys)
                .query(Step.class)
                .list();
    }

    List<Step> openByRule() {
        return db.sql(COLUMNS + "where state = 'OPEN' and rule_code is not null")
                .query(Step.class)
                .list();
    }

    /** Moves the days of many steps, by task. */
    void due(Map<String, LocalDate> days) {
        many.batchUpdate(
                "update step set due_on = :day, moved = moved + 1 where task_id = :task",
                days.entrySet().stream()
                        .map(one -> new MapSqlParameterSource("task", one.getKey()).addValue("day", one.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The day an imported step was due all along, not a moved one. */
    void importedDue(String taskId, LocalDate day) {
        db.sql("update step set due_on = :day, original_due_on = :day where task_id = :task")
                .param("day", day)
                .param("task", taskId)
                .update();
    }

    void waiting(String taskId, String party, LocalDate since, String letter) {
        db.sql(
                        """
                        update step set waiting_party = :party, waiting_since = cast(:since as date),
                          waiting_letter = :letter where task_id = :task""")
                .param("party", party)
                .param("since", since)
                .param("letter", letter)
                .param("task", taskId)
                .update();
    }
}
