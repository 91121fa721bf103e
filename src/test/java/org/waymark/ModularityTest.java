package org.waymark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The rules of the house. Each is also held against {@code org.waymark.broken}, which breaks them all. */
class ModularityTest {

    private static final int LINES = 250;
    private static final int FILES = 15;
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.waymark");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("org.waymark.broken");

    enum Rule {
        CAMUNDA_STAYS_IN_THE_ENGINE_ROOM_AND_THE_STEPS_CLASSES(noClasses()
                .that()
                .resideOutsideOfPackage("org.waymark.engine..")
                .and()
                .haveSimpleNameNotEndingWith("Steps")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")),
        ONLY_THE_ENGINE_ROOM_SEES_ENGINE_INTERNALS(noClasses()
                .that()
                .resideOutsideOfPackage("org.waymark.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")),
        ONLY_THE_CLOCK_TELLS_THE_TIME(noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));

        private final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHouseKeepsItsRules(Rule one) {
        one.rule.check(CODE);
    }

    @ParameterizedTest
    @EnumSource
    void eachRuleFindsWhatBreaksIt(Rule one) {
        assertThatThrownBy(() -> one.rule.check(BROKEN)).hasMessageContaining("BrokenHouse");
    }

    @Test
    void roomsKeepToTheirDoors() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void aRoomThatUsesAnotherWithoutLeaveIsFound() {
        var broken = ApplicationModules.of("org.waymark.broken", location -> true);
        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Module 'one' depends on module 'two'");
    }

    @Test
    void filesAndRoomsStaySmall() {
        assertThat(tooLarge(Path.of("src"))).isEmpty();
    }

    @Test
    void whatHasGrownTooLargeIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Long.java"), "\n".repeat(LINES + 1));
        Path room = Files.createDirectory(folder.resolve("room"));
        for (int i = 0; i <= FILES; i++) {
            Files.writeString(room.resolve("Class" + i + ".java"), "");
        }
        assertThat(tooLarge(folder)).containsExactlyInAnyOrder("Long.java", "room");
    }

    private static List<String> tooLarge(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(ModularityTest::isTooLarge)
                    .map(path -> path.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTooLarge(Path path) {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    return files.filter(file -> file.toString().endsWith(".java"))
                                    .count()
                            > FILES;
                }
            }
            return path.toString().matches(".*\\.(java|js)")
                    && Files.readAllLines(path).size() > LINES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
