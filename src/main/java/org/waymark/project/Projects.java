package org.waymark.project;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.project.Project.State;
import org.waymark.template.Templates;

/** The projects of the town. */
@Service
public class Projects {

    private static final String COLUMNS =
            """
            select code, template, name_zh, name_en, state, leader, manager, unit, starts_on, target_on,
              process_instance, kind, parent, investment, made_up from project
              """;

    private final JdbcClient db;
    private final Engine engine;
    private final Templates templates;
    private final ApplicationEventPublisher news;
    private final PlanTable plans;
    private final Clock clock;

    Projects(
            JdbcClient db,
            Engine engine,
            Templates templates,
            ApplicationEventPublisher news,
            PlanTable plans,
            Clock clock) {
        this.db = db;
        this.engine = engine;
        this.templates = templates;
        this.news = news;
        this.plans = plans;
        this.clock = clock;
    }

    public List<Project> all() {
        return db.sql(COLUMNS + "order by code").query(Project.class).list();
    }

    public Optional<Project> find(String code) {
        return db.sql(COLUMNS + "where code = :code")
                .param("code", code)
                .query(Project.class)
                .optional();
    }

    /** What the project makes or moves. */
    public List<Plan.Quantity> quantities(String code) {
        return plans.quantities(code);
    }

    /** What the project waits for in others. */
    public List<Plan.Need> needsOf(String code) {
        return plans.needsOf(code);
    }

    /** Who waits for something in the project. */
    public List<Plan.Need> needsOn(String code) {
        return plans.needsOn(code);
    }

    public List<Plan.Year> years(String code) {
        return plans.years(code);
    }

    /**
     * Makes the record and starts the process, at the opening's stage if it names one.
     *
     * @throws IllegalStateException if there is a project of this code already
     */
    @Transactional
    public void open(Opening opening) {
        if (find(opening.code()).isPresent()) {
            throw new IllegalStateException("There is a project %s already".formatted(opening.code()));
        }
        var template = templates.latest(opening.template());
        insert(opening);
        news.publishEvent(new ProjectNews.Opened(opening, template));
        String instance;
        if (opening.stage() == null) {
            instance = engine.start(opening.template(), opening.code(), Map.of("project", opening.code()));
        } else {
            var stage = template.stage(opening.stage());
            var variables = new java.util.HashMap<>(stage.variables());
            variables.put("project", opening.code());
            instance = engine.startAt(opening.template(), opening.code(), stage.elements(), variables);
        }
        db.sql("update project set process_instance = :instance where code = :code")
                .param("instance", instance)
                .param("code", opening.code())
                .update();
        news.publishEvent(new ProjectNews.Started(opening.code()));
    }

    /** Adds what the project waits for; the others must be there. */
    @Transactional
    public void addNeeds(List<Plan.Need> needs) {
        needs.forEach(plans::insert);
    }

    private void insert(Opening opening) {
        db.sql(
                        """
                        insert into project (code, template, name_zh, name_en, state, leader, manager, unit,
                          starts_on, target_on, opened_at, kind, parent, investment, made_up)
                        values (:code, :template, :nameZh, :nameEn, 'RUNNING', :leader, :manager, :unit,
                          :startsOn, :targetOn, :now, :kind, :parent, :investment, :madeUp)""")
                .param("code", opening.code())
                .param("template", opening.template())
                .param("nameZh", opening.nameZh())
                .param("nameEn", opening.nameEn())
                .param("leader", opening.leader())
                .param("manager", opening.manager())
                .param("unit", opening.unit())
                .param("startsOn", opening.startsOn())
                .param("targetOn", opening.targetOn())
                .param("now", OffsetDateTime.now(clock))
                .param("kind", opening.plan().kind())
                .param("parent", opening.plan().parent())
                .param("investment", opening.plan().investment())
                .param("madeUp", madeUp(opening.plan()))
                .update();
        plans.insert(opening.code(), opening.plan());
    }

    private static String madeUp(Plan plan) {
        return plan.madeUp().isEmpty() ? null : plan.madeUp().stream().sorted().collect(Collectors.joining(" "));
    }

    /** Ends the project unfinished: its process is taken away, its cases are cancelled by those who hear of it. */
    @Transactional
    public void cancel(String code, String reason) {
        Project project = running(code);
        engine.cancel(project.processInstance(), reason);
        change(project, State.CANCELLED, reason);
    }

    /** The process came to its end. */
    @Transactional
    public void close(String code) {
        change(running(code), State.CLOSED, null);
    }

    private Project running(String code) {
        Project project = find(code).orElseThrow(() -> new NoSuchElementException("There is no project " + code));
        if (project.state() != State.RUNNING) {
            throw new IllegalStateException("Project %s is %s, not RUNNING".formatted(code, project.state()));
        }
        return project;
    }

    private void change(Project project, State next, String reason) {
        db.sql("update project set state = :next where code = :code")
                .param("next", next.name())
                .param("code", project.code())
                .update();
        news.publishEvent(new ProjectNews.StateChanged(project.code(), project.state(), next, reason));
    }
}
