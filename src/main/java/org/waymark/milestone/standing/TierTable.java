package org.waymark.milestone.standing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many objects of a milestone have done what a tier pays a bonus for. */
@Component
class TierTable {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final ObjectMapper json;

    TierTable(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What a step's form held when it was done, of each object's newest case. */
    private record Done(String objectNo, String fields) {}

    /** Objects, by number, whose step was done and held what is asked for. */
    List<String> done(String project, String milestone, String element, Predicate<Map<String, Object>> asked) {
        return db
                .sql(
                        """
                        select o.number as object_no, e.fields
                        from roster_case c join roster_object o on o.id = c.object_id
                          join step s on s.instance_key = c.case_key and s.element = :element and s.state = 'DONE'
                          join entry e on e.instance_key = s.instance_key and e.element = s.element and e.round = s.round
                        where c.project = :project and c.milestone = :milestone and o.state = 'VALID'
                          and not exists (select 1 from roster_case n
                            where n.object_id = c.object_id and n.milestone = c.milestone and n.run > c.run)""")
                .param("project", project)
                .param("milestone", milestone)
                .param("element", element)
                .query(Done.class)
                .list()
                .stream()
                .filter(one -> asked.test(read(one.fields())))
                .map(Done::objectNo)
                .distinct()
                .toList();
    }

    /** Objects, by number, taken in when they were at one of these stages or closed: they had done it before. */
    List<String> before(String project, String milestone, List<String> stages) {
        return db.sql(
                        """
                        select distinct o.number from roster_case c join roster_object o on o.id = c.object_id
                        where c.project = :project and c.milestone = :milestone and o.state = 'VALID' and c.imported
                          and (c.start_stage in (:stages) or c.start_stage is null and c.state = 'CLOSED')""")
                .param("project", project)
                .param("milestone", milestone)
                .param("stages", stages)
                .query(String.class)
                .list();
    }

    private Map<String, Object> read(String fields) {
        try {
            return json.readValue(fields, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
