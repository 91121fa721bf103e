package org.waymark.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of uploaded files are kept without what no database takes and no reader sees. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "查勘记录.pdf, 查勘记录.pdf",
        "C:\\fakepath\\查勘.pdf, 查勘.pdf",
        "../../etc/passwd, passwd",
        "a\u0000b.pdf, a_b.pdf",
        "a\u0085b\u2028c.pdf, a_b_c.pdf",
        "invoice\u202Efdp.exe, invoice_fdp.exe",
        "half\uD83D.pdf, half_.pdf",
        "𠮷田.xlsx, 𠮷田.xlsx",
        "'  a.pdf ', a.pdf",
        "'', file",
        ".., file",
        "folder/, file",
        "\u0000, file"
    })
    void aNameIsKeptAsItCanBeSeen(String given, String kept) {
        assertThat(FileNames.plain(given, "file")).isEqualTo(kept);
    }

    @Test
    void aLongNameKeepsItsEndAndNoHalfOfACharacter() {
        assertThat(FileNames.plain("查".repeat(300) + ".pdf", "file"))
                .hasSize(200)
                .endsWith("查.pdf");
        assertThat(FileNames.plain("𠮷".repeat(150) + ".pd", "file"))
                .hasSize(199)
                .startsWith("𠮷");
        assertThat(FileNames.plain(null, "file")).isEqualTo("file");
    }
}
