package org.waymark.reminder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The door of a mail server that offers STARTTLS, which the tests' mail server does not: it notes what is said in the clear
 * until TLS begins, and hands on what is said in it.
 */
final class StartTlsServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final SSLSocketFactory tls;
    private final int mailPort;
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();

    /** In front of a mail server at this port of the machine. */
    StartTlsServer(SSLSocketFactory tls, int mailPort) throws IOException {
        this.tls = tls;
        this.mailPort = mailPort;
        thread(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    List<String> saidInTheClear() {
        return List.copyOf(inTheClear);
    }

    private void open() {
        try {
            while (true) {
                Socket client = door.accept();
                thread(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), mailPort)) {
            var lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
            say(client, "220 mail.town.example ESMTP");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                inTheClear.add(line);
                if (line.startsWith("STARTTLS")) {
                    say(client, "220 go on");
                    handOn(client, server);
                    return;
                }
                say(client, line.startsWith("EHLO") ? "250-mail.town.example\r\n250 STARTTLS" : "250 OK");
            }
        } catch (IOException e) {
            // whoever came has gone
        }
    }

    private void handOn(Socket client, Socket server) throws IOException {
        var secret = (SSLSocket) tls.createSocket(client, null, client.getPort(), true);
        secret.setUseClientMode(false);
        // its greeting: the client has had one
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII), 1).readLine();
        thread(() -> copy(server, secret));
        copy(secret, server);
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream said = from.getInputStream()) {
            said.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of them has hung up
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "starttls");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
