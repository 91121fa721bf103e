package org.waymark.project.portfolio;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written of each project when it was opened. */
@Component
class WrittenTable {

    private final JdbcClient db;

    WrittenTable(JdbcClient db) {
        this.db = db;
    }

    /** Lets those who open projects take turns, each until the end of its transaction. */
    void lock() {
        db.sql("select name from portfolio_lock where name = 'portfolio' for update")
                .query(String.class)
                .single();
    }

    void insert(Entry entry) {
        db.sql("insert into portfolio_entry (project, content) values (:project, :content)")
                .param("project", entry.code())
                .param(
                        "content",
                        entry.content().entrySet().stream()
                                .map(one -> one.getKey() + "=" + escaped(one.getValue()))
                                .collect(Collectors.joining("\n")))
                .update();
    }

    /** Empty if the project was not opened from an entry. */
    Optional<Map<String, String>> find(String project) {
        return db.sql("select content from portfolio_entry where project = :project")
                .param("project", project)
                .query(String.class)
                .optional()
                .map(WrittenTable::read);
    }

    private static Map<String, String> read(String content) {
        Map<String, String> read = new TreeMap<>();
        content.lines().forEach(line -> {
            String[] parts = line.split("=", 2);
            read.put(parts[0], parts[1].replace("\\n", "\n").replace("\\\\", "\\"));
        });
        return read;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n");
    }
}
