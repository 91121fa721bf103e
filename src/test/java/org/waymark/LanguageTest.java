package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there in both languages. */
class LanguageTest {

    private static final File FOLDER = new File("src/main/resources/i18n");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    static Stream<File> bundles() {
        return Arrays.stream(FOLDER.listFiles((folder, name) -> !name.contains("_en")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameTexts(File chinese) throws IOException {
        Properties english = read(new File(FOLDER, chinese.getName().replace(".properties", "_en.properties")));
        assertThat(english.keySet()).isEqualTo(read(chinese).keySet());
        assertThat(english.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank().doesNotContainPattern(CHINESE));
        assertThat(read(chinese).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    private static Properties read(File file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
