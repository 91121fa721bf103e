package org.waymark.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.identity.People;
import org.waymark.identity.TownNames;
import org.waymark.milestone.standing.OpenStep;

/** Names of people and places in the reader's language; templates ask it by the name {@code names}. */
@Component("names")
public class Names {

    private static final Map<Pattern, String> HOLDERS = Map.of(
            Pattern.compile("户主\\s*(\\d+)"), "Household $1",
            Pattern.compile("坟主\\s*(\\d+)"), "Kin $1",
            Pattern.compile("(.+村)集体"), "$1 collective");
    private static final Pattern SECTION = Pattern.compile("(\\d+)\\s*标段?(.*)");

    private final People people;

    private final TownNames town;
    private final MessageSource texts;

    Names(People people, TownNames town, MessageSource texts) {
        this.people = people;
        this.town = town;
        this.texts = texts;
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

    /** Names by code, in the order of the codes. */
    public Map<String, String> units() {
        Map<String, String> names = new LinkedHashMap<>();
        people.units().forEach(unit -> names.put(unit.code(), unit.name(lang())));
        return names;
    }

    public String team(String team) {
        return TownNames.team(team, locale());
    }

    /** A holder; the demo's made-up ones (户主 001) have a name in English too. */
    public String holder(String name) {
        return HOLDERS.entrySet().stream()
                .filter(made -> made.getKey().matcher(name).matches())
                .findFirst()
                .map(made -> english(made.getKey(), name, made.getValue()))
                .orElse(name);
    }

    /** Sections of the line are numbered: 1标 is "section 1". */
    public String section(String section) {
        return english(SECTION, section, "section $1$2");
    }

    /** The usual outsiders have a name in English; all else stays as it was typed. */
    public String party(String party) {
        return texts.getMessage("party." + party, null, party, locale());
    }

    public List<String> parties(List<String> parties) {
        return parties.stream().map(this::party).toList();
    }

    private String english(Pattern pattern, String name, String english) {
        var matcher = pattern.matcher(name);
        return lang().equals("en") && matcher.matches() ? matcher.replaceFirst(english) : name;
    }

    /** Who has to act on an open step: its assignee, else the group it waits to be claimed by. */
    public String actor(String assignee, String group) {
        if (assignee != null) {
            return people.find(assignee).map(person -> person.name(lang())).orElse(assignee);
        }
        return group == null ? say("board.unclaimed") : say("board.toClaim", town.group(group, locale()));
    }

    public String actor(OpenStep step) {
        return step.claimed() ? step.personName(lang()) : actor(null, step.candidateGroup());
    }

    /** Who answers for a step nobody has claimed: the object's responsible person or the milestone's owner; else empty. */
    public String behind(OpenStep step) {
        return step.claimed() || step.person() == null
                ? ""
                : say(step.responsible() ? "board.responsible" : "board.owner", step.personName(lang()));
    }

    /** Of several steps, each name once. */
    public List<String> actors(List<OpenStep> steps) {
        List<String> actors = new ArrayList<>(sorted(steps.stream()
                .filter(step -> step.claimed() || step.candidateGroup() == null)
                .map(this::actor)));
        var groups = sorted(steps.stream()
                .filter(step -> !step.claimed() && step.candidateGroup() != null)
                .map(step -> town.group(step.candidateGroup(), locale())));
        if (!groups.isEmpty()) {
            actors.add(say("board.toClaim", String.join(say("page.comma"), groups)));
        }
        return actors;
    }

    private static List<String> sorted(Stream<String> names) {
        return names.distinct().sorted().toList();
    }

    public List<String> behind(List<OpenStep> steps) {
        return sorted(steps.stream().map(this::behind).filter(name -> !name.isEmpty()));
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
