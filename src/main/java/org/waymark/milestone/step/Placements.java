package org.waymark.milestone.step;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which object a case is about; told by its roster before the case starts and copied to each of the case's steps. */
@Service
public class Placements {

    private final JdbcClient db;

    Placements(JdbcClient db) {
        this.db = db;
    }

    public void put(String instanceKey, String objectNo, String village, String team, String responsible) {
        db.sql(
                        """
                        insert into placement (instance_key, object_no, village, team, responsible)
                        values (:key, :object, :village, :team, :responsible)""")
                .param("key", instanceKey)
                .param("object", objectNo)
                .param("village", village)
                .param("team", team)
                .param("responsible", responsible)
                .update();
    }
}
