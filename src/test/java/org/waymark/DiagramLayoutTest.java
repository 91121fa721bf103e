package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram is read by people: nothing overlaps, no lines cross, what normally happens is one straight line. */
class DiagramLayoutTest {

    static Stream<File> diagrams() {
        return Arrays.stream(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn")));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementIsDrawn(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        assertThat(shapes(model).keySet())
                .containsAll(model.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList());
        assertThat(lines(model).keySet())
                .containsAll(model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noTwoShapesOverlap(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        List<Map.Entry<String, Rectangle2D>> all = List.copyOf(shapes(model).entrySet());
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                String a = all.get(i).getKey();
                String b = all.get(j).getKey();
                if (!related(model, a, b)
                        && all.get(i).getValue().intersects(all.get(j).getValue())) {
                    overlaps.add(a + " / " + b);
                }
            }
        }
        assertThat(overlaps).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noLabelLiesOnAShapeThatIsNotItsOwn(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Map<String, Rectangle2D> shapes = shapes(model);
        List<String> covered = new ArrayList<>();
        labels(model)
                .forEach((owner, label) -> shapes.forEach((id, shape) -> {
                    boolean container = model.getModelElementById(id) instanceof SubProcess;
                    if (!id.equals(owner) && !container && shape.intersects(label)) {
                        covered.add(owner + " on " + id);
                    }
                }));
        assertThat(covered).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noTwoLinesCross(File file) {
        List<Map.Entry<String, List<Line2D>>> all =
                List.copyOf(lines(Bpmn.readModelFromFile(file)).entrySet());
        List<String> crossings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (cross(all.get(i).getValue(), all.get(j).getValue())) {
                    crossings.add(all.get(i).getKey() + " x " + all.get(j).getKey());
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noLineRunsThroughAShape(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Map<String, Rectangle2D> shapes = shapes(model);
        List<String> hits = new ArrayList<>();
        lines(model)
                .forEach((id, line) -> shapes.forEach((shape, area) -> {
                    var inner = new Rectangle2D.Double(
                            area.getX() + 2, area.getY() + 2, area.getWidth() - 4, area.getHeight() - 4);
                    boolean container = model.getModelElementById(shape) instanceof SubProcess;
                    if (!container && line.stream().anyMatch(part -> part.intersects(inner))) {
                        hits.add(id + " through " + shape);
                    }
                }));
        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theHappyPathIsOneStraightLine(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Map<String, List<Line2D>> lines = lines(model);
        String path = model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> property.getCamundaName().equals("happyPath"))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElseThrow();
        double y = lines.get(path.split(" ")[0]).get(0).getY1();
        assertThat(path.split(" ")).hasSizeGreaterThan(5).allSatisfy(flow -> assertThat(lines.get(flow))
                .as(flow)
                .allMatch(line -> line.getY1() == y && line.getY2() == y));
        assertThat(model.getModelElementsByType(Process.class)).hasSize(1);
    }

    private static boolean related(BpmnModelInstance model, String a, String b) {
        return contains(model, a, b) || contains(model, b, a) || attached(model, a, b) || attached(model, b, a);
    }

    private static boolean contains(BpmnModelInstance model, String outer, String inner) {
        return model.getModelElementById(outer) instanceof SubProcess scope
                && model.getModelElementById(inner).getParentElement().equals(scope);
    }

    private static boolean attached(BpmnModelInstance model, String event, String host) {
        return model.getModelElementById(event) instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().getId().equals(host);
    }

    /** Lines may meet at an end they share (a gateway's side), nowhere else. */
    private static boolean cross(List<Line2D> one, List<Line2D> other) {
        List<Point2D> ends = new ArrayList<>(ends(one));
        ends.retainAll(ends(other));
        return one.stream()
                .anyMatch(a -> other.stream().filter(a::intersectsLine).anyMatch(b -> ends.stream()
                        .noneMatch(end -> a.ptSegDist(end) < 1 && b.ptSegDist(end) < 1)));
    }

    private static List<Point2D> ends(List<Line2D> line) {
        return List.of(line.get(0).getP1(), line.get(line.size() - 1).getP2());
    }

    private static Map<String, Rectangle2D> shapes(BpmnModelInstance model) {
        Map<String, Rectangle2D> found = new LinkedHashMap<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> found.put(shape.getBpmnElement().getId(), rectangle(shape.getBounds())));
        return found;
    }

    private static Map<String, Rectangle2D> labels(BpmnModelInstance model) {
        Map<String, Rectangle2D> found = new LinkedHashMap<>();
        model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnLabel() != null)
                .forEach(shape -> found.put(
                        shape.getBpmnElement().getId(),
                        rectangle(shape.getBpmnLabel().getBounds())));
        model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnLabel() != null)
                .forEach(edge -> found.put(
                        edge.getBpmnElement().getId(),
                        rectangle(edge.getBpmnLabel().getBounds())));
        return found;
    }

    private static Map<String, List<Line2D>> lines(BpmnModelInstance model) {
        Map<String, List<Line2D>> found = new LinkedHashMap<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            List<Waypoint> points = List.copyOf(edge.getWaypoints());
            List<Line2D> parts = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                parts.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
            }
            found.put(edge.getBpmnElement().getId(), parts);
        }
        return found;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
