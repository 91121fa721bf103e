package org.waymark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tasklist's words: ours in Chinese, complete against what the engine's jar ships, and officials' words only. */
class TasklistLocaleTest {

    private static final String FOLDER = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern MARKUP = Pattern.compile("\\{\\{.*?}}|&[a-z]+;|<[^>]*>|yyyy-MM-ddTHH:mm:ss|#resolve");
    private static final List<String> NOT_OUR_WORDS =
            List.of("认领", "任务", "步骤", "委派", "驳回", "超期", "里程碑", "签收", "过滤器", "花名册", "Camunda");

    private final Map<String, String> shipped = labels(shippedEnglish());
    private final Map<String, String> chinese = labels(ours("zh.json"));
    private final Map<String, String> english = labels(ours("en.json"));

    @Test
    void chineseHasEveryLabelAndNoOther() {
        assertThat(chinese.keySet()).isEqualTo(shipped.keySet());
        assertThat(english.keySet()).isEqualTo(shipped.keySet());
    }

    @Test
    void noLabelIsEmptyThatSaysSomethingInEnglish() {
        shipped.forEach((key, text) -> {
            assertThat(chinese.get(key).isBlank()).as(key).isEqualTo(text.isBlank());
            assertThat(english.get(key).isBlank()).as(key).isEqualTo(text.isBlank());
        });
    }

    @Test
    void gapsAreThoseOfTheShippedTexts() {
        shipped.forEach((key, text) -> {
            assertThat(gaps(chinese.get(key))).as(key).isEqualTo(gaps(text));
            assertThat(gaps(english.get(key))).as(key).isEqualTo(gaps(text));
        });
    }

    @Test
    void chineseIsInOfficialsWords() {
        chinese.forEach((key, text) -> assertThat(text).as(key).doesNotContain(NOT_OUR_WORDS.toArray(String[]::new)));
        assertThat(chinese)
                .containsEntry("CLAIM_TASK", "领取")
                .containsEntry("COMPLETE", "提交")
                .containsEntry("DUE_DATE", "办理时限")
                .containsEntry("Delegate", "委托代办")
                .containsEntry("TASK", "环节");
    }

    @Test
    void chineseIsNotLeftInEnglish() {
        chinese.forEach((key, text) ->
                assertThat(MARKUP.matcher(text).replaceAll("")).as(key).doesNotContainPattern("[A-Za-z]{2,}"));
    }

    @Test
    void daysAreWrittenYearFirstAndEnglishLeavesThemAlone() {
        var formats = ours("zh.json").path("dateLocales").path("longDateFormat");
        assertThat(formats.path("L").asText()).isEqualTo("YYYY-MM-DD");
        assertThat(formats.path("LLL").asText()).isEqualTo("YYYY-MM-DD HH:mm");
        // dates in en.json would be set after those of zh.json and turn a Chinese reader's dates English
        assertThat(ours("en.json").has("dateLocales")).isFalse();
    }

    @Test
    void theVendorsNameIsNowhere() {
        english.forEach((key, text) -> assertThat(text).as(key).doesNotContain("Camunda"));
    }

    private static List<String> gaps(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Map<String, String> labels(JsonNode locale) {
        Map<String, String> labels = new TreeMap<>();
        locale.path("labels")
                .fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static JsonNode ours(String file) {
        return read(resources(file).stream()
                .filter(url -> url.getProtocol().equals("file"))
                .findFirst()
                .orElseThrow());
    }

    /** Our en.json hides the shipped one of the same path, so it is looked for in the jar. */
    private static JsonNode shippedEnglish() {
        return read(resources("en.json").stream()
                .filter(url -> url.getProtocol().equals("jar"))
                .findFirst()
                .orElseThrow());
    }

    private static List<URL> resources(String file) {
        try {
            return Collections.list(TasklistLocaleTest.class.getClassLoader().getResources(FOLDER + file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(URL url) {
        try (var stream = url.openStream()) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.replace("\uFEFF", "")); // the shipped file begins with a mark
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
