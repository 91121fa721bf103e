package org.waymark.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Together;
import org.waymark.WaymarkTest;
import org.waymark.engine.Engine;
import org.waymark.milestone.need.WaitingDiagram;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Projects;

/** Who answers for a project that waits in vain is told so once. */
@WaymarkTest
class VainNeedsTest {

    @Autowired
    VainNeeds vain;

    @Autowired
    Projects projects;

    @Autowired
    Engine engine;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String graves = "VAIN-" + key;
    private final String cemetery = "VAINON-" + key;

    private void aNeedInVain() {
        WaitingDiagram.deploy(engine);
        projects.open(WaitingDiagram.project(
                cemetery,
                List.of(new Quantity("places", "墓穴", "Places", "穴", new BigDecimal("100"), BigDecimal.ZERO))));
        projects.open(WaitingDiagram.project(
                graves,
                List.of(),
                new Need(graves, "milestone_first", cemetery, null, "places", new BigDecimal("50"), null)));
        db.sql("delete from mail_outbox where kind = 'VAIN'").update();
        vain.morning();
        assertThat(told()).as("while it may still come").isEmpty();
        // what other tests left in vain was told by this very morning: its mail would hold ours back
        db.sql("delete from mail_outbox where kind = 'VAIN'").update();
        projects.cancel(cemetery, "规划调整");
    }

    @Test
    void managerAndLeaderAreToldOnce() {
        aNeedInVain();
        vain.morning();
        assertThat(told()).containsExactly("leader", "manager");
        assertThat(db.sql("select body_text from mail_outbox where kind = 'VAIN' and person = 'manager'")
                        .query(String.class)
                        .single())
                .contains("“等待的项目”的节点“一”等待“等待的项目”")
                .contains("/projects/" + graves);
        assertThat(vain.morning()).isZero();
        db.sql("update mail_outbox set morning = date '2021-06-01' where kind = 'VAIN'")
                .update();
        assertThat(vain.morning()).as("nor on a later morning").isZero();
    }

    @Test
    void ofTwoNodesOneTells() {
        aNeedInVain();
        assertThat(Together.overlapping(transaction, db, vain::morning, vain::morning))
                .containsOnlyNulls();
        assertThat(told()).containsExactly("leader", "manager");
    }

    private List<String> told() {
        return db.sql(
                        """
                        select t.person from need_told t join project_need n on n.id = t.need
                        where n.project = ? order by t.person""")
                .params(graves)
                .query(String.class)
                .list();
    }
}
