package org.waymark.diagram;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A diagram as it lies on the page.
 *
 * @param shapes outlines by element id
 * @param labels texts beside their shape or line, by element id
 * @param lines straight parts by flow id
 */
record Drawing(
        BpmnModelInstance model,
        Map<String, Rectangle2D> shapes,
        Map<String, Rectangle2D> labels,
        Map<String, List<Line2D>> lines) {

    static Drawing of(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        var drawing = new Drawing(model, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        model.getModelElementsByType(BpmnShape.class).forEach(drawing::add);
        model.getModelElementsByType(BpmnEdge.class).forEach(drawing::add);
        return drawing;
    }

    private void add(BpmnShape shape) {
        String id = shape.getBpmnElement().getId();
        shapes.put(id, rectangle(shape.getBounds()));
        if (shape.getBpmnLabel() != null) {
            labels.put(id, rectangle(shape.getBpmnLabel().getBounds()));
        }
    }

    private void add(BpmnEdge edge) {
        String id = edge.getBpmnElement().getId();
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        List<Line2D> parts = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            parts.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        lines.put(id, parts);
        if (edge.getBpmnLabel() != null) {
            labels.put(id, rectangle(edge.getBpmnLabel().getBounds()));
        }
    }

    /** The flows of what normally happens, in order, as the process names them. */
    List<SequenceFlow> happyPath() {
        String ids = model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> property.getCamundaName().equals("happyPath"))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElseThrow();
        return List.of(ids.split(" ")).stream()
                .map(id -> (SequenceFlow) model.getModelElementById(id))
                .toList();
    }

    /** Whether {@code outer} is a milestone that holds {@code inner}, at any depth. */
    boolean holds(String outer, String inner) {
        ModelElementInstance parent = model.getModelElementById(inner).getParentElement();
        while (parent != null && !parent.equals(model.getModelElementById(outer))) {
            parent = parent.getParentElement();
        }
        return parent != null && isMilestone(outer);
    }

    boolean isMilestone(String id) {
        return model.getModelElementById(id) instanceof SubProcess;
    }

    boolean sitsOn(String event, String host) {
        return model.getModelElementById(event) instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().getId().equals(host);
    }

    /** Whether two lines meet anywhere but at an end both have, or run along each other from there. */
    static boolean collide(List<Line2D> one, List<Line2D> other) {
        List<Point2D> shared = new ArrayList<>(ends(one));
        shared.retainAll(ends(other));
        return one.stream().anyMatch(a -> other.stream()
                .filter(a::intersectsLine)
                .anyMatch(b ->
                        along(a, b) || shared.stream().noneMatch(end -> a.ptSegDist(end) < 1 && b.ptSegDist(end) < 1)));
    }

    private static boolean along(Line2D a, Line2D b) {
        Rectangle2D common = a.getBounds2D().createIntersection(b.getBounds2D());
        return common.getWidth() > 1 || common.getHeight() > 1;
    }

    static List<Point2D> ends(List<Line2D> line) {
        return List.of(line.get(0).getP1(), line.get(line.size() - 1).getP2());
    }

    static Rectangle2D grown(Rectangle2D area, double by) {
        return new Rectangle2D.Double(
                area.getX() - by, area.getY() - by, area.getWidth() + 2 * by, area.getHeight() + 2 * by);
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
