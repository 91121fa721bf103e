package org.waymark.board.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.Browser;

/** A page's form, filled in and sent. */
final class Posted {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private Posted() {}

    static Map<String, String> values(String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    /** Sends a page's form, with the token that page carries. */
    static HttpResponse<String> post(Browser browser, String page, String address, Map<String, String> values) {
        Matcher token = TOKEN.matcher(browser.page(page).body());
        assertThat(token.find()).as(page + " has a form").isTrue();
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("_csrf", token.group(1));
        return browser.call(
                "POST",
                address + "?"
                        + all.entrySet().stream()
                                .map(one ->
                                        one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")),
                null);
    }
}
