package org.waymark.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.Application;
import org.waymark.Walk;
import org.waymark.engine.schema.StartLock;
import org.waymark.milestone.step.StepOpened;
import org.waymark.project.Opening;
import org.waymark.project.Plan;
import org.waymark.project.Projects;
import org.waymark.roster.Roster;

/**
 * Waymark as an office runs it, and what a test asks of it by files in the folder all nodes share: {@code open-CODE} opens
 * a project with as many households as the file says, {@code hold-CODE} stops the thread that opens a step of it. Its
 * people are those of the demo.
 */
class Town {

    static final String PASSWORD = "waymark-demo";

    private final Path folder;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final StartLock lock;
    private final Projects projects;
    private final Roster roster;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Town(
            @Value("${waymark.data-dir}") Path folder,
            JdbcClient db,
            TransactionTemplate transaction,
            StartLock lock,
            Projects projects,
            Roster roster,
            PasswordEncoder passwords,
            Clock clock) {
        this.folder = folder;
        this.db = db;
        this.transaction = transaction;
        this.lock = lock;
        this.projects = projects;
        this.roster = roster;
        this.passwords = passwords;
        this.clock = clock;
    }

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(Application.ZONE));
        SpringApplication.run(new Class<?>[] {Application.class, Town.class}, args);
    }

    static String held(String project) {
        return "held at a step of " + project;
    }

    @EventListener
    void on(StepOpened step) throws InterruptedException {
        String project = step.instanceKey().split(":")[0];
        if (Files.exists(folder.resolve("hold-" + project))) {
            System.out.println(held(project));
            new CountDownLatch(1).await();
        }
    }

    @Scheduled(fixedDelay = 200)
    void open() throws IOException {
        try (var asked = Files.newDirectoryStream(folder, "open-*")) {
            asked.forEach(file -> transaction.executeWithoutResult(status -> {
                lock.take();
                people();
                open(file);
            }));
        }
    }

    private void open(Path file) {
        String code = file.getFileName().toString().replace("open-", "");
        if (projects.find(code).isPresent()) {
            return;
        }
        int households = households(file);
        LocalDate today = LocalDate.now(clock);
        projects.open(new Opening(
                code,
                "appraisal-only",
                "两机项目",
                "Project of two nodes",
                "leader",
                "manager",
                "hsr",
                today.minusDays(30),
                today.plusDays(200),
                households == 0 ? null : "appraisal",
                Map.of(),
                Map.of(),
                Plan.of("resettlement")));
        if (households > 0) {
            roster.add(
                    code,
                    "household",
                    IntStream.rangeClosed(1, households)
                            .mapToObj(number -> Walk.household(number, "luxi", null, Map.of()))
                            .toList());
        }
    }

    private static int households(Path file) {
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void people() {
        if (db.sql("select count(*) from person where id = 'cadre'")
                        .query(Long.class)
                        .single()
                > 0) {
            return;
        }
        String hash = passwords.encode(PASSWORD);
        for (String[] row : rows()) {
            if (row[0].equals("person")) {
                db.sql(
                                """
                                insert into person (id, name_zh, name_en, mail, unit, password_hash, active)
                                values (?, ?, ?, ?, ?, ?, true)""")
                        .params(row[1], row[2], row[3], row[1] + "@town.example", row[4], hash)
                        .update();
                insert("person_role (person, role)", row[1], row[5]);
                for (String village : row.length > 6 ? row[6].split(" ") : new String[0]) {
                    insert("person_village (person, village)", row[1], village);
                }
            } else {
                insert(row[0] + " (code, name_zh, name_en)", row[1], row[2], row[3]);
            }
        }
    }

    private void insert(String into, String... values) {
        db.sql("insert into %s values (%s)"
                        .formatted(into, String.join(", ", java.util.Collections.nCopies(values.length, "?"))))
                .params(List.<Object>of((Object[]) values))
                .update();
    }

    /** All but the demo's administrator: an office has its own. */
    private static List<String[]> rows() {
        try {
            return new ClassPathResource("demo/people.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("person,admin,"))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
