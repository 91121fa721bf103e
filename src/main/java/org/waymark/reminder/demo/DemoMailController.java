package org.waymark.reminder.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The demo's mailbox, of all people together; whoever is signed in may look. */
@Controller
@ConditionalOnProperty("waymark.demo.mail")
class DemoMailController {

    private final DemoInbox inbox;

    DemoMailController(DemoInbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/demo/mail")
    String list(Model model) {
        model.addAttribute("mails", inbox.newestFirst());
        return "demo/mail";
    }

    @GetMapping("/demo/mail/{id}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("mail", inbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "demo/mail-one";
    }
}
