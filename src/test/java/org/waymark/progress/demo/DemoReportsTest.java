package org.waymark.progress.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.waymark.progress.Figures;
import org.waymark.progress.PastReports;
import org.waymark.progress.indicator.Indicator;
import org.waymark.progress.indicator.Indicators;
import org.waymark.progress.indicator.Known;
import org.waymark.project.Project;
import org.waymark.project.Projects;

/** The demo's months and indicators, without a database. */
class DemoReportsTest {

    private final PastReports past = mock(PastReports.class);
    private final Projects projects = mock(Projects.class);
    private final Clock clock = Clock.fixed(
            LocalDate.of(2021, 6, 15)
                    .atTime(9, 0)
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toInstant(),
            ZoneId.of("Asia/Shanghai"));
    private final DemoReports demo = new DemoReports(past, projects, clock);

    @Test
    void aProjectThatIsNotThereHasNoMonths() throws IOException {
        when(projects.find(anyString())).thenReturn(Optional.empty());
        demo.bringIn();
        verify(past, never()).add(any(), any(), any(), any(), any());
    }

    @Test
    void everyLineIsAPastMonthMarkedAsMadeUp() throws IOException {
        when(projects.find(anyString())).thenAnswer(call -> Optional.of(project(call.getArgument(0))));
        demo.bringIn();
        var figures = ArgumentCaptor.forClass(Figures.class);
        var days = ArgumentCaptor.forClass(LocalDate.class);
        int lines = DemoIndicators.lines("demo/reports.csv").size();
        verify(past, times(lines)).add(any(), any(), days.capture(), figures.capture(), any());
        assertThat(figures.getAllValues()).hasSizeGreaterThan(20).allMatch(Figures::madeUp);
        assertThat(days.getAllValues())
                .allSatisfy(day -> assertThat(day).isBefore(LocalDate.of(2021, 6, 15)))
                .anySatisfy(day -> assertThat(day).isAfter(LocalDate.of(2021, 5, 19)));
    }

    @Test
    void theMonthsAreBroughtInOnce() throws IOException {
        when(past.broughtIn()).thenReturn(true);
        when(projects.find(anyString())).thenAnswer(call -> Optional.of(project(call.getArgument(0))));
        demo.bringIn();
        verify(past, never()).add(any(), any(), any(), any(), any());
    }

    @Test
    void indicatorsHoldWhatWasPublishedAndNothingElse() throws IOException {
        List<List<String>> lines = DemoIndicators.lines("demo/indicators.csv");
        assertThat(lines).allSatisfy(cells -> {
            assertThat(cells).hasSize(13);
            assertThat(Stream.of(9, 10, 11).map(cells::get)).anyMatch(number -> !number.isEmpty());
        });
        assertThat(numbers(lines, "2021", 9)).containsExactly("6.5", "20", "7", "5", "15", "15", "5", "2", "1.5");
        assertThat(numbers(lines, "2020", 11)).containsExactly("3.01", "56.74", "32.2", "50.56", "36.31", "", "");
    }

    @Test
    void eachStatementHasIndicatorsAndOnlyThePublishedOnesAreNotMarkedAsMadeUp() throws IOException {
        var indicators = mock(Indicators.class);
        when(indicators.add(any())).thenReturn(true);
        new DemoIndicators(indicators).run(null);
        var listed = ArgumentCaptor.forClass(Indicator.class);
        verify(indicators, atLeastOnce()).add(listed.capture());
        var known = ArgumentCaptor.forClass(Known.class);
        verify(indicators, atLeastOnce()).record(anyInt(), anyString(), known.capture());
        assertThat(listed.getAllValues().stream().filter(one -> one.year() == 2021))
                .extracting(Indicator::statement)
                .contains(Indicator.Statement.values());
        assertThat(known.getAllValues())
                .extracting(Known::madeUp)
                .containsExactlyElementsOf(listed.getAllValues().stream()
                        .map(one -> one.statement() != Indicator.Statement.ECONOMY)
                        .toList());
    }

    private static List<String> numbers(List<List<String>> lines, String year, int column) {
        return lines.stream()
                .filter(cells -> cells.get(0).equals(year))
                .map(cells -> cells.get(column))
                .toList();
    }

    private static Project project(String code) {
        return new Project(
                code,
                "simple-project",
                code,
                code,
                Project.State.RUNNING,
                "leader",
                "manager",
                "hsr",
                LocalDate.of(2021, 1, 4),
                null,
                null,
                "road",
                null,
                null,
                null);
    }
}
