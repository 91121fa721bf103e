package org.waymark.identity;

/**
 * Somebody of the office.
 *
 * @param id the user name
 * @param unit code of the unit the person belongs to
 * @param active whether the person is there today: not switched off, and not past the last day
 */
public record Person(String id, String nameZh, String nameEn, String mail, String unit, boolean active) {

    /** The name in the reader's language, {@code "en"} or anything else for Chinese. */
    public String name(String language) {
        return "en".equals(language) ? nameEn : nameZh;
    }
}
