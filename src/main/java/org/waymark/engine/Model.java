package org.waymark.engine;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A diagram as plain data: its process properties and its flow nodes in the order of the file.
 *
 * @param nodes by id
 */
public record Model(String process, String name, Map<String, String> properties, Map<String, Node> nodes) {

    /** Name of the property with the code of the rule a step is due by, or a timer waits for. */
    public static final String RULE = "rule";

    private static final String MILESTONE = "milestone_";

    /**
     * A flow node.
     *
     * @param type BPMN type, e.g. {@code userTask}
     * @param parent id of the enclosing sub-process, null at the top
     * @param next ids of the nodes its flows lead to; for a boundary event those, and for its host those of the event too
     */
    public record Node(
            String id,
            String type,
            String name,
            String parent,
            String formKey,
            Map<String, String> properties,
            Set<String> next) {

        /** The name in English, or the Chinese one if the diagram gives none. */
        public String nameEn() {
            return properties.getOrDefault("en", name);
        }
    }

    public Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new NoSuchElementException("Diagram %s has no element '%s'".formatted(process, id));
        }
        return node;
    }

    public List<Node> ofType(String type) {
        return nodes.values().stream().filter(node -> node.type().equals(type)).toList();
    }

    /**
     * What a token on {@code from} can come to by itself, {@code from} included. A parallel join that also waits for a
     * branch it never comes along ends the way: behind it the other branches have their say.
     */
    public Set<String> behind(String from) {
        Set<String> seen = new HashSet<>();
        Set<String> joins = new HashSet<>();
        ArrayDeque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (!id.equals(from) && node(id).type().equals("parallelGateway") && !comesAlongAll(id, seen)) {
                joins.add(id);
            } else if (seen.add(id)) {
                open.addAll(following(id));
            }
            if (open.isEmpty()) {
                joins.stream()
                        .filter(join -> !seen.contains(join) && comesAlongAll(join, seen))
                        .forEach(open::add);
            }
        }
        return seen;
    }

    /** The milestones, drawn before this one, from which a token comes to it without passing another. */
    public List<String> milestonesBefore(String milestone) {
        return nodes.keySet().stream()
                .takeWhile(id -> !id.equals(milestone))
                .filter(id -> id.startsWith(MILESTONE) && leadsTo(id, milestone))
                .toList();
    }

    private boolean leadsTo(String from, String milestone) {
        Set<String> seen = new HashSet<>();
        ArrayDeque<String> open = new ArrayDeque<>(node(from).next());
        while (!open.isEmpty()) {
            String id = open.pop();
            if (id.equals(milestone)) {
                return true;
            }
            if (seen.add(id) && !id.startsWith(MILESTONE)) {
                open.addAll(node(id).next());
            }
        }
        return false;
    }

    private boolean comesAlongAll(String join, Set<String> seen) {
        return nodes.values().stream()
                .filter(node -> node.next().contains(join))
                .allMatch(node -> seen.contains(node.id()));
    }

    /** The nodes a token goes to from this one, into sub-processes and out of them. */
    private Set<String> following(String id) {
        Node node = node(id);
        Set<String> following = new LinkedHashSet<>(node.next());
        if (node.parent() != null && node.next().isEmpty()) {
            following.addAll(node(node.parent()).next());
        }
        nodes.values().stream()
                .filter(inner -> id.equals(inner.parent()) && inner.type().equals("startEvent"))
                .forEach(inner -> following.add(inner.id()));
        return following;
    }

    /**
     * Everything a token on one of {@code from} may still come to, those themselves included; sub-processes both ways.
     *
     * @throws NoSuchElementException if the diagram has no such element: it is another version than the token's
     */
    public Set<String> reachableFrom(Set<String> from) {
        Set<String> seen = new HashSet<>();
        ArrayDeque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (seen.add(id)) {
                open.addAll(following(id));
            }
        }
        return seen;
    }
}
