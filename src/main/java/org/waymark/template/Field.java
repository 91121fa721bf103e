package org.waymark.template;

import java.math.BigDecimal;
import java.util.List;

/**
 * One field of a form, as its HTML declares it.
 *
 * @param type the input's type, {@code select} or {@code textarea}
 * @param requiredWhen {@code field=value} that makes it required, null if none
 * @param overHalfOf the field whose half this number must exceed, null if none
 * @param decision whether its value becomes a process variable the gateways read
 * @param truth whether its value is {@code true} or {@code false}
 * @param notLater whether the date may not be after today
 * @param evidence whether it holds files
 * @param choices what a {@code select} offers
 */
public record Field(
        String name,
        String type,
        String labelZh,
        String labelEn,
        boolean required,
        String requiredWhen,
        String overHalfOf,
        boolean decision,
        boolean truth,
        boolean notLater,
        boolean evidence,
        BigDecimal min,
        BigDecimal max,
        int maxLength,
        String pattern,
        List<Choice> choices) {

    /** One of several values, as it is kept and as it is read. */
    public record Choice(String value, String zh, String en) {}

    /** The values that may be chosen. */
    public List<String> options() {
        return choices.stream().map(Choice::value).toList();
    }

    /** A value as readers know it: what was chosen is shown by its label, all else as it was typed. */
    public String shown(String value, String language) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(choice -> "en".equals(language) ? choice.en() : choice.zh())
                .findFirst()
                .orElse(value);
    }

    public String label(String language) {
        return "en".equals(language) ? labelEn : labelZh;
    }
}
