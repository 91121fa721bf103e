package org.waymark.board.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {

    @ParameterizedTest
    @CsvSource({"户主 001, 户**1", "王小明, 王**明", "欧阳小明, 欧**明", "李明, 李*", "李, *", "'', ''", "𠮷田明, 𠮷**明"})
    void aNameKeepsItsEnds(String name, String masked) {
        assertThat(Masked.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "leaders, true",
        "office, true",
        "managers, true",
        "cadres cadres.luxi, true",
        "cadres cadres.tangli, false",
        "cadres, true",
        "appraisers, false",
        "appraisers appraisers.luxi, false",
        "admin, false",
    })
    void namesAreForThoseWhoOverseeAndForTheVillagesCadres(String groups, boolean may) {
        assertThat(Readers.mayName(Set.of(groups.split(" ")), "luxi")).isEqualTo(may);
    }
}
