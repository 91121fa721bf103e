package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.deadline.RuleCatalogue;

/** Every text is there in both languages. */
class LanguageTest {

    private static final File FOLDER = new File("src/main/resources/i18n");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    static Stream<File> bundles() {
        return Arrays.stream(FOLDER.listFiles((folder, name) -> !name.contains("_en")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameTexts(File chinese) throws IOException {
        Properties english = read(new File(FOLDER, chinese.getName().replace(".properties", "_en.properties")));
        assertThat(english.keySet()).isEqualTo(read(chinese).keySet());
        assertThat(english.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank().doesNotContainPattern(CHINESE));
        assertThat(read(chinese).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aDiagramAndItsStagesAreCalledByANameInBothLanguages(File diagram) {
        Process process = process(diagram);
        Map<String, String> properties = process
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .singleResult()
                .getCamundaProperties()
                .stream()
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
        assertThat(process.getName()).containsPattern(CHINESE);
        assertThat(properties.get("en")).isNotBlank().doesNotContainPattern(CHINESE);
        assertThat(properties.keySet())
                .filteredOn(name -> name.matches("stage\\.\\w+"))
                .isNotEmpty()
                .allSatisfy(stage -> {
                    assertThat(properties.get(stage + ".zh")).as(stage).containsPattern(CHINESE);
                    assertThat(properties.get(stage + ".en"))
                            .as(stage)
                            .isNotBlank()
                            .doesNotContainPattern(CHINESE);
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyGroupADiagramGivesWorkToHasAName(File diagram) throws IOException {
        Properties names = read(new File(FOLDER, "identity.properties"));
        assertThat(process(diagram).getModelInstance().getModelElementsByType(UserTask.class))
                .extracting(UserTask::getCamundaCandidateGroups)
                .filteredOn(group -> !group.startsWith("${"))
                .allSatisfy(group -> assertThat(names).containsKey("group." + group));
    }

    @Test
    void everyEventAPeriodRunsFromHasAName() throws IOException {
        Properties names = read(new File(FOLDER, "deadline.properties"));
        assertThat(new RuleCatalogue().all())
                .allSatisfy(rule -> assertThat(names).containsKey("deadline.event." + rule.anchor()));
    }

    static Stream<File> diagrams() {
        return Arrays.stream(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")));
    }

    private static Process process(File diagram) {
        return Bpmn.readModelFromFile(diagram)
                .getModelElementsByType(Process.class)
                .iterator()
                .next();
    }

    private static Properties read(File file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
