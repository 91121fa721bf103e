package org.waymark.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Desk;
import org.waymark.Rows;
import org.waymark.WaymarkTest;
import org.waymark.engine.clock.DemoClock;

/** While cases are being opened, the board says that its figures are not the last word. */
@WaymarkTest
class StillOpeningTest {

    private static final String PROJECT = "STILL-OPENING";

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient db;

    @Autowired
    DemoClock clock;

    @AfterEach
    void opened() {
        db.sql("update roster_case set state = 'CANCELLED' where project = ?")
                .param(PROJECT)
                .update();
    }

    @Test
    void theBoardSaysHowManyAreStillToCome() {
        long before = toCome();
        var rows = new Rows(db, clock, PROJECT)
                .project()
                .household(1, "REQUESTED", null)
                .household(2, "REQUESTED", null)
                .household(3, "FAILED", null);
        assertThat(toCome()).isEqualTo(before + 2);

        rows.state("SUSPENDED");
        assertThat(toCome()).as("those of a suspended project wait").isEqualTo(before);
    }

    /** As the board says it; 0 where it says nothing. */
    private long toCome() {
        String said = Jsoup.parse(desk.signedIn("leader").page("/board").body())
                .select("main [role=status]")
                .text();
        return said.isEmpty() ? 0 : Long.parseLong(said.replaceFirst("^正在开办：还有 ([\\d,]+) 件待开，已开 .*$", "$1"));
    }
}
