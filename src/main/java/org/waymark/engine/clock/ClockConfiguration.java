package org.waymark.engine.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one place that tells the time, to our code and to the engine alike. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime DEMO_MORNING = LocalTime.of(9, 0);

    @Bean
    @ConditionalOnProperty(name = "waymark.demo.today", matchIfMissing = true, havingValue = "never")
    Clock clock() {
        return Clock.system(ZONE);
    }

    /** The offset is fixed at the first start and stored, so that the demo goes on after a restart and never goes back. */
    @Bean
    @ConditionalOnProperty("waymark.demo.today")
    @DependsOnDatabaseInitialization
    DemoClock demoClock(JdbcClient db, @Value("${waymark.demo.today}") LocalDate today) {
        Clock machine = Clock.system(ZONE);
        var stored =
                db.sql("select offset_millis from demo_clock").query(Long.class).optional();
        if (stored.isPresent()) {
            return new DemoClock(machine, Duration.ofMillis(stored.get()));
        }
        var morning = today.atTime(DEMO_MORNING).atZone(ZONE).toInstant();
        var offset = Duration.between(machine.instant(), morning);
        db.sql("insert into demo_clock (offset_millis) values (:offset)")
                .param("offset", offset.toMillis())
                .update();
        return new DemoClock(machine, offset);
    }
}
