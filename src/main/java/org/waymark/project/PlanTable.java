package org.waymark.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.project.Plan.Need;
import org.waymark.project.Plan.Quantity;
import org.waymark.project.Plan.Year;

/** The rows of what is planned of a project: quantities, needs, years. */
@Component
class PlanTable {

    private static final String NEEDS =
            """
            select project, milestone, on_project, on_milestone, on_quantity, at_least, note from project_need
            """;

    private final JdbcClient db;

    PlanTable(JdbcClient db) {
        this.db = db;
    }

    void insert(String project, Plan plan) {
        plan.quantities().forEach(quantity -> insert(project, quantity));
        plan.needs().forEach(this::insert);
        plan.years().forEach(year -> insert(project, year));
    }

    /** By project. */
    Map<String, List<Quantity>> quantities(Collection<String> projects) {
        return byProject(
                """
                select project, code, name_zh, name_en, unit, planned, done from project_quantity
                where project in (:projects) order by project, code""",
                projects,
                new DataClassRowMapper<>(Quantity.class));
    }

    /** By project. */
    Map<String, List<Year>> years(Collection<String> projects) {
        return byProject(
                """
                select project, plan_year as "year", investment, target from project_year
                where project in (:projects) order by project, plan_year""",
                projects,
                new DataClassRowMapper<>(Year.class));
    }

    private <T> Map<String, List<T>> byProject(String sql, Collection<String> projects, RowMapper<T> of) {
        Map<String, List<T>> found = new LinkedHashMap<>();
        if (projects.isEmpty()) {
            return found;
        }
        db.sql(sql)
                .param("projects", projects)
                .query((row, n) -> Map.entry(row.getString("project"), of.mapRow(row, n)))
                .list()
                .forEach(one -> found.computeIfAbsent(one.getKey(), project -> new ArrayList<>())
                        .add(one.getValue()));
        return found;
    }

    /** What the project waits for, and need not go on without. */
    List<Need> needsOf(String project) {
        return db.sql(NEEDS + "where project = :project and waived_on is null order by id")
                .param("project", project)
                .query(Need.class)
                .list();
    }

    private void insert(String project, Quantity quantity) {
        db.sql(
                        """
                        insert into project_quantity (project, code, name_zh, name_en, unit, planned, done)
                        values (:project, :code, :nameZh, :nameEn, :unit, :planned, :done)""")
                .param("project", project)
                .param("code", quantity.code())
                .param("nameZh", quantity.nameZh())
                .param("nameEn", quantity.nameEn())
                .param("unit", quantity.unit())
                .param("planned", quantity.planned())
                .param("done", quantity.done())
                .update();
    }

    void insert(Need need) {
        db.sql(
                        """
                        insert into project_need (project, milestone, on_project, on_milestone, on_quantity, at_least,
                          note)
                        values (:project, :milestone, :onProject, :onMilestone, :onQuantity, :atLeast, :note)""")
                .param("project", need.project())
                .param("milestone", need.milestone())
                .param("onProject", need.onProject())
                .param("onMilestone", need.onMilestone())
                .param("onQuantity", need.onQuantity())
                .param("atLeast", need.atLeast())
                .param("note", need.note())
                .update();
    }

    private void insert(String project, Year year) {
        db.sql(
                        """
                        insert into project_year (project, plan_year, investment, target)
                        values (:project, :year, :investment, :target)""")
                .param("project", project)
                .param("year", year.year())
                .param("investment", year.investment())
                .param("target", year.target())
                .update();
    }
}
