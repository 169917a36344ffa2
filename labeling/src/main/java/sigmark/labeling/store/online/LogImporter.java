package sigmark.labeling.store.online;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.online.EventJson;
import sigmark.labeling.online.LogLines;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.store.Database;

/**
 * Brings one log in, twenty thousand lines a transaction, so that a kill loses nothing that was counted and a second try
 * finds the first part as duplicates. For one import.
 */
final class LogImporter {
    private static final int LINES_A_TRANSACTION = 20_000;
    private static final int LINES_AT_ONCE = 2_000;
    private static final long BYTES_AT_ONCE = 32 << 20;
    private static final String INSERT_EVENT =
            """
            INSERT INTO online_event (key, id_hash, time, version, user, tags, revision, retry_hash, retry,
                capture_unknown, total_millis, edited, confirmed, silent, not_seen, deleted, cosmetic, extended,
                severity, added, complaint)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;
    private final Path file;
    private final Losses losses;
    private final Set<String> knownVersions;
    private final LongTable ids = new LongTable();
    private final LongTable images = new LongTable();
    private final Map<String, Long> unknownVersions = new LinkedHashMap<>();
    private final Names names;
    private long nextKey;
    private long number;
    private long in;
    private long out;

    LogImporter(Database database, Path file, Set<String> knownVersions) {
        this.database = database;
        this.file = file;
        this.losses = new Losses(String.valueOf(file.getFileName()));
        this.knownVersions = knownVersions;
        this.names = database.read(handle -> {
            nextKey = handle.createQuery("SELECT coalesce(max(key), 0) + 1 FROM online_event")
                    .mapTo(Long.class)
                    .one();
            handle.createQuery("SELECT id_hash, retry_hash, time FROM online_event")
                    .map((row, context) -> {
                        ids.put(row.getLong(1), 1);
                        long image = row.getLong(2);
                        if (!row.wasNull()) {
                            images.put(image, row.getLong(3));
                        }
                        return 0;
                    })
                    .forEach(nothing -> {});
            return new Names(handle);
        });
    }

    Balance run(Progress progress) {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            LogLines lines = new LogLines(in);
            boolean more = true;
            while (more && !progress.cancelled()) {
                more = database.write(handle -> batch(handle, lines));
                progress.update(lines.bytes(), size, "");
            }
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of("online.unreadable", file.toString(), "reason", String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
        unknownVersions.forEach((version, count) -> losses.add(
                Problem.of("online.unknown-version", where(), "version", version, "count", Long.toString(count))));
        names.crowded()
                .forEach(slice -> losses.add(Problem.of(
                        "online.too-many-values",
                        where(),
                        "slice",
                        slice,
                        "most",
                        Integer.toString(Names.MOST_VALUES))));
        return new Balance(in, out, losses.list());
    }

    private String where() {
        return String.valueOf(file.getFileName());
    }

    /** Takes the next lines; false at the end of the file. */
    private boolean batch(Handle handle, LogLines lines) {
        try (Writing writing = new Writing(handle)) {
            boolean more = true;
            for (int i = 0; more && i < LINES_A_TRANSACTION / LINES_AT_ONCE; i++) {
                List<Supplier<ParsedLine>> raw = new ArrayList<>(LINES_AT_ONCE);
                more = read(lines, raw);
                for (ParsedLine line : raw.parallelStream().map(Supplier::get).toList()) {
                    take(writing, line);
                }
            }
            return more;
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of("online.unreadable", file.toString(), "reason", String.valueOf(unreadable.getMessage())),
                    unreadable);
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed, null);
        }
    }

    /** The bytes of the next lines, to be parsed; false at the end of the file. */
    private boolean read(LogLines lines, List<Supplier<ParsedLine>> raw) throws IOException {
        long held = 0;
        while (raw.size() < LINES_AT_ONCE && held < BYTES_AT_ONCE) {
            if (!lines.next()) {
                return false;
            }
            String where = where() + ":" + ++number;
            if (lines.tooLong()) {
                raw.add(() -> ParsedLine.tooLong(where));
            } else if (!lines.blank()) {
                byte[] bytes = Arrays.copyOf(lines.line(), lines.length());
                held += bytes.length;
                raw.add(() -> ParsedLine.of(bytes, where));
            }
        }
        return true;
    }

    private void take(Writing writing, ParsedLine line) throws SQLException {
        in++;
        line.problems().forEach(losses::add);
        if (line.draft().isEmpty()) {
            return;
        }
        EventDraft draft = line.draft().get();
        String id = draft.event().requestId();
        long hash = draft.idHash();
        if (ids.get(hash) != LongTable.ABSENT) {
            writing.flush();
            Optional<Stored> before = find(writing.handle, hash, id);
            if (before.isPresent()) {
                again(writing, before.get(), draft, line);
                return;
            }
        }
        ids.put(hash, 1);
        out++;
        writing.add(nextKey++, draft, line.text(), retry(draft));
        if (!knownVersions.contains(draft.event().modelVersion())) {
            unknownVersions.merge(draft.event().modelVersion(), 1L, Long::sum);
        }
    }

    private void again(Writing writing, Stored before, EventDraft draft, ParsedLine line) throws SQLException {
        String where = line.where();
        String id = draft.event().requestId();
        if (before.erased()) {
            losses.add(Problem.of("online.erased", where, "id", id));
        } else if (draft.event().revision() > before.revision()) {
            writing.remove(before);
            out++;
            writing.add(before.key(), draft, line.text(), before.retry());
        } else {
            boolean same = before.line().equals(line.text());
            losses.add(Problem.of(same ? "online.duplicate" : "online.duplicate-differs", where, "id", id));
        }
    }

    private boolean retry(EventDraft draft) {
        Optional<Long> image = draft.retryHash();
        if (image.isEmpty()) {
            return false;
        }
        long time = draft.event().time().toEpochMilli();
        long before = images.get(image.get());
        boolean retry = before != LongTable.ABSENT && Math.abs(time - before) <= EventDraft.RETRY.toMillis();
        images.put(image.get(), time);
        return retry;
    }

    /** A request that is in already. */
    private record Stored(long key, String line, long revision, boolean retry, boolean erased) {}

    private static Optional<Stored> find(Handle handle, long hash, String requestId) {
        return handle.createQuery(
                        """
                        SELECT event.key, event.revision, event.retry, body.line, coalesce(user.erased, 0) AS erased
                        FROM online_event AS event JOIN online_body AS body ON body.event = event.key
                        LEFT JOIN online_user AS user ON user.key = event.user
                        WHERE event.id_hash = :hash AND body.request_id = :id
                        """)
                .bind("hash", hash)
                .bind("id", requestId)
                .map((row, context) -> new Stored(
                        row.getLong("key"),
                        row.getString("line"),
                        row.getLong("revision"),
                        row.getBoolean("retry"),
                        row.getBoolean("erased")))
                .findFirst();
    }

    /** The statements of one transaction. */
    private final class Writing implements AutoCloseable {
        private final Handle handle;
        private final PreparedStatement events;
        private final PreparedStatement bodies;
        private final Sums sums = new Sums();
        private int waiting;

        Writing(Handle handle) throws SQLException {
            this.handle = handle;
            events = handle.getConnection().prepareStatement(INSERT_EVENT);
            bodies = handle.getConnection().prepareStatement("INSERT INTO online_body VALUES (?, ?, ?)");
        }

        void add(long key, EventDraft draft, String line, boolean retry) throws SQLException {
            long version = names.version(handle, draft.event().modelVersion());
            long user = draft.event().user().isPresent()
                    ? names.user(draft.event().user().get())
                    : 0;
            long tags = names.tags(handle, draft.event().slice());
            sums.add(draft, version, user, tags, retry, 1);
            bind(key, draft, version, user, tags, retry);
            events.addBatch();
            bodies.setLong(1, key);
            bodies.setString(2, draft.event().requestId());
            bodies.setString(3, line);
            bodies.addBatch();
            waiting++;
        }

        private void bind(long key, EventDraft draft, long version, long user, long tags, boolean retry)
                throws SQLException {
            OutcomeCounts results = draft.results();
            events.setLong(1, key);
            events.setLong(2, draft.idHash());
            events.setLong(3, draft.event().time().toEpochMilli());
            events.setLong(4, version);
            if (user > 0) {
                events.setLong(5, user);
            } else {
                events.setNull(5, Types.INTEGER);
            }
            events.setLong(6, tags);
            events.setLong(7, draft.event().revision());
            if (draft.retryHash().isPresent()) {
                events.setLong(8, draft.retryHash().get());
            } else {
                events.setNull(8, Types.INTEGER);
            }
            events.setBoolean(9, retry);
            events.setBoolean(10, draft.times().captureUnknown());
            if (draft.times().total().isPresent()) {
                events.setDouble(11, draft.times().total().getAsDouble());
            } else {
                events.setNull(11, Types.REAL);
            }
            long[] counts = {
                results.edited(),
                results.confirmed(),
                results.silent(),
                results.notSeen(),
                results.deleted(),
                results.cosmetic(),
                results.extended()
            };
            for (int i = 0; i < counts.length; i++) {
                events.setLong(12 + i, counts[i]);
            }
            events.setDouble(19, results.severitySum());
            events.setLong(20, draft.event().added().size());
            events.setBoolean(21, draft.event().complaint().isPresent());
        }

        /** Takes a request away that a newer record of it replaces. */
        void remove(Stored before) throws SQLException {
            byte[] line = before.line().getBytes(StandardCharsets.UTF_8);
            EventDraft draft =
                    EventDraft.of(EventJson.read(line, line.length, where()).event());
            long version = names.version(handle, draft.event().modelVersion());
            long user = draft.event().user().isPresent()
                    ? names.user(draft.event().user().get())
                    : 0;
            sums.add(draft, version, user, names.tags(handle, draft.event().slice()), before.retry(), -1);
            handle.execute("DELETE FROM online_body WHERE event = ?", before.key());
            handle.execute("DELETE FROM online_event WHERE key = ?", before.key());
        }

        void flush() throws SQLException {
            if (waiting > 0) {
                names.writeUsers(handle);
                events.executeBatch();
                bodies.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            try (events;
                    bodies) {
                flush();
                sums.write(handle);
            }
        }
    }
}
