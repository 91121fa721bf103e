package org.waymark.identity.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The roles there are, under the names people know them by. */
@Component
class RoleNames {

    /** As diagrams and grants name them. */
    private static final List<String> ROLES = List.of(
            "leaders",
            "office",
            "managers",
            "appraisers",
            "cadres",
            "civil",
            "land",
            "finance",
            "construction",
            "economy",
            "admin");

    private final MessageSource texts;

    RoleNames(MessageSource texts) {
        this.texts = texts;
    }

    /** Chinese names by code. */
    Map<String, String> all() {
        Map<String, String> names = new LinkedHashMap<>();
        ROLES.forEach(role -> names.put(role, name(role, Locale.CHINESE)));
        return names;
    }

    /** The code of a role by its code or its name in either language. */
    Optional<String> code(String written) {
        return ROLES.stream()
                .filter(role -> role.equals(written)
                        || name(role, Locale.CHINESE).equals(written)
                        || name(role, Locale.ENGLISH).equalsIgnoreCase(written))
                .findFirst();
    }

    private String name(String role, Locale language) {
        return texts.getMessage("group." + role, null, language);
    }
}
