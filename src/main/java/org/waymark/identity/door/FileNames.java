package org.waymark.identity.door;

import java.util.regex.Pattern;

/** Names of uploaded files, as whoever sent them wrote them, made into ones that can be kept and shown. */
public final class FileNames {

    private static final int LONGEST = 200;

    /** Controls, what turns the direction of reading, halves of characters: no database keeps them or no reader sees them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private FileNames() {}

    /**
     * The name alone, without the folders some browsers send along, 200 characters at most of which the last are kept.
     *
     * @param given null if there was none
     * @param otherwise what stands for one that says nothing
     */
    public static String plain(String given, String otherwise) {
        String all = given == null ? "" : given;
        String name = all.substring(Math.max(all.lastIndexOf('/'), all.lastIndexOf('\\')) + 1);
        String seen = UNSEEN.matcher(name).replaceAll("_").strip();
        if (seen.chars().allMatch(one -> one == '.' || one == '_')) {
            return otherwise;
        }
        int from = Math.max(0, seen.length() - LONGEST);
        return seen.substring(from > 0 && Character.isLowSurrogate(seen.charAt(from)) ? from + 1 : from);
    }
}
