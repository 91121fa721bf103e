package org.waymark.template.contract;

import java.util.List;
import org.jsoup.nodes.Element;

/** An element of a BPMN file, read as it is written: the contract is checked before any engine sees the file. */
record Drawn(Element xml) {

    String id() {
        return xml.attr("id");
    }

    String name() {
        return xml.attr("name").replaceAll("\\s+", " ").trim();
    }

    /** The tag without its prefix, e.g. {@code userTask}. */
    String type() {
        return local(xml.tagName());
    }

    boolean is(String... types) {
        return List.of(types).contains(type());
    }

    String attr(String name) {
        return xml.attr(name);
    }

    /** Value of a {@code camunda:property}, empty if there is none. */
    String property(String name) {
        return children("extensionElements").stream()
                .flatMap(extension -> extension.children("properties").stream())
                .flatMap(list -> list.children("property").stream())
                .filter(property -> property.attr("name").equals(name))
                .map(property -> property.attr("value"))
                .findFirst()
                .orElse("");
    }

    /** Its properties whose names begin with {@code prefix}. */
    List<String> properties(String prefix) {
        return children("extensionElements").stream()
                .flatMap(extension -> extension.children("properties").stream())
                .flatMap(list -> list.children("property").stream())
                .map(property -> property.attr("name"))
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    List<Drawn> children(String type) {
        return xml.children().stream()
                .map(Drawn::new)
                .filter(child -> child.is(type))
                .toList();
    }

    /** The expression of a flow's condition, empty without one. */
    String condition() {
        return children("conditionExpression").stream()
                .map(child -> child.xml().wholeText().trim())
                .findFirst()
                .orElse("");
    }

    private static String local(String tag) {
        return tag.substring(tag.indexOf(':') + 1);
    }
}
