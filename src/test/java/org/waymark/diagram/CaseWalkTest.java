package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/**
 * Objects and projects through their diagrams by the scripts of {@code diagram/<process>.txt}: what normally happens, every branch,
 * every stage one can come in at ({@code @stage}). A line {@code $NAME = …} names a piece of the way.
 */
class CaseWalkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grave-relocation",
                "house-demolition",
                "land-parcel",
                "enterprise-case",
                "industrial-park",
                "simple-project",
                "resettlement-project"
            })
    void everyBranchAndEveryStageComesToItsEnd(String process) {
        Map<String, String> scripts = scripts(process);
        Map<String, String> properties = properties(process);
        try (DiagramWalk walk = new DiagramWalk(process)) {
            scripts.forEach((name, script) -> {
                if (name.startsWith("@")) {
                    String stage = "stage." + name.substring(1);
                    walk.walk(
                            List.of(properties.get(stage).split(" ")),
                            card(properties.getOrDefault(stage + ".variables", "")),
                            script);
                } else {
                    walk.walk(List.of(), Map.of(), script);
                }
            });
            assertThat(scripts.keySet().stream()
                            .filter(name -> name.startsWith("@"))
                            .map(name -> "stage." + name.substring(1)))
                    .as("stages walked")
                    .containsExactlyInAnyOrderElementsOf(properties.keySet().stream()
                            .filter(name -> name.matches("stage\\.\\w+"))
                            .toList());
            assertThat(walk.visited()).as("elements walked").containsAll(elements(process));
        }
    }

    private static Map<String, String> scripts(String process) {
        Map<String, String> pieces = new LinkedHashMap<>();
        Map<String, String> scripts = new LinkedHashMap<>();
        for (String line : text(process).split("\n")) {
            boolean piece = line.startsWith("$");
            String[] parts = line.split(piece ? " = " : " \\| ", 2);
            (piece ? pieces : scripts).put(parts[0].strip(), expand(parts[1].strip(), pieces));
        }
        return scripts;
    }

    private static String expand(String script, Map<String, String> pieces) {
        String whole = script;
        for (var piece : pieces.entrySet()) {
            whole = whole.replaceAll("\\Q" + piece.getKey() + "\\E\\b", piece.getValue());
        }
        return whole;
    }

    private static Map<String, Object> card(String variables) {
        Map<String, Object> card = new HashMap<>();
        for (String pair : variables.isEmpty() ? new String[0] : variables.split(",\\s*")) {
            String value = pair.split("=")[1];
            card.put(pair.split("=")[0], value.matches("true|false") ? Boolean.valueOf(value) : value);
        }
        return card;
    }

    private static Map<String, String> properties(String process) {
        Map<String, String> found = new HashMap<>();
        Bpmn.readModelFromFile(new File("bpmn", process + ".bpmn"))
                .getModelElementsByType(CamundaProperty.class)
                .forEach(property -> found.put(property.getCamundaName(), property.getCamundaValue()));
        return found;
    }

    private static List<String> elements(String process) {
        return Bpmn.readModelFromFile(new File("bpmn", process + ".bpmn"))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .toList();
    }

    private static String text(String process) {
        try {
            return new ClassPathResource("diagram/" + process + ".txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
