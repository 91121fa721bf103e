package org.waymark.engine.rights;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Refuses every command on a task by somebody who is neither its assignee nor, while it has none, a candidate. */
class TaskGuard extends AuthorizationCommandChecker {

    private final MessageSource texts;

    TaskGuard(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        Caller caller = Caller.current();
        if (!caller.isProduct() && !caller.oversees() && !caller.mayAct(task)) {
            refuse("task.notVisible");
        }
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        checkReadTask(task);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        act(task);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        act(task);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        act(task);
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        if (!Caller.current().isProduct()) {
            refuse("task.notYours");
        }
    }

    private void act(TaskEntity task) {
        Caller caller = Caller.current();
        if (!caller.isProduct() && !caller.mayAct(task)) {
            refuse(caller.isCandidate(task) ? "task.taken" : "task.notYours");
        }
    }

    /** Says nothing of the task: whoever is refused may be a stranger to it. */
    private void refuse(String key) {
        throw new AuthorizationException(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
