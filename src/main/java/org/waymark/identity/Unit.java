package org.waymark.identity;

/** An office, a task force or another body people belong to. */
public record Unit(String code, String nameZh, String nameEn) {

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }
}
