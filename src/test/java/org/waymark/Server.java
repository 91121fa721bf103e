package org.waymark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waymark as users start it: a process of its own, which can be killed. */
public class Server implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final long started = System.nanoTime();
    private final StringBuffer said = new StringBuffer();
    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private Server(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    static Server start(Class<?> main, Path data, String... settings) {
        return start(main, data, Map.of(), settings);
    }

    /** With these environment variables besides its own. */
    public static Server start(Class<?> main, Path data, Map<String, String> environment, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1", // as spring-boot:run does
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=0",
                "--waymark.demo.mail-port=0",
                "--waymark.data-dir=" + data));
        command.addAll(List.of(settings));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            return new Server(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON of the API, as the demo's leader. */
    String get(String path) {
        var key = Base64.getEncoder().encodeToString("leader:waymark-demo".getBytes(StandardCharsets.UTF_8));
        return send(request(path).header("Authorization", "Basic " + key)).body();
    }

    /** How long after the start of the process the login page was there. */
    public Duration untilLogin() {
        var answer = send(request("/login"));
        Duration taken = Duration.ofNanos(System.nanoTime() - started);
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET /login answers " + answer.statusCode());
        }
        return taken;
    }

    /** How long its threads have worked so far: unlike time on the wall the same on a busy machine. */
    Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether the process has written this. */
    public boolean said(String words) {
        return said.indexOf(words) >= 0;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        try {
            return port.orTimeout(6, TimeUnit.MINUTES).join();
        } catch (CompletionException e) {
            throw new AssertionError("Waymark is not up:\n" + said, e);
        }
    }

    /** As {@code kill -9}: nothing is written or closed. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public boolean isUp() {
        return process.isAlive();
    }

    /** All it has written. */
    public String said() {
        return said.toString();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher started = PORT.matcher(line);
                if (started.find()) {
                    port.complete(Integer.parseInt(started.group(1)));
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        port.completeExceptionally(new AssertionError("Waymark did not start:\n" + said));
    }
}
