package org.waymark.identity;

/** A village of the town. */
public record Village(String code, String nameZh, String nameEn) {

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }
}
