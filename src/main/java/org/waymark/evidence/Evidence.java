package org.waymark.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.identity.door.FileNames;

/** Files under the hash of their content: pending until their step is submitted, kept from then on. */
@Service
public class Evidence {

    private static final Duration PENDING = Duration.ofDays(7);

    private final JdbcClient db;
    private final Path folder;
    private final Clock clock;

    Evidence(JdbcClient db, @Value("${waymark.data-dir}") Path data, Clock clock) {
        this.db = db;
        this.folder = data.resolve("evidence");
        this.clock = clock;
    }

    /** A stored file; {@code round} is the round of its step. */
    public record Stored(
            String id,
            String instanceKey,
            String element,
            int round,
            String field,
            String fileName,
            String mediaType,
            long sizeBytes,
            String sha256,
            String state,
            String uploadedBy) {}

    /** Where a file belongs. */
    public record Place(String instanceKey, String element, int round, String field) {}

    /**
     * Stores a file: first the bytes, then the row, so that no row ever points to nothing.
     *
     * @param fileName as it was sent; kept without folders and characters nobody sees
     */
    @Transactional
    public Stored add(Place place, String fileName, String mediaType, InputStream content, String who) {
        String hash = write(content);
        String id = UUID.randomUUID().toString();
        db.sql(
                        """
                        insert into evidence (id, instance_key, element, round, field, file_name, media_type,
                          size_bytes, sha256, state, uploaded_by, uploaded_at)
                        values (:id, :key, :element, :round, :field, :name, :type, :size, :hash, 'PENDING', :who, :now)""")
                .param("id", id)
                .param("key", place.instanceKey())
                .param("element", place.element())
                .param("round", place.round())
                .param("field", place.field())
                .param("name", FileNames.plain(fileName, place.field()))
                .param("type", mediaType)
                .param("size", size(hash))
                .param("hash", hash)
                .param("who", who)
                .param("now", now())
                .update();
        return find(id).orElseThrow();
    }

    public Optional<Stored> find(String id) {
        return db.sql(
                        """
                        select id, instance_key, element, round, field, file_name, media_type, size_bytes, sha256, state,
                          uploaded_by from evidence where id = :id""")
                .param("id", id)
                .query(Stored.class)
                .optional();
    }

    /** Files of a step, of this round and the ones before. */
    public List<Stored> of(String instanceKey, String element) {
        return db.sql(
                        """
                        select id, instance_key, element, round, field, file_name, media_type, size_bytes, sha256, state,
                          uploaded_by from evidence where instance_key = :key and element = :element
                        order by uploaded_at""")
                .param("key", instanceKey)
                .param("element", element)
                .query(Stored.class)
                .list();
    }

    public Path content(Stored file) {
        return path(file.sha256());
    }

    /** Takes back a file that is still pending; a kept one stays. */
    @Transactional
    public boolean remove(String id) {
        return db.sql("delete from evidence where id = :id and state = 'PENDING'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The step was submitted: its files are part of the record now. */
    @Transactional
    public void keep(String instanceKey, String element, int round) {
        db.sql(
                        """
                        update evidence set state = 'KEPT'
                        where instance_key = :key and element = :element and round <= :round""")
                .param("key", instanceKey)
                .param("element", element)
                .param("round", round)
                .update();
    }

    /** Forgets pending files nobody submitted for a week. Their bytes stay if another row has the same content. */
    @Transactional
    public int sweep() {
        OffsetDateTime before = now().minus(PENDING);
        return db.sql("delete from evidence where state = 'PENDING' and uploaded_at < :before")
                .param("before", before)
                .update();
    }

    private String write(InputStream content) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "upload", ".part");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var hashed = new DigestInputStream(content, digest)) {
                Files.copy(hashed, part, StandardCopyOption.REPLACE_EXISTING);
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            Files.createDirectories(path(hash).getParent());
            Files.move(part, path(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be stored", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private Path path(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private long size(String hash) {
        try {
            return Files.size(path(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
