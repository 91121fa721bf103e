package org.waymark.project;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.Engine;
import org.waymark.engine.Refused;
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
    private final NeedCircles circles;
    private final MessageSource texts;
    private final Clock clock;

    Projects(
            JdbcClient db,
            Engine engine,
            Templates templates,
            ApplicationEventPublisher news,
            PlanTable plans,
            NeedCircles circles,
            MessageSource texts,
            Clock clock) {
        this.db = db;
        this.engine = engine;
        this.templates = templates;
        this.news = news;
        this.plans = plans;
        this.circles = circles;
        this.texts = texts;
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

    /** Those of these codes that there are. */
    public List<Project> of(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : db.sql(COLUMNS + "where code in (:codes) order by code")
                        .param("codes", codes)
                        .query(Project.class)
                        .list();
    }

    /** The projects that are phases of this one. */
    public List<Project> phases(String code) {
        return db.sql(COLUMNS + "where parent = :code order by code")
                .param("code", code)
                .query(Project.class)
                .list();
    }

    /** What the project makes or moves. */
    public List<Plan.Quantity> quantities(String code) {
        return quantities(List.of(code)).getOrDefault(code, List.of());
    }

    /** The same of several projects, asked for once. */
    public Map<String, List<Plan.Quantity>> quantities(Collection<String> codes) {
        return plans.quantities(codes);
    }

    /** What the project waits for in others. */
    public List<Plan.Need> needsOf(String code) {
        return plans.needsOf(code);
    }

    public List<Plan.Year> years(String code) {
        return years(List.of(code)).getOrDefault(code, List.of());
    }

    /** The years of several projects, asked for once. */
    public Map<String, List<Plan.Year>> years(Collection<String> codes) {
        return plans.years(codes);
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
        Map<String, Object> variables = new HashMap<>(Map.of("project", opening.code()));
        String instance;
        if (opening.stage() == null) {
            instance = engine.start(opening.template(), opening.code(), variables);
        } else {
            var stage = template.stage(opening.stage());
            variables.putAll(stage.variables());
            instance = engine.startAt(opening.template(), opening.code(), stage.elements(), variables);
        }
        runsAs(opening.code(), instance);
        news.publishEvent(new ProjectNews.Started(opening.code()));
    }

    /** Adds what the project waits for; the others must be there. */
    @Transactional
    public void addNeeds(List<Plan.Need> needs) {
        needs.forEach(plans::insert);
    }

    private void runsAs(String code, String instance) {
        db.sql("update project set process_instance = cast(:instance as varchar(64)) where code = :code")
                .param("instance", instance)
                .param("code", code)
                .update();
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
                .param("madeUp", opening.plan().madeUpFields())
                .update();
        plans.insert(opening.code(), opening.plan());
        circles.refuse(opening.plan().needs());
    }

    /**
     * Ends the project unfinished: its process is taken away, its cases are cancelled by those who hear of it. Its phases
     * go on.
     *
     * @throws Refused without a reason, or if it has ended already
     */
    @Transactional
    public void cancel(String code, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refused.of(texts, "life.reason");
        }
        Project project = get(code);
        if (!project.state().alive()) {
            throw Refused.of(texts, "life.ended", project.name(language()));
        }
        if (project.processInstance() != null) {
            engine.cancel(project.processInstance(), reason);
        }
        become(project, State.CANCELLED, reason);
    }

    /**
     * The process came to its end. While phases are open the project stays running, to be closed by hand when they are
     * closed.
     */
    @Transactional
    public void close(String code) {
        Project project = get(code);
        if (openPhases(code).isEmpty()) {
            become(project, State.CLOSED, null);
            return;
        }
        runsAs(code, null);
        news.publishEvent(new ProjectNews.Ended(code));
    }

    /** Its phases that have not ended. */
    public List<Project> openPhases(String code) {
        return phases(code).stream().filter(phase -> phase.state().alive()).toList();
    }

    /**
     * Changes the state, once: of two who do so at the same moment the later is refused. The change is logged before the
     * row is locked, because whoever moves a milestone takes these two in the same order.
     *
     * @throws Refused if the project is not in the state it was read in any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void become(Project project, State next, String reason) {
        news.publishEvent(new ProjectNews.StateChanging(project.code(), project.state(), next, reason));
        int changed = db.sql("update project set state = :next where code = :code and state = :state")
                .param("next", next.name())
                .param("code", project.code())
                .param("state", project.state().name())
                .update();
        if (changed == 0) {
            throw Refused.of(texts, "life.overtaken", project.name(language()));
        }
        news.publishEvent(new ProjectNews.StateChanged(project.code(), project.state(), next, reason));
    }

    private Project get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("There is no project " + code));
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
