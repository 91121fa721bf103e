package org.waymark.deadline.service;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of services; they are added and never changed. */
@Component
class ServiceTable {

    private static final String COLUMNS =
            """
            instance_key, event, way, served_on, document_no, receiver, receiver_role, witnesses, refused_because, post_no,
              sent_on, notice_on, notice_place, server, proof, recorded_at, recorded_by
            """;

    private final JdbcClient db;

    ServiceTable(JdbcClient db) {
        this.db = db;
    }

    void insert(ServiceRecord row) {
        db.sql(
                        "insert into service_record (" + COLUMNS
                                + """
                        ) values (:key, :event, :way, :served, :number, :receiver, :role, :witnesses, :refused, :post, :sent,
                          :notice, :place, :server, :proof, :now, :who)""")
                .param("key", row.instanceKey())
                .param("event", row.event())
                .param("way", row.way().name())
                .param("served", row.servedOn())
                .param("number", row.documentNo())
                .param("receiver", row.receiver())
                .param("role", row.receiverRole())
                .param("witnesses", row.witnesses())
                .param("refused", row.refusedBecause())
                .param("post", row.postNo())
                .param("sent", row.sentOn())
                .param("notice", row.noticeOn())
                .param("place", row.noticePlace())
                .param("server", row.server())
                .param("proof", row.proof())
                .param("now", row.recordedAt())
                .param("who", row.recordedBy())
                .update();
    }

    Optional<ServiceRecord> latest(String key, String event) {
        return db.sql("select " + COLUMNS
                        + " from service_record where instance_key = :key and event = :event order by id desc limit 1")
                .param("key", key)
                .param("event", event)
                .query(ServiceRecord.class)
                .optional();
    }

    Optional<ServiceRecord> on(String key, String event, LocalDate day) {
        return db.sql(
                        "select " + COLUMNS
                                + """
                         from service_record where instance_key = :key and event = :event and served_on = :day
                        order by id desc limit 1""")
                .param("key", key)
                .param("event", event)
                .param("day", day)
                .query(ServiceRecord.class)
                .optional();
    }
}
