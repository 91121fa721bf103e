package org.waymark.milestone.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Desk;
import org.waymark.WaymarkTest;
import org.waymark.identity.Wire;
import org.waymark.milestone.step.Step;
import org.waymark.template.Field;
import org.waymark.template.Forms;

/** Files as a browser sends them: of any size, with names of any length. */
@WaymarkTest
class UploadTest {

    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Forms forms;

    private Wire wire;
    private Step step;
    private String field;
    private String[] headers;

    @BeforeEach
    void openAHousehold() {
        step = desk.open("UPLOAD-" + ++count, null, Map.of());
        field = forms.of(step.definition(), step.element()).fields().stream()
                .filter(Field::evidence)
                .findFirst()
                .orElseThrow()
                .name();
        wire = new Wire(port, "zh-CN");
        String cookie = wire.signedIn("cadre");
        String token = wire.get("/ui/csrf", cookie, "Accept: application/json")
                .body()
                .replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        headers = new String[] {
            cookie,
            "X-CSRF-TOKEN: " + token,
            "Accept: application/json",
            "Content-Type: multipart/form-data; boundary=edge"
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 30})
    void aFileTooLargeIsRefusedInTheWordsOfTheForm(int megabytes) {
        var answer = upload("查勘.pdf", megabytes * 1024 * 1024);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("{\"message\":\"文件超过 20 MB");
    }

    @Test
    void aFileMayHaveALongChineseName() {
        String name = "查".repeat(150) + ".pdf";
        var answer = upload(name, 10);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(name);
    }

    @Test
    void foldersAndWhatNobodySeesAreNoPartOfAName() {
        var answer = upload("../../wang/..\\\\查\u0001勘\u202E.pdf", 10);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"name\":\"查_勘_.pdf\"");
    }

    @Test
    void aNameThatNoDatabaseTakesIsRefusedInASentence() {
        var answer = upload("查\u0000勘.pdf", 10);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("没有收到文件");
    }

    private Wire.Answer upload(String name, int size) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\n" + field
                        + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[size]);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return wire.send("POST", "/ui/steps/" + step.taskId() + "/evidence", body.toByteArray(), headers);
    }
}
