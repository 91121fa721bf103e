package org.waymark.project.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** Decisions on a whole project need a reason, are taken once and are in the log. */
@WaymarkTest
class DecisionsTest {

    @Autowired
    Stops stops;

    @Autowired
    Endings endings;

    @Autowired
    Projects projects;

    @Autowired
    ChangeLog log;

    @Autowired
    Walk walk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final String project =
            "DECIDE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeEach
    void aProject() {
        LocaleContextHolder.setLocale(Locale.CHINA);
        projects.open(Walk.project(project));
        walk.jobs(project);
    }

    @AfterEach
    void theLanguageIsNobodys() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void ofTwoWhoSuspendAtOnceOneIsTold() {
        var failures = Together.overlapping(transaction, db, this::suspend, this::suspend);
        assertThat(failures.get(0)).isNull();
        assertThat(failures.get(1)).isInstanceOf(Refused.class).hasMessageContaining("Somebody else has just changed");
        assertThat(stops.of(project)).hasSize(1);
    }

    @Test
    void withoutReasonOrDocumentNothingHappens() {
        assertThatThrownBy(() -> stops.suspend(project, " ", "1号")).hasMessage("请写明原因。");
        assertThatThrownBy(() -> stops.suspend(project, "资金未到位", "")).hasMessage("请填写批准文号。");
        assertThatThrownBy(() -> stops.resume(project, "资金到位", "2号")).hasMessageContaining("不能恢复");
        assertThat(projects.find(project).map(Project::state)).contains(Project.State.RUNNING);
        assertThat(stops.of(project)).isEmpty();
    }

    @Test
    void theLogSaysWhyAndByWhichDocument() {
        suspend();
        resume();
        assertThat(log.of(project))
                .filteredOn(row -> row.what().startsWith("project."))
                .extracting(ChangeLog.Recorded::what, ChangeLog.Recorded::newValue, ChangeLog.Recorded::reason)
                .containsExactly(
                        tuple("project.opened", "appraisal-only", null),
                        tuple("project.suspended", "SUSPENDED", "资金未到位 · 芦政〔2021〕1号"),
                        tuple("project.resumed", "RUNNING", "资金已到位 · 芦政〔2021〕2号"));
        assertThat(log.firstBroken(project)).isEmpty();
    }

    @Test
    void aProjectIsNotCancelledWithoutAReasonAndNotTwice() {
        assertThatThrownBy(() -> projects.cancel(project, " "))
                .isInstanceOf(Refused.class)
                .hasMessage("请写明原因。");
        projects.cancel(project, "线路改道");
        assertThatThrownBy(() -> projects.cancel(project, "线路改道")).hasMessageContaining("已经取消或办结");
    }

    @Test
    void aProjectWithOpenPhasesIsNotClosed() {
        phase();
        assertThatThrownBy(() -> endings.finish(project, "全部完成"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("还有未办结的分期：二期");
        assertThat(state()).isEqualTo(Project.State.RUNNING);
        db.sql("update project set state = 'CLOSED' where parent = ?")
                .params(project)
                .update();
        endings.finish(project, "全部完成");
        assertThat(state()).isEqualTo(Project.State.CLOSED);
    }

    @Test
    void aProcessThatEndsBeforeItsPhasesLeavesTheProjectRunning() {
        phase();
        projects.close(project);
        assertThat(state()).isEqualTo(Project.State.RUNNING);
        assertThat(log.of(project)).extracting(ChangeLog.Recorded::what).contains("project.ended");
    }

    @Test
    void phasesGoOnWithoutTheirParent() {
        phase();
        stops.suspend(project, "资金未到位", "芦政〔2021〕1号");
        projects.cancel(project, "线路改道");
        assertThat(projects.phases(project)).singleElement().returns(Project.State.RUNNING, Project::state);
    }

    @Test
    void aSuspendedProjectIsNotClosedByHand() {
        suspend();
        assertThatThrownBy(() -> endings.finish(project, "全部完成")).hasMessageContaining("请先恢复再结案");
    }

    private void phase() {
        db.sql(
                        """
                        insert into project (code, template, name_zh, name_en, state, starts_on, opened_at, parent)
                        select code || '-2', template, '二期', 'Phase 2', 'RUNNING', starts_on, opened_at, code
                        from project where code = ?""")
                .params(project)
                .update();
    }

    private Project.State state() {
        return projects.find(project).orElseThrow().state();
    }

    private void suspend() {
        stops.suspend(project, "资金未到位", "芦政〔2021〕1号");
    }

    private void resume() {
        stops.resume(project, "资金已到位", "芦政〔2021〕2号");
    }
}
