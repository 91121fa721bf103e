package org.waymark.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.waymark.project.portfolio.Portfolio;
import org.waymark.project.portfolio.Reading;

/** The town's projects of demo/portfolio.yaml. */
@Component
@Profile("demo")
class DemoPortfolio {

    private final Portfolio portfolio;

    DemoPortfolio(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** Opens what is not there yet, moved by whole weeks; gives the codes of what it opened. */
    List<String> open(DemoDays days) {
        return portfolio.open(file(), days.weeks());
    }

    static Reading file() {
        try {
            return Reading.of(new ClassPathResource("demo/portfolio.yaml").getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("demo/portfolio.yaml could not be read", e);
        }
    }
}
