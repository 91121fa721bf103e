package org.waymark.office;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.waymark.office.RefusedStart.Reason;

/** What a node is told of itself: where it listens, whom it believes, where files go, how long somebody stays signed in. */
final class NodeSettings {

    static final Duration SHORTEST_SESSION = Duration.ofMinutes(5);
    static final Duration LONGEST_SESSION = Duration.ofHours(24);

    /** Set aside for manuals (RFC 5737): no server in front has it, so a pattern it matches believes everybody. */
    private static final String NOBODYS_ADDRESS = "203.0.113.1";

    private final Environment settings;

    NodeSettings(Environment settings) {
        this.settings = settings;
    }

    List<Reason> wrong() {
        return Stream.of(
                        port("server.port", "SERVER_PORT"),
                        address(),
                        proxy(),
                        folder(),
                        session(),
                        oneOf("waymark.https", "WAYMARK_HTTPS", List.of("true", "false")),
                        oneOf("waymark.language", "WAYMARK_LANGUAGE", List.of("zh", "en")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty is what stands in application.yaml. */
    Optional<Reason> port(String name, String variable) {
        String given = of(name);
        boolean right = given.isEmpty() || given.matches("\\d{1,5}") && Integer.parseInt(given) <= 65_535;
        return right ? Optional.empty() : Optional.of(new Reason("port", variable, given));
    }

    Optional<Reason> oneOf(String name, String variable, List<String> values) {
        String given = of(name);
        return given.isEmpty() || values.contains(given)
                ? Optional.empty()
                : Optional.of(new Reason("one.of", variable, given, String.join(" / ", values)));
    }

    private Optional<Reason> address() {
        String given = of("server.address");
        try {
            InetAddress named = InetAddress.getByName(given);
            if (given.isEmpty() || named.isAnyLocalAddress() || NetworkInterface.getByInetAddress(named) != null) {
                return Optional.empty();
            }
        } catch (UnknownHostException | SocketException e) {
            // said below, as one that is another machine's
        }
        return Optional.of(new Reason("address", given));
    }

    private Optional<Reason> proxy() {
        String given = of("waymark.proxy");
        try {
            return Pattern.compile(given).matcher(NOBODYS_ADDRESS).matches()
                    ? Optional.of(new Reason("proxy.all", given))
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(new Reason("proxy", given));
        }
    }

    /** The folder itself, or the nearest there is of those it would be made in, takes files. */
    private Optional<Reason> folder() {
        String given = of("waymark.data-dir");
        if (given.isEmpty()) {
            return Optional.of(new Reason("folder.empty"));
        }
        try {
            Path folder = Path.of(given).toAbsolutePath().normalize();
            while (folder.getParent() != null && Files.notExists(folder)) {
                folder = folder.getParent();
            }
            return Files.isDirectory(folder) && Files.isWritable(folder)
                    ? Optional.empty()
                    : Optional.of(new Reason("folder", given));
        } catch (InvalidPathException e) {
            return Optional.of(new Reason("folder", given));
        }
    }

    private Optional<Reason> session() {
        String given = of("waymark.session");
        try {
            Duration lasts = given.isEmpty() ? SHORTEST_SESSION : DurationStyle.detectAndParse(given);
            if (lasts.compareTo(SHORTEST_SESSION) >= 0 && lasts.compareTo(LONGEST_SESSION) <= 0) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // said below, as one that is too short or too long
        }
        return Optional.of(
                new Reason("session", given, SHORTEST_SESSION.toMinutes() + "m", LONGEST_SESSION.toHours() + "h"));
    }

    private String of(String name) {
        return settings.getProperty(name, "").strip();
    }
}
