package org.waymark.milestone.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.identity.People;
import org.waymark.identity.TownNames;
import org.waymark.milestone.form.StepRights.StepRefused;

/** What Tasklist's list and heading show beside the engine's own words. */
@RestController
class CardController {

    private static final int PAGE = 100;

    private final StepRights rights;
    private final StepCard cards;
    private final StepTrail trail;
    private final People people;
    private final TownNames town;

    CardController(StepRights rights, StepCard cards, StepTrail trail, People people, TownNames town) {
        this.rights = rights;
        this.cards = cards;
        this.trail = trail;
        this.people = people;
        this.town = town;
    }

    /** What Tasklist calls people and groups (Chinese and English name in one, a code), and what the reader calls them. */
    @GetMapping("/ui/names")
    Map<String, String> names() {
        var locale = LocaleContextHolder.getLocale();
        Map<String, String> names = new LinkedHashMap<>();
        people.all()
                .forEach(person ->
                        names.put(person.nameZh() + " " + person.nameEn(), person.name(locale.getLanguage())));
        people.groups().stream().sorted().forEach(group -> names.put(group, town.group(group, locale)));
        return names;
    }

    /** What the reader's step has become, and what follows it. */
    @GetMapping("/ui/steps/{taskId}/after")
    StepTrail.After after(@PathVariable String taskId) {
        return trail.after(rights.mine(taskId));
    }

    @GetMapping("/ui/cards")
    Map<String, Map<String, Object>> cards(@RequestParam List<String> tasks) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        for (String task : tasks.subList(0, Math.min(PAGE, tasks.size()))) {
            try {
                found.put(task, cards.brief(rights.readable(task)));
            } catch (StepRefused closed) {
                // gone in the meantime, or not the reader's to see: its card stays as the engine drew it
                continue;
            }
        }
        return found;
    }
}
