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
        List<String> options) {

    public String label(String language) {
        return "en".equals(language) ? labelEn : labelZh;
    }
}
