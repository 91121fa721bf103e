package org.waymark.template.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.waymark.template.Form;

/**
 * A diagram to be checked.
 *
 * @param file its file name
 * @param nodes everything a token can stand on, in the order of the file
 * @param forms its forms by the path the diagram names them with
 */
record Drawing(String file, Drawn process, List<Drawn> nodes, List<Drawn> flows, Map<String, Form> forms) {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "task",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");
    private static final String FORM = "embedded:deployment:";

    /** Null if the file holds no process. */
    static Drawing read(String file, String xml, Map<String, Form> forms) {
        List<Drawn> all = Jsoup.parse(xml, "", Parser.xmlParser()).getAllElements().stream()
                .map(Drawn::new)
                .toList();
        return all.stream()
                .filter(one -> one.is("process"))
                .findFirst()
                .map(process -> new Drawing(
                        file,
                        process,
                        all.stream().filter(one -> NODES.contains(one.type())).toList(),
                        all.stream().filter(one -> one.is("sequenceFlow")).toList(),
                        forms))
                .orElse(null);
    }

    List<Drawn> of(String... types) {
        return nodes.stream().filter(node -> node.is(types)).toList();
    }

    List<Drawn> out(Drawn node) {
        return flows.stream()
                .filter(flow -> flow.attr("sourceRef").equals(node.id()))
                .toList();
    }

    List<Drawn> in(Drawn node) {
        return flows.stream()
                .filter(flow -> flow.attr("targetRef").equals(node.id()))
                .toList();
    }

    Map<String, Drawn> byId() {
        return nodes.stream().collect(Collectors.toMap(Drawn::id, Function.identity(), (a, b) -> a));
    }

    /** The form of a user task, null if the diagram names none that is there. */
    Form form(Drawn task) {
        return forms.get(formPath(task));
    }

    static String formPath(Drawn task) {
        return task.attr("camunda:formKey").replace(FORM, "");
    }

    /**
     * Where tokens can come to from these places. A parallel join is passed only when a token can come along each of
     * its flows.
     */
    Set<String> reach(Set<String> from) {
        Set<String> reached = new HashSet<>(from);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Drawn node : nodes) {
                if (!reached.contains(node.id()) && enters(node, reached)) {
                    reached.add(node.id());
                    grows = true;
                }
            }
        }
        return reached;
    }

    private boolean enters(Drawn node, Set<String> reached) {
        if (node.is("boundaryEvent")) {
            return reached.contains(node.attr("attachedToRef"));
        }
        Drawn parent = new Drawn(node.xml().parent());
        if (node.is("startEvent")) {
            return parent.is("subProcess") && reached.contains(parent.id());
        }
        List<Drawn> in = in(node);
        return node.is("parallelGateway")
                ? !in.isEmpty() && in.stream().allMatch(flow -> passes(flow, reached))
                : in.stream().anyMatch(flow -> passes(flow, reached));
    }

    boolean passes(Drawn flow, Set<String> reached) {
        String source = flow.attr("sourceRef");
        Drawn node = byId().get(source);
        if (node == null || !reached.contains(source) && !(node.is("subProcess") && inside(node, reached))) {
            return false;
        }
        // a sub-process is left when one of its own ends is reached
        return !node.is("subProcess")
                || nodes.stream()
                        .anyMatch(end -> end.is("endEvent")
                                && reached.contains(end.id())
                                && end.xml().parent() == node.xml());
    }

    private boolean inside(Drawn scope, Set<String> reached) {
        return nodes.stream()
                .anyMatch(node -> reached.contains(node.id()) && node.xml().parent() == scope.xml());
    }
}
