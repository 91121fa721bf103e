package org.waymark.template.contract;

import java.util.List;

/**
 * Something in a diagram that must be mended before it can be used.
 *
 * @param element id of the element, the process's own id for the whole diagram
 * @param label what the diagram calls the element, empty if it has no name
 * @param rule last part of the text's key, {@code contract.<rule>}
 * @param details what the sentence names besides
 */
public record Finding(String element, String label, String rule, List<Object> details) {

    static Finding of(Drawn element, String rule, Object... details) {
        return new Finding(element.id(), element.name(), rule, List.of(details));
    }
}
