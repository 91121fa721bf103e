package org.waymark.board.supervision;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.board.life.Doers;

/** All that waits for a decision, for a signature or stands still, of the projects the reader oversees or manages. */
@Controller
class WatchController {

    private final Watching watching;
    private final Doers doers;

    WatchController(Watching watching, Doers doers) {
        this.watching = watching;
        this.doers = doers;
    }

    @GetMapping("/supervision")
    String all(@RequestParam Optional<String> project, Model model) {
        project.ifPresent(code -> {
            model.addAttribute("project", doers.project(code));
            Doers.only(watching.sees(code));
        });
        model.addAttribute("matters", project.map(watching::matters).orElseGet(watching::matters));
        model.addAttribute("asked", project.map(watching::asked).orElseGet(watching::asked));
        model.addAttribute("plans", project.map(watching::plans).orElseGet(watching::plans));
        model.addAttribute("paused", project.map(watching::paused).orElseGet(watching::paused));
        return "board/supervision";
    }
}
