package org.waymark.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Together;
import org.waymark.WaymarkTest;

@WaymarkTest
class StartLockTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Test
    void twoNodesThatStartAtTheSameMomentSeedOnce() {
        long grants = count("ACT_RU_AUTHORIZATION");
        long lists = count("ACT_RU_FILTER");
        assertThat(lists).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            db.sql("delete from ACT_RU_AUTHORIZATION").update();
            db.sql("delete from ACT_RU_FILTER").update();
            Together.run(Stream.of("grants", "taskLists", "grants", "taskLists", "grants", "taskLists")
                    .map(name -> context.getBean(name, SmartInitializingSingleton.class))
                    .<java.util.function.IntSupplier>map(seed -> () -> {
                        seed.afterSingletonsInstantiated();
                        return 1;
                    })
                    .toList());
            assertThat(List.of(count("ACT_RU_AUTHORIZATION"), count("ACT_RU_FILTER")))
                    .containsExactly(grants, lists);
        }
    }

    private long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }
}
