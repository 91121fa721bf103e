package org.waymark.project;

import java.util.List;
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

    List<Quantity> quantities(String project) {
        return db.sql(
                        """
                        select code, name_zh, name_en, unit, planned, done from project_quantity
                        where project = :project order by code""")
                .param("project", project)
                .query(Quantity.class)
                .list();
    }

    /** What the project waits for. */
    List<Need> needsOf(String project) {
        return db.sql(NEEDS + "where project = :project order by id")
                .param("project", project)
                .query(Need.class)
                .list();
    }

    /** Who waits for the project. */
    List<Need> needsOn(String project) {
        return db.sql(NEEDS + "where on_project = :project order by id")
                .param("project", project)
                .query(Need.class)
                .list();
    }

    List<Year> years(String project) {
        return db.sql(
                        """
                        select plan_year as "year", investment, target from project_year
                        where project = :project order by plan_year""")
                .param("project", project)
                .query(Year.class)
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
