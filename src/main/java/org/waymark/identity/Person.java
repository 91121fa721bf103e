package org.waymark.identity;

/** Somebody who may sign in. {@code id} is the user name; {@code unit} the code of the unit the person belongs to. */
public record Person(String id, String nameZh, String nameEn, String mail, String unit, boolean active) {

    /** The name in the reader's language, {@code "en"} or anything else for Chinese. */
    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }
}
