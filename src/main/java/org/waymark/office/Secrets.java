package org.waymark.office;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Which passwords guard nothing. */
public final class Secrets {

    /** Characters a password has at least. */
    public static final int SHORTEST = 12;

    /** Bytes it has at most: bcrypt, by which passwords are kept, looks at no more. */
    public static final int MOST_BYTES = 72;

    /** Of twelve characters and more, what everybody tries first or finds in this project. */
    private static final Set<String> KNOWN = Set.of(
            "waymark-demo",
            "waymarkwaymark",
            "passwordpassword",
            "password1234",
            "123456789012",
            "1234567890123456",
            "administrator",
            "changemechangeme",
            "change-me-please",
            "postgrespostgres",
            "qwertyuiop12");

    private Secrets() {}

    /** Whether it is too short, known to everybody, one character over and over, or holds the name it belongs to. */
    public static boolean isWeak(String password, String name) {
        if (password == null || password.length() < SHORTEST) {
            return true;
        }
        String plain = password.toLowerCase(Locale.ROOT);
        boolean named = name != null && name.length() > 2 && plain.contains(name.toLowerCase(Locale.ROOT));
        return KNOWN.contains(plain) || plain.chars().distinct().count() < 5 || named;
    }

    /** Whether it has more bytes than are kept; a Chinese character has three. */
    public static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
