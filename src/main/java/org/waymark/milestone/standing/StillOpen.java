package org.waymark.milestone.standing;

import java.util.List;
import org.waymark.milestone.Milestone;

/**
 * What is not done in a project.
 *
 * @param milestones those under way
 * @param ahead those still to come
 * @param steps open steps of the project's own and of its cases, the first twenty
 * @param stepCount all open steps
 * @param cases cases that are not closed, those asked for included
 */
public record StillOpen(
        List<Milestone> milestones, List<Milestone> ahead, List<Line> steps, long stepCount, long cases) {

    /** An open step and the object it is about, null if it is the project's own. */
    public record Line(String nameZh, String nameEn, String objectNo) {

        public String name(String language) {
            return "en".equals(language) ? nameEn : nameZh;
        }
    }

    /** Whether the project can be closed; what lies ahead is not open and will not be needed. */
    public boolean nothing() {
        return milestones.isEmpty() && stepCount == 0 && cases == 0;
    }
}
