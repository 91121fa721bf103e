package org.waymark.project.portfolio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of project it is in the town's list; its name is the text {@code project.kind.<code>}. */
public enum Kind {
    RESETTLEMENT,
    ROAD,
    BRIDGE,
    STATION,
    RIVER,
    PARK,
    REDEVELOPMENT,
    INVESTMENT,
    BUILDING,
    HOUSING,
    VILLAGE,
    CAMPAIGN;

    /** As it is written in files and kept with the project. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
