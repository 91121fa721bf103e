package org.waymark.office;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.waymark.office.RefusedStart.Reason;

/**
 * Looks at the settings of profile {@code office} before anything else is made, and refuses a start that lacks some. Each
 * other start is the demo's, on its own database: a profile that is mistyped would leave out all that is looked at here.
 */
class OfficeSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The plain form an address of a person or a sender has. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");

    private static final List<String> TRUTH = List.of("true", "false");
    private static final List<String> DEMO = List.of("today", "people", "mail");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        if (settings.acceptsProfiles(Profiles.of("office"))) {
            List<Reason> reasons = wrongIn(settings);
            if (!reasons.isEmpty()) {
                throw new RefusedStart(reasons);
            }
        } else if (isDemoOnPostgres(settings)) {
            throw new RefusedStart(List.of(new Reason("demo.postgres")));
        } else if (!isKnown(settings)) {
            throw new RefusedStart(List.of(new Reason("profile", String.join(",", settings.getActiveProfiles()))));
        }
    }

    /** Each profile there is has a file of its own; tests bring one along. */
    private static boolean isKnown(Environment settings) {
        return settings.acceptsProfiles(Profiles.of("demo"))
                || Stream.of(settings.getActiveProfiles())
                        .anyMatch(profile -> new ClassPathResource("application-" + profile + ".yaml").exists());
    }

    /** An office's database and no profile named: the demo would write its people there. */
    static boolean isDemoOnPostgres(Environment settings) {
        return settings.acceptsProfiles(Profiles.of("demo"))
                && of(settings, "spring.datasource.url")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("jdbc:postgresql:");
    }

    static List<Reason> wrongIn(Environment settings) {
        if (settings.acceptsProfiles(Profiles.of("demo"))) {
            return List.of(new Reason("both"));
        }
        var node = new NodeSettings(settings);
        return Stream.of(
                        database(settings),
                        address(settings),
                        mail(settings, node),
                        administrator(settings),
                        node.wrong(),
                        demo(settings))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Reason> database(Environment settings) {
        List<Reason> wrong = new ArrayList<>();
        String url = of(settings, "spring.datasource.url").toLowerCase(Locale.ROOT);
        String user = of(settings, "spring.datasource.username");
        if (!url.startsWith("jdbc:postgresql:")) {
            wrong.add(new Reason(url.startsWith("jdbc:h2:") ? "db.h2" : "db.url"));
        } else if (url.contains("password=")) {
            wrong.add(new Reason("db.url.password"));
        }
        if (user.isEmpty()) {
            wrong.add(new Reason("db.user"));
        }
        secret(settings, "spring.datasource.password", "SPRING_DATASOURCE_PASSWORD", user)
                .ifPresent(wrong::add);
        return wrong;
    }

    private static List<Reason> address(Environment settings) {
        String base = of(settings, "waymark.base-url");
        if (base.isEmpty()) {
            return List.of(new Reason("base"));
        }
        boolean https = !of(settings, "waymark.https").equals("false");
        if (!isAddress(base)) {
            return List.of(new Reason("base.wrong", base));
        }
        return https && !base.startsWith("https://") ? List.of(new Reason("base.https", base)) : List.of();
    }

    private static boolean isAddress(String base) {
        try {
            URI read = URI.create(base);
            return List.of("http", "https").contains(String.valueOf(read.getScheme()))
                    && read.getHost() != null
                    && read.getUserInfo() == null
                    && !base.endsWith("/");
        } catch (IllegalArgumentException e) {
            // not even in the form of one
            return false;
        }
    }

    private static List<Reason> mail(Environment settings, NodeSettings node) {
        List<Reason> wrong = new ArrayList<>();
        if (of(settings, "spring.mail.host").isEmpty()) {
            wrong.add(new Reason("mail.host"));
        }
        String from = of(settings, "waymark.mail-from");
        if (!ADDRESS.matcher(from).matches()) {
            wrong.add(new Reason(from.isEmpty() ? "mail.from" : "mail.from.wrong", from));
        }
        // a server inside the office may ask for no name; who gives one gives its password too
        if (!of(settings, "spring.mail.username").isEmpty()
                && of(settings, "spring.mail.password").isEmpty()) {
            wrong.add(new Reason("secret", "SPRING_MAIL_PASSWORD"));
        }
        node.port("spring.mail.port", "SPRING_MAIL_PORT").ifPresent(wrong::add);
        node.oneOf("spring.mail.ssl.enabled", "SPRING_MAIL_SSL_ENABLED", TRUTH).ifPresent(wrong::add);
        node.oneOf("waymark.mail-starttls", "WAYMARK_MAIL_STARTTLS", TRUTH).ifPresent(wrong::add);
        // at this port a server says nothing until it is spoken to in TLS, and a sender would wait in vain
        if (of(settings, "spring.mail.port").equals("465")
                && !of(settings, "spring.mail.ssl.enabled").equals("true")) {
            wrong.add(new Reason("mail.465"));
        }
        return wrong;
    }

    /** Needed at the first start only, where it is asked for; given, it must do. */
    private static List<Reason> administrator(Environment settings) {
        List<Reason> wrong = new ArrayList<>();
        String user = of(settings, "waymark.admin.user");
        String password = of(settings, "waymark.admin.password");
        if (!password.isEmpty()) {
            secret(settings, "waymark.admin.password", "WAYMARK_ADMIN_PASSWORD", user)
                    .ifPresent(wrong::add);
        }
        if (Secrets.isTooLong(password)) {
            wrong.add(new Reason("admin.long", Secrets.MOST_BYTES));
        }
        String mail = of(settings, "waymark.admin.mail");
        if (!mail.isEmpty() && !ADDRESS.matcher(mail).matches()) {
            wrong.add(new Reason("admin.mail", mail));
        }
        return wrong;
    }

    private static List<Reason> demo(Environment settings) {
        return DEMO.stream()
                .filter(name -> !of(settings, "waymark.demo." + name).isEmpty())
                .map(name -> new Reason("demo", "WAYMARK_DEMO_" + name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static Optional<Reason> secret(Environment settings, String name, String variable, String user) {
        String given = of(settings, name);
        if (given.isEmpty()) {
            return Optional.of(new Reason("secret", variable));
        }
        return Secrets.isWeak(given, user)
                ? Optional.of(new Reason("secret.weak", variable, Secrets.SHORTEST))
                : Optional.empty();
    }

    private static String of(Environment settings, String name) {
        return settings.getProperty(name, "").strip();
    }
}
