package org.waymark.template;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.waymark.engine.Model;

/**
 * A kind of project or case: its diagram read as plan.
 *
 * @param milestones in the order of the diagram; none in a case
 * @param stages by code
 */
public record Template(
        String process,
        String nameZh,
        String nameEn,
        List<PlannedMilestone> milestones,
        Map<String, Stage> stages,
        Model model) {

    /**
     * A milestone as the diagram plans it.
     *
     * @param weight its share in the project's progress, any positive number
     * @param workdays working days it takes, from the planned end of the one before
     * @param owner group whose people answer for it
     * @param completion {@code all}, or {@code share:0.95}
     * @param roster kind of its objects, null without
     * @param caseProcess diagram each object goes through, null without
     * @param before milestones that come before it in the diagram
     * @param after milestone an object's case must be closed in before its case here opens, null without
     */
    public record PlannedMilestone(
            String element,
            String nameZh,
            String nameEn,
            int weight,
            int workdays,
            String owner,
            String completion,
            String roster,
            String caseProcess,
            List<String> before,
            String after) {}

    /**
     * A named entry point for what is already under way.
     *
     * @param elements all elements to start
     * @param anchors anchor events whose dates must be given
     * @param variables decisions the gateways behind it need
     */
    public record Stage(
            String code,
            int seq,
            String nameZh,
            String nameEn,
            List<String> elements,
            List<String> anchors,
            Map<String, Object> variables) {}

    public Stage stage(String code) {
        Stage stage = stages.get(code);
        if (stage == null) {
            throw new NoSuchElementException(
                    "Template %s has no stage '%s'; it has %s".formatted(process, code, stages.keySet()));
        }
        return stage;
    }
}
