package org.waymark.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram is read by people: nothing overlaps, no lines cross, what normally happens is one straight line. */
class DiagramLayoutTest {

    static Stream<Drawing> diagrams() {
        return Arrays.stream(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")))
                .map(Drawing::of);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementIsDrawn(Drawing drawing) {
        assertThat(drawing.shapes().keySet())
                .containsAll(drawing.model().getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList());
        assertThat(drawing.lines().keySet())
                .containsAll(drawing.model().getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noTwoShapesOverlap(Drawing drawing) {
        assertThat(pairs(
                        drawing.shapes(),
                        (a, b) -> drawing.shapes()
                                        .get(a)
                                        .intersects(drawing.shapes().get(b))
                                && !drawing.holds(a, b)
                                && !drawing.holds(b, a)
                                && !drawing.sitsOn(a, b)
                                && !drawing.sitsOn(b, a)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatBelongsToAMilestoneLiesInIt(Drawing drawing) {
        drawing.shapes().forEach((outer, frame) -> drawing.shapes().forEach((inner, area) -> {
            if (drawing.holds(outer, inner)) {
                assertThat(frame.contains(Drawing.grown(area, 10)))
                        .as(inner + " in " + outer)
                        .isTrue();
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noLabelLiesOnAShape(Drawing drawing) {
        List<String> covered = new ArrayList<>();
        drawing.labels().forEach((owner, label) -> drawing.shapes().forEach((id, shape) -> {
            boolean within = drawing.isMilestone(id) && (shape.contains(label) || !shape.intersects(label));
            if (!within && shape.intersects(label)) {
                covered.add(owner + " on " + id);
            }
        }));
        assertThat(covered).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noTwoLabelsOverlap(Drawing drawing) {
        assertThat(pairs(drawing.labels(), (a, b) -> drawing.labels()
                        .get(a)
                        .intersects(drawing.labels().get(b))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noLineRunsThroughALabel(Drawing drawing) {
        List<String> hits = new ArrayList<>();
        drawing.lines().forEach((flow, line) -> drawing.labels().forEach((owner, label) -> {
            if (line.stream().anyMatch(part -> part.intersects(label))) {
                hits.add(flow + " through the label of " + owner);
            }
        }));
        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noTwoLinesCrossOrRunOnEachOther(Drawing drawing) {
        assertThat(pairs(
                        drawing.lines(),
                        (a, b) -> Drawing.collide(
                                drawing.lines().get(a), drawing.lines().get(b))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void linesGoStraightAcrossOrUpAndDown(Drawing drawing) {
        drawing.lines().forEach((flow, line) -> assertThat(line)
                .as(flow)
                .allMatch(part -> part.getX1() == part.getX2() || part.getY1() == part.getY2()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyLineLeadsFromTheEdgeOfItsSourceToTheEdgeOfItsTarget(Drawing drawing) {
        for (SequenceFlow flow : drawing.model().getModelElementsByType(SequenceFlow.class)) {
            var ends = Drawing.ends(drawing.lines().get(flow.getId()));
            Rectangle2D source = drawing.shapes().get(flow.getSource().getId());
            Rectangle2D target = drawing.shapes().get(flow.getTarget().getId());
            assertThat(Drawing.grown(source, 1).contains(ends.get(0))
                            && !Drawing.grown(source, -1).contains(ends.get(0)))
                    .as("start of " + flow.getId())
                    .isTrue();
            assertThat(Drawing.grown(target, 1).contains(ends.get(1))
                            && !Drawing.grown(target, -1).contains(ends.get(1)))
                    .as("end of " + flow.getId())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noLineRunsThroughAShape(Drawing drawing) {
        List<String> hits = new ArrayList<>();
        drawing.lines().forEach((flow, line) -> drawing.shapes().forEach((shape, area) -> {
            Rectangle2D inner = Drawing.grown(area, -2);
            if (!drawing.holds(shape, flow) && line.stream().anyMatch(part -> part.intersects(inner))) {
                hits.add(flow + " through " + shape);
            }
        }));
        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theHappyPathIsOneStraightLine(Drawing drawing) {
        List<SequenceFlow> path = drawing.happyPath();
        double y = drawing.shapes().get(path.get(0).getSource().getId()).getCenterY();
        int least = Math.min(6, drawing.lines().size());
        assertThat(path).hasSizeGreaterThanOrEqualTo(least).allSatisfy(flow -> {
            List<Line2D> line = drawing.lines().get(flow.getId());
            assertThat(line).as(flow.getId()).allMatch(part -> part.getY1() == y && part.getY2() == y);
            assertThat(centre(drawing, flow.getSource())).isEqualTo(y);
            assertThat(centre(drawing, flow.getTarget())).isEqualTo(y);
        });
        assertThat(drawing.model().getModelElementsByType(Process.class)).hasSize(1);
    }

    private static double centre(Drawing drawing, FlowNode node) {
        return drawing.shapes().get(node.getId()).getCenterY();
    }

    private static List<String> pairs(Map<String, ?> things, BiPredicate<String, String> bad) {
        List<String> ids = List.copyOf(things.keySet());
        List<String> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                if (bad.test(ids.get(i), ids.get(j))) {
                    found.add(ids.get(i) + " / " + ids.get(j));
                }
            }
        }
        return found;
    }
}
