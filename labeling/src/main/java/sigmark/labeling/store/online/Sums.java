package sigmark.labeling.store.online;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.LengthBand;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.online.TimeHistogram;

/** What a transaction adds to the sums, or takes from them; written together with its events. */
final class Sums {
    /** Band of what belongs to requests. */
    static final int REQUESTS = -1;

    /** Part of capture to display, and the same where the shutter was not seen. */
    static final String TOTAL = "total";

    static final String TOTAL_FROM_FILE = "total-from-file";

    private record Cell(long version, long day, long tags, int band) {}

    private record User(long version, long user) {}

    private record Part(long version, String name) {}

    private final Map<Cell, OutcomeCounts> cells = new HashMap<>();
    private final Map<User, long[]> users = new HashMap<>();
    private final Map<Part, TimeHistogram> times = new HashMap<>();

    /** Counts a request for {@code sign} 1, takes it away for −1; a retry counts nowhere else. */
    void add(EventDraft draft, long version, long user, long tags, boolean retry, int sign) {
        if (retry) {
            add(new Cell(version, draft.day(), tags, REQUESTS), OutcomeCounts.ofRetry(), sign);
            return;
        }
        add(new Cell(version, draft.day(), tags, REQUESTS), draft.request(), sign);
        for (Map.Entry<LengthBand, OutcomeCounts> band : draft.byBand().entrySet()) {
            add(new Cell(version, draft.day(), tags, band.getKey().ordinal()), band.getValue(), sign);
        }
        if (user > 0) {
            long[] sums = users.computeIfAbsent(new User(version, user), key -> new long[3]);
            sums[0] += sign;
            sums[1] += sign * draft.results().edited();
            sums[2] += sign * draft.results().judged();
        }
        EventTimes taken = draft.times();
        taken.total().ifPresent(total -> time(version, taken.captureUnknown() ? TOTAL_FROM_FILE : TOTAL, total, sign));
        taken.parts().forEach((part, millis) -> time(version, part, millis, sign));
    }

    private void add(Cell cell, OutcomeCounts counts, int sign) {
        OutcomeCounts before = cells.getOrDefault(cell, OutcomeCounts.NONE);
        cells.put(cell, sign > 0 ? before.plus(counts) : before.minus(counts));
    }

    private void time(long version, String part, double millis, int sign) {
        times.computeIfAbsent(new Part(version, part), key -> new TimeHistogram())
                .add(millis, sign);
    }

    void write(Handle handle) throws SQLException {
        writeCells(handle);
        try (PreparedStatement statement = handle.getConnection()
                .prepareStatement(
                        """
                        INSERT INTO online_user_count (version, user, requests, edited, judged) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,
                            edited = edited + excluded.edited, judged = judged + excluded.judged
                        """)) {
            for (Map.Entry<User, long[]> user : users.entrySet()) {
                statement.setLong(1, user.getKey().version());
                statement.setLong(2, user.getKey().user());
                for (int i = 0; i < 3; i++) {
                    statement.setLong(3 + i, user.getValue()[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        times.forEach((part, histogram) -> writeTimes(handle, part, histogram));
    }

    private void writeCells(Handle handle) throws SQLException {
        try (PreparedStatement statement = handle.getConnection()
                .prepareStatement(
                        """
                        INSERT INTO online_count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET requests = requests + excluded.requests,
                            edited = edited + excluded.edited, confirmed = confirmed + excluded.confirmed,
                            silent = silent + excluded.silent, not_seen = not_seen + excluded.not_seen,
                            deleted = deleted + excluded.deleted, cosmetic = cosmetic + excluded.cosmetic,
                            extended = extended + excluded.extended, heavy = heavy + excluded.heavy,
                            severity = severity + excluded.severity, added = added + excluded.added,
                            adding_requests = adding_requests + excluded.adding_requests,
                            complaints = complaints + excluded.complaints, retries = retries + excluded.retries
                        """)) {
            for (Map.Entry<Cell, OutcomeCounts> entry : cells.entrySet()) {
                Cell cell = entry.getKey();
                OutcomeCounts counts = entry.getValue();
                long[] numbers = {
                    cell.version(),
                    cell.day(),
                    cell.tags(),
                    cell.band(),
                    counts.requests(),
                    counts.edited(),
                    counts.confirmed(),
                    counts.silent(),
                    counts.notSeen(),
                    counts.deleted(),
                    counts.cosmetic(),
                    counts.extended(),
                    counts.heavy(),
                    0,
                    counts.added(),
                    counts.addingRequests(),
                    counts.complaints(),
                    counts.retries()
                };
                for (int i = 0; i < numbers.length; i++) {
                    statement.setLong(i + 1, numbers[i]);
                }
                statement.setDouble(14, counts.severitySum());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void writeTimes(Handle handle, Part part, TimeHistogram histogram) {
        handle.createQuery("SELECT histogram FROM online_times WHERE version = :version AND part = :part")
                .bind("version", part.version())
                .bind("part", part.name())
                .mapTo(byte[].class)
                .findOne()
                .ifPresent(before -> histogram.addAll(TimeHistogram.of(before)));
        handle.createUpdate("INSERT OR REPLACE INTO online_times VALUES (:version, :part, :histogram)")
                .bind("version", part.version())
                .bind("part", part.name())
                .bind("histogram", histogram.bytes())
                .execute();
    }
}
