package org.waymark.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.waymark.template.Field.Choice;

/** A step's form. Its HTML is the one place that says what must be filled in: the browser and the server both read it. */
public record Form(List<Field> fields) {

    /** Asked by every form when its day lies in a closed month. */
    public static final String LATE_REASON = "lateReason";

    private static final int LONGEST = 2000;

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public static Form parse(String html) {
        var page = Jsoup.parse(html);
        List<Field> fields = new ArrayList<>();
        page.select("input[name], select[name], textarea[name]").forEach(input -> fields.add(field(page, input)));
        if (fields.stream().anyMatch(field -> field.name().equals("happenedOn"))) {
            fields.add(text(LATE_REASON, "补报原因", "Reason for the late entry"));
        }
        return new Form(List.copyOf(fields));
    }

    private static Field text(String name, String zh, String en) {
        return new Field(
                name,
                "textarea",
                zh,
                en,
                false,
                null,
                null,
                false,
                false,
                false,
                false,
                null,
                null,
                500,
                null,
                List.of());
    }

    private static Field field(Element page, Element input) {
        Element label = page.selectFirst("label[for=" + input.id() + "]");
        String text = label == null ? input.attr("name") : label.text();
        String english = label == null || !label.hasAttr("data-en") ? text : label.attr("data-en");
        String tag = input.normalName();
        return new Field(
                input.attr("name"),
                tag.equals("input") ? input.attr("type") : tag,
                text,
                english,
                input.hasAttr("required"),
                attribute(input, "data-required-when"),
                attribute(input, "data-over-half-of"),
                input.hasAttr("data-decision"),
                "boolean".equals(input.attr("data-type")),
                "today".equals(input.attr("data-max")),
                input.hasAttr("data-evidence"),
                number(input, "min"),
                number(input, "max"),
                input.hasAttr("maxlength") ? Integer.parseInt(input.attr("maxlength")) : LONGEST,
                attribute(input, "pattern"),
                input.select("option").stream()
                        .filter(option -> !option.attr("value").isEmpty())
                        .map(Form::choice)
                        .toList());
    }

    private static String attribute(Element input, String name) {
        return input.hasAttr(name) ? input.attr(name) : null;
    }

    private static Choice choice(Element option) {
        String english = option.hasAttr("data-en") ? option.attr("data-en") : option.text();
        return new Choice(option.attr("value"), option.text(), english);
    }

    private static BigDecimal number(Element input, String attribute) {
        return "number".equals(input.attr("type")) && input.hasAttr(attribute)
                ? new BigDecimal(input.attr(attribute))
                : null;
    }
}
