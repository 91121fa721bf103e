package org.waymark.engine.schema;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one node after the other write what is written once: the second finds it there. */
@Component
public class StartLock {

    private final JdbcClient db;

    StartLock(JdbcClient db) {
        this.db = db;
    }

    /** Waits for other nodes; given back with the end of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take() {
        db.sql("select name from start_lock where name = 'seed' for update")
                .query(String.class)
                .single();
    }
}
