package org.waymark.milestone.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Refused;
import org.waymark.identity.SignedIn;
import org.waymark.milestone.Milestone;
import org.waymark.milestone.Milestone.State;
import org.waymark.milestone.Milestones;
import org.waymark.milestone.log.ChangeLog;
import org.waymark.milestone.log.ChangeLog.Change;
import org.waymark.milestone.plan.Proposal.Day;
import org.waymark.project.Project;
import org.waymark.project.ProjectNews;
import org.waymark.project.Projects;
import org.waymark.template.Plain;

/**
 * Changes of planned days (调整计划): proposed with a reason, signed off by somebody else. Only then the planned days move;
 * the original ones never do.
 */
@Service
public class Proposals {

    private final ProposalTable table;
    private final Milestones milestones;
    private final Projects projects;
    private final ChangeLog log;
    private final MessageSource texts;
    private final Clock clock;

    Proposals(
            ProposalTable table,
            Milestones milestones,
            Projects projects,
            ChangeLog log,
            MessageSource texts,
            Clock clock) {
        this.table = table;
        this.milestones = milestones;
        this.projects = projects;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Proposal> of(String project) {
        return table.of(project);
    }

    /** All that wait for a leader, the oldest first. */
    public List<Proposal> open() {
        return table.open();
    }

    public Optional<Proposal> find(long id) {
        return table.find(id);
    }

    /** In the order of the diagram. */
    public List<Day> days(long proposal) {
        return table.days(proposal);
    }

    /** How often each milestone's planned day was changed, by element. */
    public Map<String, Integer> changes(String project) {
        return table.changes(project);
    }

    /** The planned days as they stood when each year began, by year and element. */
    public Map<Integer, Map<String, LocalDate>> baselines(String project) {
        return table.baselines(project);
    }

    /**
     * Proposes new days for milestones that are not reached; days that stay as they are are left out.
     *
     * @throws Refused without a reason or a new day, for a day gone by, or while another proposal is open
     */
    @Transactional
    public long propose(String code, Map<String, LocalDate> days, String reason) {
        Project project = projects.find(code).orElseThrow();
        if (!project.state().alive()) {
            throw Refused.of(texts, "life.ended", project.name(language()));
        }
        if (reason == null || reason.isBlank()) {
            throw Refused.of(texts, "life.reason");
        }
        List<Day> changed = changed(code, days);
        if (changed.isEmpty()) {
            throw Refused.of(texts, "plan.nothing");
        }
        // the log first: who proposes at the same moment waits at its chain, and then finds this one
        log(code, "proposed", null, summary(changed), reason);
        try {
            if (!table.insert(code, LocalDate.now(clock).getYear(), reason, who())) {
                throw Refused.of(texts, "plan.another", project.name(language()));
            }
        } catch (DuplicateKeyException atTheSameMoment) {
            throw Refused.of(texts, "plan.another", project.name(language()));
        }
        long id = table.open(code).orElseThrow().id();
        changed.forEach(day -> table.insert(id, day));
        return id;
    }

    private List<Day> changed(String project, Map<String, LocalDate> days) {
        LocalDate today = LocalDate.now(clock);
        List<Day> changed = new ArrayList<>();
        for (Milestone milestone : milestones.of(project)) {
            LocalDate day = days.get(milestone.element());
            if (day == null || day.equals(milestone.plannedOn())) {
                continue;
            }
            if (!ahead(milestone)) {
                throw Refused.of(texts, "plan.reached", milestone.name(language()));
            }
            if (day.isBefore(today) || !Plain.isYear(day)) {
                throw Refused.of(texts, "plan.past", milestone.name(language()), day);
            }
            changed.add(new Day(milestone.element(), milestone.plannedOn(), day));
        }
        return changed;
    }

    /**
     * Signs the proposal off: its days are planned from now on, each change in the log.
     *
     * @throws Refused by whoever proposed it, if it is answered already, or if a milestone was reached or replanned
     */
    @Transactional
    public void approve(long id, String answer) {
        Proposal proposal = unanswered(id);
        notOwn(proposal);
        Project project = projects.find(proposal.project()).orElseThrow();
        if (!project.state().alive()) {
            throw Refused.of(texts, "life.ended", project.name(language()));
        }
        for (Day day : table.days(id)) {
            Milestone milestone = milestones.lock(proposal.project(), day.milestone());
            if (!ahead(milestone)) {
                throw Refused.of(texts, "plan.reachedMeanwhile", milestone.name(language()));
            }
            if (!milestone.plannedOn().equals(day.oldOn())) {
                throw Refused.of(texts, "plan.movedMeanwhile", milestone.name(language()), milestone.plannedOn());
            }
            milestones.plan(milestone, day.newOn(), proposal.reason());
        }
        log(proposal.project(), "approved", null, summary(table.days(id)), answer == null ? proposal.reason() : answer);
        table.answer(proposal, Proposal.State.APPROVED, answer, who());
    }

    /** @throws Refused without an answer, by whoever proposed it, or if it is answered already */
    @Transactional
    public void refuse(long id, String answer) {
        Proposal proposal = unanswered(id);
        notOwn(proposal);
        if (answer == null || answer.isBlank()) {
            throw Refused.of(texts, "plan.answer");
        }
        log(proposal.project(), "refused", null, null, answer);
        table.answer(proposal, Proposal.State.REFUSED, answer, who());
    }

    /** @throws Refused by anybody but whoever proposed it, or if it is answered already */
    @Transactional
    public void withdraw(long id) {
        Proposal proposal = unanswered(id);
        if (!proposal.proposedBy().equals(who())) {
            throw Refused.of(texts, "plan.notYours");
        }
        log(proposal.project(), "withdrawn", null, null, null);
        table.answer(proposal, Proposal.State.WITHDRAWN, null, who());
    }

    @EventListener
    void on(ProjectNews.CarriedOver news) {
        table.freeze(news.project(), news.fromYear() + 1);
    }

    private void log(String project, String what, String old, String now, String reason) {
        log.add(new Change(project, "plan." + what, project, old, now, reason, LocalDate.now(clock)));
    }

    private static String summary(List<Day> days) {
        return days.stream()
                .map(day -> "%s %s → %s".formatted(day.milestone(), day.oldOn(), day.newOn()))
                .collect(Collectors.joining("; "));
    }

    private Proposal unanswered(long id) {
        Proposal proposal = table.lock(id).orElseThrow(() -> Refused.of(texts, "plan.unknown"));
        if (proposal.state() != Proposal.State.PROPOSED) {
            throw Refused.of(texts, "plan.answered." + proposal.state());
        }
        return proposal;
    }

    private void notOwn(Proposal proposal) {
        if (proposal.proposedBy().equals(who())) {
            throw Refused.of(texts, "plan.own");
        }
    }

    private static boolean ahead(Milestone milestone) {
        return milestone.state() == State.PLANNED || milestone.state() == State.OPEN;
    }

    private static String who() {
        return SignedIn.name().orElse("system");
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
