package org.waymark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waymark as users start it: a process of its own, which can be killed. */
class Server implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private Server(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    static Server start(Path data) {
        try {
            return new Server(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx768m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Application.class.getName(),
                            "--server.port=0",
                            "--waymark.demo.mail-port=0",
                            "--waymark.data-dir=" + data))
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON of the API, as the demo's leader. */
    String get(String path) {
        var key = Base64.getEncoder().encodeToString("leader:waymark-demo".getBytes(StandardCharsets.UTF_8));
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                                    .header("Authorization", "Basic " + key)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port.orTimeout(2, TimeUnit.MINUTES).join();
    }

    /** As {@code kill -9}: nothing is written or closed. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        StringBuilder said = new StringBuilder();
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
