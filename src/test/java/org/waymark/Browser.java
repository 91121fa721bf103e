package org.waymark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at a browser, without the pictures: signs in at /login and carries cookies and both CSRF tokens. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern JSON_TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient client;
    private final int port;
    private final String language;

    private Browser(int port, String language, CookieManager cookies) {
        this.port = port;
        this.language = language;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Somebody who has not signed in. */
    public static Browser stranger(int port) {
        return new Browser(port, "zh-CN", new CookieManager());
    }

    /** The same browser, with its cookies, at another node of the same address. */
    public Browser at(int otherPort) {
        return new Browser(otherPort, language, cookies);
    }

    public int port() {
        return port;
    }

    public static Browser signedIn(int port, String person) {
        return signedIn(port, person, "zh-CN");
    }

    public static Browser signedIn(int port, String person, String language) {
        return signedIn(port, person, "waymark-demo", language);
    }

    public static Browser signedIn(int port, String person, String password, String language) {
        Browser browser = new Browser(port, language, new CookieManager());
        Matcher token = TOKEN.matcher(browser.call("GET", "/login", null).body());
        if (!token.find()) {
            throw new AssertionError("The login page carries no token");
        }
        var answer = browser.send(browser.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s"
                        .formatted(
                                person,
                                URLEncoder.encode(password, StandardCharsets.UTF_8),
                                URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError(person + " could not sign in");
        }
        // Camunda gives its token with the first answer after the login
        browser.call("GET", "/camunda/app/tasklist/default/", null);
        return browser;
    }

    /** Sends a JSON body, or none if it is null; our own token goes with /ui, Camunda's with /camunda. */
    public HttpResponse<String> call(String method, String path, String body) {
        var request = request(path).header("Content-Type", "application/json");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        if (path.startsWith("/ui/") && !method.equals("GET")) {
            request.header("X-CSRF-TOKEN", token());
        }
        return send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Opens a page with a form and sends this form, as a browser does; redirects are not followed. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(page(page).body());
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString((token.find() ? "_csrf=" + token.group(1) + "&" : "") + body)));
    }

    /** Sends a form with one file. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] content) {
        boolean script = path.startsWith("/ui/");
        String token = token();
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (!script) {
            // a page sends its token as a field, a script as a header
            all.put("_csrf", token);
        }
        var body = new ByteArrayOutputStream();
        all.forEach(
                (field, value) -> body.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field, value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = request(path)
                .header("Accept", script ? "application/json" : "text/html")
                .header("Content-Type", "multipart/form-data; boundary=edge");
        if (script) {
            request.header("X-CSRF-TOKEN", token);
        }
        return send(request.POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a form of our own pages, with our token. */
    public HttpResponse<String> form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", token())
                .POST(BodyPublishers.ofString(body)));
    }

    /** Our own token, as a script asks for it. */
    public String token() {
        Matcher token = JSON_TOKEN.matcher(call("GET", "/ui/csrf", null).body());
        if (!token.find()) {
            throw new AssertionError("No token");
        }
        return token.group(1);
    }

    /** Opens a link as a browser does, asking for a page. */
    public HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html,application/xhtml+xml"));
    }

    /** A file that is downloaded. */
    public byte[] bytes(String path) {
        return send(request(path), BodyHandlers.ofByteArray()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", language);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
