package org.waymark.board.progress;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.board.Names;

/** What readers call the units projects belong to. */
@Component
class UnitNames {

    private final JdbcClient db;
    private final Names names;

    UnitNames(JdbcClient db, Names names) {
        this.db = db;
        this.names = names;
    }

    /** Names by code. */
    Map<String, String> all() {
        record Named(String code, String nameZh, String nameEn) {}
        return db.sql("select code, name_zh, name_en from unit").query(Named.class).list().stream()
                .collect(Collectors.toMap(
                        Named::code, unit -> names.lang().equals("en") ? unit.nameEn() : unit.nameZh()));
    }
}
