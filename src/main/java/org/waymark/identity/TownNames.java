package org.waymark.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What readers call groups, villages and teams. */
@Component
public class TownNames {

    private static final Pattern NUMBERED_TEAM = Pattern.compile("(\\d+)\\s*组");

    private final People people;
    private final MessageSource texts;

    TownNames(People people, MessageSource texts) {
        this.people = people;
        this.texts = texts;
    }

    /**
     * A role, and the village it is bound to: {@code cadres.luxi} is 驻村干部（芦溪村）. A project's managers are named where
     * their project is, so it is not said again. An unknown group stays as it is.
     */
    public String group(String group, Locale locale) {
        int dot = group.indexOf('.');
        String role = dot < 0 ? group : group.substring(0, dot);
        String name = texts.getMessage("group." + role, null, role, locale);
        return dot < 0 || role.equals("managers")
                ? name
                : texts.getMessage("group.of", new Object[] {name, village(group.substring(dot + 1), locale)}, locale);
    }

    public String village(String code, Locale locale) {
        return people.villages().stream()
                .filter(village -> village.code().equals(code))
                .map(village -> village.name(locale.getLanguage()))
                .findFirst()
                .orElse(code);
    }

    /** Teams are numbered: 3组 is "team 3"; other names stay as they are. */
    public static String team(String team, Locale locale) {
        if (team == null) {
            return "";
        }
        var numbered = NUMBERED_TEAM.matcher(team);
        return locale.getLanguage().equals("en") && numbered.matches() ? "team " + numbered.group(1) : team;
    }
}
