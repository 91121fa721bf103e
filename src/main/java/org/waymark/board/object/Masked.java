package org.waymark.board.object;

/** A person's name for readers who need not know it: the first and the last character (户**1), of two only the first. */
final class Masked {

    private Masked() {}

    static String name(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length < 2) {
            return "*".repeat(characters.length);
        }
        String first = Character.toString(characters[0]);
        return characters.length == 2
                ? first + "*"
                : first + "**" + Character.toString(characters[characters.length - 1]);
    }
}
