package org.waymark.progress.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.progress.indicator.Indicator;
import org.waymark.progress.indicator.Indicator.Measure;
import org.waymark.progress.indicator.Indicator.Statement;
import org.waymark.progress.indicator.Indicators;
import org.waymark.progress.indicator.Known;

/** The town's published indicators of demo/indicators.csv, and those made up beside them, recorded once. */
@Component
@Profile("demo")
class DemoIndicators implements ApplicationRunner {

    private static final String SOURCE = "2021 年镇政府工作报告（公开发布）";
    private static final String INVENTED = "演示数据（虚构）";

    private final Indicators indicators;

    DemoIndicators(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        bringIn("demo/indicators.csv", false);
        bringIn("demo/indicators-made-up.csv", true);
    }

    private void bringIn(String file, boolean madeUp) throws IOException {
        for (List<String> cells : lines(file)) {
            Indicator one = new Indicator(
                    Integer.parseInt(cells.get(0)),
                    cells.get(1),
                    Statement.valueOf(cells.get(2)),
                    Integer.parseInt(cells.get(3)),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    cells.get(7),
                    Measure.valueOf(cells.get(8)),
                    null);
            if (indicators.add(one)) {
                indicators.record(one.year(), one.code(), known(cells, madeUp));
            }
        }
    }

    private static Known known(List<String> cells, boolean madeUp) {
        return new Known(
                0,
                number(cells.get(9)),
                number(cells.get(10)),
                number(cells.get(11)),
                null,
                madeUp ? INVENTED : SOURCE,
                null,
                cells.get(12).isEmpty() ? null : cells.get(12),
                madeUp,
                "system",
                null);
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    /** The cells of each line of a demo file, comments left out. */
    static List<List<String>> lines(String file) throws IOException {
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> List.of(line.split("\\|", -1)))
                .toList();
    }
}
