package org.waymark.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.waymark.Walk;
import org.waymark.WaymarkTest;
import org.waymark.engine.Refused;
import org.waymark.project.Projects;

/** What the roster refuses, and that it says why in the reader's language. */
@WaymarkTest
class RefusalTest {

    private static int count;

    @Autowired
    Projects projects;

    @Autowired
    Roster roster;

    @Autowired
    TestRoster test;

    @Autowired
    Clock clock;

    private String project;

    @BeforeEach
    void aProjectOfOneHousehold() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        project = "REFUSE-" + ++count;
        projects.open(Walk.project(project));
        test.open(project, List.of(Walk.household(1, "luxi", null, Map.of())));
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aWithdrawnHouseholdIsNotOpenedAgain() {
        test.close(project, "H-0001", 1);
        roster.withdraw(project, "H-0001", "线路调整，不在红线内");
        refused(() -> reopen(1), "H-0001 is withdrawn and cannot be opened again.");
        LocaleContextHolder.setLocale(Locale.CHINESE);
        refused(() -> reopen(1), "H-0001 已核减，不能重新办理。");
    }

    @Test
    void onlyTheNewestRunIsOpenedAgain() {
        test.close(project, "H-0001", 1);
        reopen(1);
        refused(() -> reopen(1), "H-0001 has a newer run; only its newest can be opened again.");
        refused(() -> reopen(2), "H-0001 is not closed, so it cannot be opened again.");
    }

    @Test
    void aWithdrawalNeedsAReasonAndHappensOnce() {
        refused(() -> roster.withdraw(project, "H-0001", " "), "To withdraw H-0001, give the reason.");
        roster.withdraw(project, "H-0001", "线路调整，不在红线内");
        refused(
                () -> roster.withdraw(project, "H-0001", "线路调整，不在红线内"),
                "H-0001 is withdrawn already. Reload to see it.");
    }

    @Test
    void aNumberIsTakenWhateverTheKind() {
        refused(
                () -> roster.add(project, "grave", List.of(Walk.household(1, "luxi", null, Map.of()))),
                "The roster has number H-0001 already. Check it and import again.");
    }

    @Test
    void anObjectThatCouldNotStartAtItsStageIsRefusedBeforeAnythingIsWritten() {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        refused(
                () -> add("served", Map.of()),
                "H-0002: an object at \"Report served\" needs the day of \"Household report served\".");
        refused(
                () -> add("served", Map.of("reportServed", LocalDate.of(2010, 6, 1))),
                "H-0002: on 2010-06-01, the day given for \"Household report served\", its rule was not in force yet."
                        + " Check the day.");
        refused(
                () -> add("served", Map.of("reportServed", tomorrow)),
                "H-0002: %s has not come yet. Give the day it happened.".formatted(tomorrow));
        refused(
                () -> add("value", Map.of(NewObject.SINCE, tomorrow)),
                "H-0002: %s has not come yet. Give the day it happened.".formatted(tomorrow));
        refused(
                () -> add("nowhere", Map.of()),
                "H-0002: the diagram has no stage \"nowhere\". Check the code of the stage.");
        refused(() -> reopenAt("served", Map.of()), "H-0001 is not closed, so it cannot be opened again.");
        assertThat(roster.find(project, "H-0002")).isEmpty();
    }

    @Test
    void aCaseOpenedAgainAtAStageNeedsItsDaysToo() {
        test.close(project, "H-0001", 1);
        refused(
                () -> reopenAt("served", Map.of()),
                "H-0001: an object at \"Report served\" needs the day of \"Household report served\".");
    }

    @Test
    void whatIsDoneNeedsTheDayItWasClosed() {
        refused(
                () -> roster.add(project, "household", List.of(done(null))),
                "H-0003: an object that is done needs the day it was closed.");
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        refused(
                () -> roster.add(project, "household", List.of(done(tomorrow))),
                "H-0003: %s has not come yet. Give the day it happened.".formatted(tomorrow));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H:1", "H 1", "", " ", "H\t1", "12345678901234567890123456789012345678901"})
    void aNumberHasNoBlanksAndNoColons(String number) {
        assertThatThrownBy(() -> object(number, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + number + "'");
    }

    private void refused(ThrowingCallable what, String sentence) {
        assertThatThrownBy(what).isInstanceOf(Refused.class).hasMessage(sentence);
    }

    private void add(String stage, Map<String, LocalDate> anchors) {
        roster.add(project, "household", List.of(Walk.household(2, "luxi", stage, anchors)));
    }

    private void reopen(int run) {
        roster.reopen(project + ":H-0001:appraisal:" + run, "service", Map.of(), "判决后重新送达");
    }

    private void reopenAt(String stage, Map<String, LocalDate> anchors) {
        roster.reopen(project + ":H-0001:appraisal:1", stage, anchors, "判决后重新送达");
    }

    private static NewObject done(LocalDate day) {
        return object("H-0003", day);
    }

    private static NewObject object(String number, LocalDate doneOn) {
        return new NewObject(
                number,
                "户主 003",
                "luxi",
                "1组",
                null,
                BigDecimal.TEN,
                3,
                "cadre",
                null,
                NewObject.DONE,
                Map.of(),
                doneOn);
    }
}
