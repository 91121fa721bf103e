package org.waymark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.waymark");

    @Test
    void roomsKeepToTheirDoors() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void camundaStaysInTheEngineRoomAndTheStepsClasses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.waymark.engine..")
                .and()
                .haveSimpleNameNotEndingWith("Steps")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
    }

    @Test
    void onlyTheEngineRoomSeesEngineInternals() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.waymark.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")
                .check(CODE);
    }

    @Test
    void onlyTheClockTellsTheTime() {
        noClasses()
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
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }
}
