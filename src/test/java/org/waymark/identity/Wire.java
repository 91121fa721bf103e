package org.waymark.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Requests written by hand: any address, header or body, also those no browser would send. */
public final class Wire {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final int port;
    private final String language;

    public Wire(int port, String language) {
        this.port = port;
        this.language = language;
    }

    /** An answer with its headers as they came. */
    public record Answer(int status, List<String> headers, String body) {

        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        String cookie() {
            return header("Set-Cookie").orElseThrow().split(";")[0];
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    public Answer form(String path, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = FORM;
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), all);
    }

    /** The cookie of a new session, and the token of its login page. */
    public String[] loginPage() {
        Answer page = get("/login");
        var token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("The login page carries no token");
        }
        return new String[] {page.cookie(), URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)};
    }

    public Answer signIn(String person, String password, String... headers) {
        String[] page = loginPage();
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Cookie: " + page[0];
        return form("/login", "username=%s&password=%s&_csrf=%s".formatted(person, password, page[1]), all);
    }

    /** The header that makes a request one of this person. */
    public String signedIn(String person) {
        return "Cookie: " + signIn(person, "waymark-demo").cookie();
    }

    /** HTTP/1.0, so that the body ends with the connection. */
    public Answer send(String method, String path, byte[] body, String... headers) {
        try (Socket socket = new Socket("localhost", port)) {
            var head = new StringBuilder("%s %s HTTP/1.0\r\nAccept-Language: %s\r\nContent-Length: %d\r\n"
                    .formatted(method, path, language, body.length));
            if (List.of(headers).stream().noneMatch(line -> line.startsWith("Accept:"))) {
                head.append("Accept: text/html\r\n");
            }
            if (List.of(headers).stream().noneMatch(line -> line.startsWith("Host:"))) {
                head.append("Host: localhost\r\n");
            }
            for (String line : headers) {
                head.append(line).append("\r\n");
            }
            var out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            var whole = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(whole);
            return answer(whole.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = List.of(text.substring(0, end).split("\r\n"));
        return new Answer(
                Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), text.substring(end + 4));
    }
}
