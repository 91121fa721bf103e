package org.waymark.engine.rights;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/** Who gives the engine this command; null id means the product itself, which is bound by its own doors. */
record Caller(String id, List<String> groups) {

    /** Those who oversee read everything, and act no more than others. */
    private static final Set<String> OVERSEERS = Set.of("leaders", "office", "camunda-admin");

    static Caller current() {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        if (authentication == null || !Context.getCommandContext().isAuthorizationCheckEnabled()) {
            return new Caller(null, List.of());
        }
        List<String> groups = authentication.getGroupIds();
        return new Caller(authentication.getUserId(), groups == null ? List.of() : groups);
    }

    boolean isProduct() {
        return id == null;
    }

    boolean oversees() {
        return groups.stream().anyMatch(OVERSEERS::contains);
    }

    /** The assignee may act; while there is none, whoever is a candidate. */
    boolean mayAct(TaskEntity task) {
        if (task.getAssignee() != null) {
            return task.getAssignee().equals(id);
        }
        return isCandidate(task);
    }

    /** Whether the step is this caller's to claim, or was before somebody took it. */
    boolean isCandidate(TaskEntity task) {
        return task.getCandidates().stream().anyMatch(this::isMeant);
    }

    private boolean isMeant(IdentityLink link) {
        return id.equals(link.getUserId()) || link.getGroupId() != null && groups.contains(link.getGroupId());
    }
}
