package org.waymark.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.board.BoardTable.StageCount;
import org.waymark.template.Template.Stage;

class MatrixTest {

    @Test
    void everyValidObjectIsInOneCellAndTheTotalIsTheDenominator() {
        var matrix = Matrix.of(
                "房屋评估",
                "household",
                Map.of("luxi", "芦溪村", "tangli", "塘里村"),
                List.of(stage("entry", "待入户"), stage("inspect", "待查勘"), stage("value", "待定值")),
                List.of(
                        count("OPEN", "entry", "luxi", 3),
                        count("OPEN", "inspect", "luxi", 1),
                        count("OPEN", "inspect", "tangli", 2),
                        count("OPEN", null, "tangli", 1),
                        count("REQUESTED", "inspect", "luxi", 1),
                        count(null, null, "luxi", 4),
                        count("FAILED", null, "luxi", 2),
                        count("CLOSED", "value", "luxi", 7),
                        count("CANCELLED", "entry", "tangli", 1)),
                "zh");
        assertThat(matrix.rows())
                .extracting(
                        row -> row.other() == null ? row.stage() : row.other().name())
                .containsExactly("NOT_OPENED", "FAILED", "待入户", "待查勘", "CLOSED", "CANCELLED");
        assertThat(matrix.rows()).extracting(Matrix.Row::sum).containsExactly(6L, 2L, 3L, 3L, 7L, 1L);
        assertThat(matrix.valid()).isEqualTo(22);
        assertThat(matrix.total("luxi")).isEqualTo(18);
        assertThat(matrix.total("tangli")).isEqualTo(4);
        assertThat(matrix.quantity()).isEqualByComparingTo("2200");
        assertThat(matrix.percent(matrix.rows().get(4))).isEqualTo(32);
    }

    private static StageCount count(String state, String stage, String village, int objects) {
        return new StageCount(state, stage, village, objects, BigDecimal.valueOf(100L * objects));
    }

    private static Stage stage(String code, String name) {
        return new Stage(code, 1, name, code, List.of(), List.of(), Map.of());
    }
}
