package org.waymark;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        Browser browser = new Browser(port, language, new CookieManager());
        Matcher token = TOKEN.matcher(browser.call("GET", "/login", null).body());
        if (!token.find()) {
            throw new AssertionError("The login page carries no token");
        }
        var answer = browser.send(browser.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=waymark-demo&_csrf=%s"
                        .formatted(person, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))));
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
            Matcher token = JSON_TOKEN.matcher(call("GET", "/ui/csrf", null).body());
            if (token.find()) {
                request.header("X-CSRF-TOKEN", token.group(1));
            }
        }
        return send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Opens a link as a browser does, asking for a page. */
    public HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html,application/xhtml+xml"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", language);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
