package org.waymark.identity.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.Browser;

/** What an administrator does on the page of people. */
record PeoplePage(Browser admin) {

    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
    private static final Pattern GIVEN =
            Pattern.compile("<code>([a-z.0-9]+)</code></td><td><code>([a-z0-9-]{19})</code>");

    String check(String name, byte[] book) {
        var answer = admin.upload("/people/check", Map.of(), name, book);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The page of a workbook that will not do. */
    String refused(String name, byte[] book) {
        var answer = admin.upload("/people/check", Map.of(), name, book);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    String take(String shown) {
        var answer = admin.form("/people/take", Map.of("id", id(shown)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    static String id(String shown) {
        Matcher id = ID.matcher(shown);
        assertThat(id.find()).as(shown).isTrue();
        return id.group(1);
    }

    static boolean gives(String answer) {
        return GIVEN.matcher(answer).find();
    }

    /** The first initial password on the page. */
    static String given(String answer) {
        Matcher given = GIVEN.matcher(answer);
        assertThat(given.find()).as(answer).isTrue();
        return given.group(2);
    }
}
