package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.deadline.Anchors;
import org.waymark.deadline.ledger.LegalPeriod;
import org.waymark.deadline.ledger.PeriodLedger;
import org.waymark.deadline.service.Posting;
import org.waymark.deadline.service.Posting.Place;
import org.waymark.deadline.service.Posting.Stage;
import org.waymark.deadline.service.Postings;
import org.waymark.milestone.step.Entries;
import org.waymark.project.Projects;

/** A notice in town, village and group counts from the last of them, and each is kept with its photo. */
@WaymarkTest
class PostingTest {

    private static final String JUNE = "2021-06-0";
    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Walk walk;

    @Autowired
    Anchors anchors;

    @Autowired
    Postings postings;

    @Autowired
    PeriodLedger ledger;

    private final String project = "POSTING-" + ++count;

    @BeforeEach
    void aPrenoticePostedOnThreeDays() {
        projects.open(Walk.project(project, "resettlement-project", null));
        walk.jobs(project);
        Map<String, Object> may =
                Map.of("happenedOn", "2021-06-01", "publishedOn", "2021-06-01", "notifiedOn", "2021-06-01");
        walk.submit(project, "step_publishScope", asked("step_publishScope", may));
        walk.submit(project, "step_notifyFreeze", asked("step_notifyFreeze", may));
        walk.jobs(project);
        walk.submit(project, "step_prenotice", posted("step_prenotice", 2, 4, 3));
        walk.jobs(project);
    }

    @Test
    void thePeriodRunsFromTheLastPosting() {
        assertThat(anchors.latest(project, "prenoticePublished")).contains(LocalDate.of(2021, 6, 4));
        walk.submit(project, "step_assessRisk", Map.of("happenedOn", JUNE + 5, "postingSeenOn", JUNE + 5));
        walk.submit(project, "step_draftPlan", Map.of("happenedOn", JUNE + 5));
        walk.submit(project, "step_planNotice", posted("step_planNotice", 6, 7, 9));
        assertThat(ledger.of(project))
                .filteredOn(period -> period.rule().equals("LR-PLAN-NOTICE"))
                .extracting(LegalPeriod::anchorOn, LegalPeriod::dueOn)
                .containsExactly(tuple(LocalDate.of(2021, 6, 9), LocalDate.of(2021, 7, 9)));
    }

    @Test
    void everyPlaceIsKeptWithItsDayPosterAndPhoto() {
        assertThat(postings.of(project, "prenoticePublished"))
                .extracting(Posting::place, Posting::seenOn, Posting::poster, Posting::files)
                .containsExactly(
                        tuple(Place.TOWN, LocalDate.of(2021, 6, 2), "x", 1),
                        tuple(Place.VILLAGE, LocalDate.of(2021, 6, 4), "x", 1),
                        tuple(Place.GROUP, LocalDate.of(2021, 6, 3), "x", 1));
    }

    @Test
    void theStepBehindThePeriodKeepsThePhotoOfItsEnd() {
        walk.submit(project, "step_assessRisk", Map.of("happenedOn", JUNE + 5, "postingSeenOn", JUNE + 5));
        assertThat(postings.of(project, "prenoticePublished"))
                .filteredOn(row -> row.stage() == Stage.END)
                .extracting(Posting::seenOn, Posting::files)
                .containsExactly(tuple(LocalDate.of(2021, 6, 5), 1));
    }

    @Test
    void theEndIsNotBeforeTheLastPosting() {
        assertThatThrownBy(() -> walk.submit(
                        project, "step_assessRisk", Map.of("happenedOn", JUNE + 5, "postingSeenOn", JUNE + 3)))
                .isInstanceOf(Entries.Incomplete.class)
                .hasMessageContainingAll("2021-06-03", "2021-06-04");
        assertThat(walk.open(project)).containsExactly("step_assessRisk");
    }

    private Map<String, Object> posted(String element, int town, int village, int group) {
        return asked(
                element,
                Map.of(
                        "happenedOn", JUNE + Math.max(town, Math.max(village, group)),
                        "publishedOn", JUNE + town,
                        "townPostedOn", JUNE + town,
                        "villagePostedOn", JUNE + village,
                        "groupPostedOn", JUNE + group));
    }

    /** Those of the values the form has fields for. */
    private Map<String, Object> asked(String element, Map<String, Object> values) {
        Map<String, Object> asked = new HashMap<>(values);
        asked.keySet().removeIf(name -> !walk.asks(walk.step(project, element), name));
        return asked;
    }
}
