package org.waymark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.engine.Model.Node;

class ModelTest {

    private final Model model =
            new Model("road", "道路", Map.of(), Map.of("step_a", node("step_a", "step_b"), "step_b", node("step_b")));

    @Test
    void whatLiesBehindAStepIsReachable() {
        assertThat(model.reachableFrom(Set.of("step_a"))).containsExactlyInAnyOrder("step_a", "step_b");
        assertThat(model.reachableFrom(Set.of("step_b"))).containsExactly("step_b");
    }

    @Test
    void aPositionTheDiagramDoesNotKnowIsAnErrorAndNotNowhere() {
        assertThatThrownBy(() -> model.reachableFrom(Set.of("step_a", "step_of_another_version")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("step_of_another_version");
    }

    private static Node node(String id, String... next) {
        return new Node(id, "userTask", id, null, null, Map.of(), Set.of(next));
    }
}
