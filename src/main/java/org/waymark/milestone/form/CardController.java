package org.waymark.milestone.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.milestone.form.StepRights.StepRefused;

/** What stands on the cards of Tasklist's list: project, milestone, object. */
@RestController
class CardController {

    private static final int PAGE = 100;

    private final StepRights rights;
    private final StepCard cards;

    CardController(StepRights rights, StepCard cards) {
        this.rights = rights;
        this.cards = cards;
    }

    @GetMapping("/ui/cards")
    Map<String, Map<String, String>> cards(@RequestParam List<String> tasks) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
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
