package org.waymark.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;

/** Names of people and places in the reader's language; templates ask it by the name {@code names}. */
@Component("names")
public class Names {

    private static final Pattern TEAM = Pattern.compile("(\\d+)\\s*组");

    private final People people;

    Names(People people) {
        this.people = people;
    }

    /** {@code en}, or {@code zh} for everybody else. */
    public String lang() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? "en" : "zh";
    }

    /** Names by user name. */
    public Map<String, String> people() {
        Map<String, String> names = new LinkedHashMap<>();
        people.all().forEach(person -> names.put(person.id(), person.name(lang())));
        return names;
    }

    /** Names by code, in the order of the codes. */
    public Map<String, String> villages() {
        Map<String, String> names = new LinkedHashMap<>();
        people.villages().forEach(village -> names.put(village.code(), village.name(lang())));
        return names;
    }

    /** Teams are numbered: 3组 is "team 3"; other names stay as they are. */
    public String team(String team) {
        if (team == null) {
            return "";
        }
        var numbered = TEAM.matcher(team);
        return lang().equals("en") && numbered.matches() ? "team " + numbered.group(1) : team;
    }
}
