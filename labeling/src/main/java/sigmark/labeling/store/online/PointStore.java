package sigmark.labeling.store.online;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointMeasurement;
import sigmark.labeling.voc.PointState;
import sigmark.labeling.voc.VocState;

/**
 * A project's improvement points. People open them and move them up to {@code trained}; {@code verified} comes of a
 * measurement alone, and goes again when a later run falls below the bound: the database itself refuses anything else.
 */
public final class PointStore {
    private final ProjectStore store;
    private final Database database;

    public PointStore(ProjectStore store) {
        this.store = store;
        this.database = store.database();
    }

    /**
     * Opens a point.
     *
     * @param query which samples measure it
     * @param errorClass word of the error that must be gone; absent when readings must be right
     * @param bound share without it to reach, 0 to 1
     */
    public ImprovementPoint open(String title, String query, Optional<String> errorClass, double bound) {
        SliceQuery.parse(query);
        long id = database.write(handle -> handle.createQuery(
                        """
                        INSERT INTO improvement_point (title, opened_at, person, after_run, state, query, error_class,
                            bound)
                        VALUES (:title, :at, :person, (SELECT coalesce(max(id), 0) FROM run), 'open', :query, :class,
                            :bound)
                        RETURNING id
                        """)
                .bind("title", title)
                .bind("at", store.clock().millis())
                .bind("person", Database.personKey(handle, store.author().person()))
                .bind("query", query)
                .bind("class", errorClass.orElse(""))
                .bind("bound", bound)
                .mapTo(Long.class)
                .one());
        return required(id);
    }

    /** Ties a complaint to a point. */
    public void tie(String item, long point) {
        required(point);
        VocStore items = new VocStore(store);
        items.set(item, "point", Long.toString(point));
        items.state(item, VocState.IN_MODEL);
    }

    /**
     * Moves a point by hand.
     *
     * @throws ProblemException {@code voc.closed-by-run} for {@code verified}
     */
    public void move(long point, PointState state) {
        if (state == PointState.VERIFIED) {
            throw new ProblemException(Problem.of("voc.closed-by-run", Long.toString(point)));
        }
        required(point);
        database.write(handle -> handle.execute(
                "UPDATE improvement_point SET state = ?, verified_run = NULL WHERE id = ?", state.word(), point));
    }

    /**
     * Keeps what a run measured. One that met the bound verifies the point and its complaints; a later one that missed it
     * opens them again. Runs that were there when the point was opened change nothing.
     */
    public ImprovementPoint measured(long point, PointMeasurement measurement) {
        ImprovementPoint before = required(point);
        database.write(handle -> {
            handle.createUpdate(
                            """
                            INSERT OR REPLACE INTO point_measurement (point, run, at, right_ones, samples, met)
                            VALUES (:point, :run, :at, :right, :samples, :met)
                            """)
                    .bind("point", point)
                    .bind("run", measurement.run())
                    .bind("at", measurement.at().toEpochMilli())
                    .bind("right", measurement.right())
                    .bind("samples", measurement.samples())
                    .bind("met", measurement.met())
                    .execute();
            boolean later = measurement.run() > before.afterRun()
                    && measurement.run() >= before.verifiedRun().orElse(0);
            if (later && measurement.met()) {
                handle.execute(
                        "UPDATE improvement_point SET state = 'verified', verified_run = ? WHERE id = ?",
                        measurement.run(),
                        point);
                handle.execute("UPDATE voc_item SET state = 'verified' WHERE point = ? AND state <> 'closed'", point);
            } else if (later && before.state() == PointState.VERIFIED) {
                handle.execute("UPDATE improvement_point SET state = 'open', verified_run = NULL WHERE id = ?", point);
                handle.execute("UPDATE voc_item SET state = 'reopened' WHERE point = ?", point);
            }
            return 0;
        });
        return required(point);
    }

    private ImprovementPoint required(long point) {
        return list().stream()
                .filter(each -> each.id() == point)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("voc.no-point", store.info().name(), "id", Long.toString(point))));
    }

    /** All points, the newest first. */
    public List<ImprovementPoint> list() {
        return database.read(handle -> {
            Map<Long, List<PointMeasurement>> measured = new HashMap<>();
            handle.createQuery("SELECT * FROM point_measurement ORDER BY run")
                    .map((row, context) -> measured.computeIfAbsent(
                                    row.getLong("point"), key -> new java.util.ArrayList<>())
                            .add(new PointMeasurement(
                                    row.getLong("run"),
                                    Instant.ofEpochMilli(row.getLong("at")),
                                    row.getLong("right_ones"),
                                    row.getLong("samples"),
                                    row.getBoolean("met"))))
                    .list();
            return handle.createQuery(
                            """
                            SELECT improvement_point.*, person.name,
                                (SELECT count(*) FROM voc_item WHERE point = improvement_point.id) AS items,
                                (SELECT count(DISTINCT user) FROM voc_item WHERE point = improvement_point.id
                                    AND user <> '') AS users
                            FROM improvement_point JOIN person ON person.key = improvement_point.person
                            ORDER BY improvement_point.id DESC
                            """)
                    .map((row, context) -> {
                        long run = row.getLong("verified_run");
                        boolean none = row.wasNull();
                        String errorClass = row.getString("error_class");
                        return new ImprovementPoint(
                                row.getLong("id"),
                                row.getString("title"),
                                Instant.ofEpochMilli(row.getLong("opened_at")),
                                row.getString("name"),
                                row.getLong("after_run"),
                                PointState.ofWord(row.getString("state")).orElseThrow(),
                                row.getString("query"),
                                errorClass.isEmpty() ? Optional.empty() : Optional.of(errorClass),
                                row.getDouble("bound"),
                                none ? OptionalLong.empty() : OptionalLong.of(run),
                                measured.getOrDefault(row.getLong("id"), List.of()),
                                row.getLong("items"),
                                row.getLong("users"));
                    })
                    .list();
        });
    }
}
