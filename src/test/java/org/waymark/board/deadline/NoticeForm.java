package org.waymark.board.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.Browser;

/** What the office types into the form of a notice. */
final class NoticeForm {

    static final String FORM = "/calendar/notices/new";
    static final String DAY_OFF = "补休：6月25日放假，共1天。";
    private static final Pattern MARK = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"");

    private NoticeForm() {}

    static Map<String, String> notice(String text) {
        return new HashMap<>(
                Map.of("published", "2021-06-10", "number", "国办发明电〔2021〕9号", "year", "2021", "text", text));
    }

    /** Confirms what a preview with this mark has shown. */
    static HttpResponse<String> publish(Browser office, Map<String, String> notice, String mark) {
        Map<String, String> confirmed = new HashMap<>(notice);
        confirmed.put("shown", mark);
        return office.form(FORM, confirmed);
    }

    static String mark(String page) {
        Matcher mark = MARK.matcher(page);
        assertThat(mark.find()).as(page).isTrue();
        return mark.group(1);
    }
}
