package org.waymark.bench;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is compared with: the engine's own means, each task's due date set and each timer computed anew, one by one. */
final class EngineAlone {

    private EngineAlone() {}

    /** Moves up to {@code most} tasks, chosen all over, with their timers; returns how many. */
    static int move(JdbcClient db, TaskService tasks, ManagementService management, Date day, int most) {
        List<Map<String, Object>> rows = db.sql(
                        """
                        select s.task_id as task, j.id_ as timer from step s join act_ru_task t on t.id_ = s.task_id
                          left join act_ru_job j on j.process_instance_id_ = t.proc_inst_id_ and j.type_ = 'timer'
                        where s.state = 'OPEN' and s.project = 'BENCH' and s.rule_code is not null
                        order by md5(s.task_id) limit ?""")
                .param(most)
                .query()
                .listOfRows();
        for (Map<String, Object> row : rows) {
            tasks.setDueDate((String) row.get("task"), day);
            if (row.get("timer") != null) {
                management.recalculateJobDuedate((String) row.get("timer"), false);
            }
        }
        return rows.size();
    }
}
