package org.waymark.identity.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is no workbook, or one that was made to do harm, is refused as a whole. */
class BrokenWorkbookTest {

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        assertThat(faults("账号,姓名\r\nwang,王五".getBytes("GBK"))).containsExactly("kind");
        assertThat(faults(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .containsExactly("kind");
        assertThat(faults(new byte[0])).containsExactly("kind");
        assertThat(faults(zip(100))).containsExactly("broken");
        byte[] cut = Arrays.copyOf(Book.empty().bytes(), 1500);
        assertThat(faults(cut)).containsExactly("broken");
    }

    @Test
    void anEncryptedWorkbookIsRefused() throws IOException, GeneralSecurityException {
        var bytes = new ByteArrayOutputStream();
        try (var file = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var inside = encryptor.getDataStream(file)) {
                inside.write(Book.empty().bytes());
            }
            file.writeFilesystem(bytes);
        }
        assertThat(faults(bytes.toByteArray())).containsExactly("kind");
    }

    /** Each fails in another place of the library, and with an exception of another kind. */
    @ParameterizedTest
    @CsvSource({
        "xl/worksheets/sheet1.xml, <v>0</v>, <v>99</v>",
        "xl/worksheets/sheet1.xml, <v>0</v>, <v>x</v>",
        "xl/worksheets/sheet1.xml, <row r=\"1\", <row r=\"x\"",
        "xl/worksheets/sheet1.xml, <sheetData>, <sheetDate>",
        "xl/workbook.xml, <workbook, <worksheet",
        "xl/workbook.xml, <?xml, <!DOCTYPE a [<!ENTITY b 'c'>]><?xml",
        "xl/_rels/workbook.xml.rels, worksheets/sheet1.xml, ../../etc/passwd"
    })
    void aWorkbookWithABrokenPartIsRefused(String part, String written, String instead) throws IOException {
        byte[] broken = changed(Book.empty().bytes(), part, written, instead);
        assertThat(faults(broken)).isNotEmpty().isSubsetOf("broken", "sheet", "column", "heading");
    }

    private static byte[] changed(byte[] book, String part, String written, String instead) throws IOException {
        var bytes = new ByteArrayOutputStream();
        boolean found = false;
        try (var from = new ZipInputStream(new ByteArrayInputStream(book));
                var to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    found = text.contains(written);
                    text = text.replace(written, instead);
                }
                to.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(found).as("%s in %s", written, part).isTrue();
        return bytes.toByteArray();
    }

    @Test
    void aFileThatUnpacksWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
        assertThat(faults(zip(5_100_000))).containsExactly("unpacked");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 300; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
            }
        }
        assertThat(faults(bytes.toByteArray())).as("300 empty parts").containsExactly("unpacked");
    }

    @Test
    void theLargestWorkbookThereCanBeIsRead() {
        Book book = Book.empty().unit("u0", "首").village("v0", "首");
        String full = "某".repeat(45);
        IntStream.range(1, Sheet.MOST_ROWS)
                .forEach(i -> book.unit("u" + i, full + "单" + i).village("v" + i, full + "村" + i));
        IntStream.rangeClosed(1, Sheet.MOST_ROWS)
                .forEach(i -> book.person(
                        "p" + i, full + "名" + i, full + "邮" + i, full + "位" + i, full + "角" + i, full + "辖" + i, ""));
        var read = WorkbookReader.read(book.bytes());
        assertThat(read.faults()).isEmpty();
        assertThat(read.rows()).hasSize(3 * Sheet.MOST_ROWS);
    }

    /** Zeros pack to a thousandth. */
    private static byte[] zip(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }

    private static List<String> faults(byte[] file) {
        return WorkbookReader.read(file).faults().stream().map(Fault::key).toList();
    }
}
