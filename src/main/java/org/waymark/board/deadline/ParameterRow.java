package org.waymark.board.deadline;

import java.util.List;
import org.waymark.deadline.Rule;
import org.waymark.deadline.Rule.Parameter;

/**
 * What of a rule a project may settle, as a page shows it.
 *
 * @param catalogue what counts without a setting of the project's own, in words
 * @param own what the project settled, one line for the whole and one for each lot; empty if nothing
 */
record ParameterRow(Rule rule, String name, Parameter parameter, String catalogue, List<String> own) {

    /** How a form names it. */
    public String choice() {
        return rule.code() + "/" + parameter;
    }
}
