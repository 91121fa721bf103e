package org.waymark.identity;

import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The login page, and the token our scripts send with what they change. */
@Controller
class LoginController {

    private final People people;
    private final boolean demo;

    LoginController(People people, Environment environment) {
        this.people = people;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute(
                "demoPeople",
                demo ? people.all().stream().filter(Person::active).toList() : List.of());
        return "login";
    }

    @GetMapping("/")
    String start() {
        return "redirect:/board";
    }

    /** Camunda's pages cannot read our token anywhere else. */
    @GetMapping("/ui/csrf")
    @ResponseBody
    Map<String, String> csrf(CsrfToken token) {
        return Map.of("headerName", token.getHeaderName(), "token", token.getToken());
    }
}
