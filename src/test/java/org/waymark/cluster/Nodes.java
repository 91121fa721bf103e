package org.waymark.cluster;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.waymark.Server;

/**
 * Two nodes of an office: processes of their own in profile {@code office}, on one PostgreSQL and one folder, which tests
 * kill and start again. Closing ends everything there is, whatever state it is in.
 */
public final class Nodes implements AutoCloseable {

    static final String ADMINISTRATOR = "head";
    static final String SECRET = "lu9-biao-3xq-kk7";
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private final EmbeddedPostgres postgres;
    private final Path folder;
    private final Server[] nodes = new Server[2];

    private Nodes() throws IOException {
        folder = Files.createTempDirectory("waymark-nodes");
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
    }

    /** Both at the same moment, on an empty database. */
    public static Nodes start() {
        try {
            Nodes nodes = new Nodes();
            try {
                nodes.db("postgres")
                        .sql("create role town login password '%s' createdb".formatted(SECRET))
                        .update();
                nodes.db("postgres").sql("create database town owner town").update();
                nodes.bothUp();
                return nodes;
            } catch (RuntimeException | Error e) {
                nodes.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Starts whichever is not there, and waits until both answer. */
    public Nodes bothUp() {
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] == null || !nodes[i].isUp()) {
                nodes[i] = Server.start(Town.class, folder, environment());
            }
        }
        Stream.of(nodes).forEach(Server::untilLogin);
        return this;
    }

    public Server first() {
        return nodes[0];
    }

    public Server second() {
        return nodes[1];
    }

    public Server other(Server node) {
        return node == nodes[0] ? nodes[1] : nodes[0];
    }

    public List<Server> all() {
        return List.of(nodes);
    }

    /** A new project in its appraisal with these households under way, or at its very beginning if there are none. */
    public void open(String project, int households) {
        write("open-" + project, String.valueOf(households));
        if (households > 0) {
            await().atMost(LONGEST)
                    .until(() -> count(
                                    "select count(*) from step where state = 'OPEN' and project = ? and object_no <> ''",
                                    project)
                            == households);
        }
    }

    /** A new project whose first job stops half done, in its transaction; returns the node that does it. */
    public Server openHeld(String project) {
        write("hold-" + project, "");
        open(project, 0);
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(50)).until(() -> holder(project) != null);
        return holder(project);
    }

    /** Nobody who does it from now on is stopped. */
    public void letGo(String project) {
        try {
            Files.delete(folder.resolve("hold-" + project));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Server holder(String project) {
        return Stream.of(nodes)
                .filter(node -> node.said(Town.held(project)))
                .findFirst()
                .orElse(null);
    }

    public long count(String sql, Object... values) {
        return db("town").sql(sql).params(List.of(values)).query(Long.class).single();
    }

    /** The nodes' database, as its owner of all. */
    public JdbcClient db() {
        return db("town");
    }

    private JdbcClient db(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.getJdbcUrl("postgres", name));
        return JdbcClient.create(source);
    }

    /** As docs/office.md says, but for https: the tests' browser speaks none. */
    private Map<String, String> environment() {
        Map<String, String> set = new HashMap<>();
        set.put("SPRING_PROFILES_ACTIVE", "office");
        set.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:%d/town".formatted(postgres.getPort()));
        set.put("SPRING_DATASOURCE_USERNAME", "town");
        set.put("SPRING_DATASOURCE_PASSWORD", SECRET);
        set.put("SPRING_MAIL_HOST", "localhost");
        set.put("SPRING_MAIL_PORT", "9");
        set.put("WAYMARK_MAIL_FROM", "waymark@town.example");
        set.put("WAYMARK_BASE_URL", "http://localhost:8080");
        set.put("WAYMARK_HTTPS", "false");
        set.put("WAYMARK_ADMIN_USER", ADMINISTRATOR);
        set.put("WAYMARK_ADMIN_PASSWORD", SECRET);
        set.put("WAYMARK_ADMIN_MAIL", "head@town.example");
        return set;
    }

    /** Whole or not at all, as a node may look at any moment. */
    private void write(String name, String text) {
        try {
            Path part = Files.writeString(folder.resolve("part-" + name), text);
            Files.move(part, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Stream.of(nodes).filter(node -> node != null).forEach(Server::kill);
        try {
            postgres.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
