package org.waymark.identity.password;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.identity.People;
import org.waymark.identity.SignedIn;
import org.waymark.office.Secrets;

/** The page on which everybody changes the own password, and those who were given one have to. */
@Controller
class PasswordController {

    private final Passwords passwords;
    private final People people;

    PasswordController(Passwords passwords, People people) {
        this.passwords = passwords;
        this.people = people;
    }

    @GetMapping("/password")
    String show(Model model) {
        String who = SignedIn.name().orElseThrow();
        model.addAttribute("user", who);
        model.addAttribute("initial", people.hasInitialPassword(who));
        model.addAttribute("shortest", Secrets.SHORTEST);
        return "people/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam String current,
            @RequestParam String next,
            @RequestParam String again,
            HttpSession session,
            Model model) {
        var wrong = passwords.change(SignedIn.name().orElseThrow(), current, next, again, session.getId());
        if (wrong.isEmpty()) {
            return "redirect:/password?done";
        }
        model.addAttribute("wrong", wrong.get());
        return show(model);
    }
}
