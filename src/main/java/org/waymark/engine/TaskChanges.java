package org.waymark.engine;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a signed-in person may change of a task: take it or lay it back. Dates move through our own doors only. */
@Component
class TaskChanges {

    private static final Set<String> OWN = Set.of(TaskEntity.ASSIGNEE);

    private final IdentityService identity;
    private final MessageSource texts;

    TaskChanges(@Lazy IdentityService identity, MessageSource texts) {
        this.identity = identity;
        this.texts = texts;
    }

    void checkAssignment(DelegateTask task) {
        var caller = identity.getCurrentAuthentication();
        if (caller != null
                && task.getAssignee() != null
                && !task.getAssignee().equals(caller.getUserId())
                && isOld(task)) {
            throw refused("task.assignOther");
        }
    }

    void checkUpdate(DelegateTask task) {
        if (identity.getCurrentAuthentication() != null
                && !OWN.containsAll(((TaskEntity) task).getPropertyChanges().keySet())) {
            throw refused("task.noChange");
        }
    }

    /** A task the diagram makes now goes to its responsible person, whoever's submission led to it. */
    private static boolean isOld(DelegateTask task) {
        return !Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .isTransient((TaskEntity) task);
    }

    private Refused refused(String key) {
        return new Refused(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
