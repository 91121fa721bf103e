package org.waymark.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A step's form. Its HTML is the one place that says what must be filled in: the browser and the server both read it. */
public record Form(List<Field> fields) {

    private static final int LONGEST = 2000;

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public static Form parse(String html) {
        var page = Jsoup.parse(html);
        return new Form(page.select("input[name], select[name], textarea[name]").stream()
                .map(input -> field(page, input))
                .toList());
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
                input.hasAttr("data-required-when") ? input.attr("data-required-when") : null,
                input.hasAttr("data-decision"),
                "boolean".equals(input.attr("data-type")),
                "today".equals(input.attr("data-max")),
                input.hasAttr("data-evidence"),
                number(input, "min"),
                number(input, "max"),
                input.hasAttr("maxlength") ? Integer.parseInt(input.attr("maxlength")) : LONGEST,
                input.hasAttr("pattern") ? input.attr("pattern") : null,
                input.select("option").stream()
                        .map(option -> option.attr("value"))
                        .filter(value -> !value.isEmpty())
                        .toList());
    }

    private static BigDecimal number(Element input, String attribute) {
        return "number".equals(input.attr("type")) && input.hasAttr(attribute)
                ? new BigDecimal(input.attr(attribute))
                : null;
    }
}
