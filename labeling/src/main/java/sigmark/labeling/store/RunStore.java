package sigmark.labeling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.StepTimes;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.StoredRun;

/** A project's runs and what they predicted. A run takes predictions until it ends; from then on it cannot change. */
public final class RunStore {
    private static final String SELECT =
            "SELECT run.*, person.name AS person_name FROM run JOIN person ON person.key = run.person";

    private final Database database;
    private final Clock clock;
    private final Author author;

    RunStore(Database database, Clock clock, Author author) {
        this.database = database;
        this.clock = clock;
        this.author = author;
    }

    /** Begins a run and returns its number. */
    public long begin(RunStart start) {
        return database.write(handle -> handle.createQuery(
                        """
                        INSERT INTO run (pipeline, detector_hash, recognizer_hash, query, started_at, ended_at,
                            data_revision, warm_up_pages, person, environment)
                        VALUES (:pipeline, :detector, :recognizer, :query, :now, :now,
                            (SELECT revision FROM project), :warmUp, :person, :environment)
                        RETURNING id
                        """)
                .bind("pipeline", start.pipeline())
                .bind("detector", start.detectorHash())
                .bind("recognizer", start.recognizerHash())
                .bind("query", start.query())
                .bind("now", clock.millis())
                .bind("warmUp", start.warmUpPages())
                .bind("person", RegionRows.Keys.person(handle, author.person()))
                .bind("environment", RecordJson.environment(start.environment()))
                .mapTo(Long.class)
                .one());
    }

    /** Keeps what the run predicted for a page; it is durable when this returns. */
    public void put(long runId, String pageId, PagePrediction prediction) {
        putAll(runId, Map.of(pageId, prediction));
    }

    /** Keeps predictions of several pages at once. */
    public void putAll(long runId, Map<String, PagePrediction> byPage) {
        database.write(handle -> {
            byPage.forEach((pageId, prediction) -> insert(handle, runId, pageId, prediction));
            return null;
        });
    }

    private void insert(Handle handle, long runId, String pageId, PagePrediction prediction) {
        StepTimes times = prediction.times();
        handle.createUpdate(
                        """
                        INSERT INTO prediction (run, page, quarter_turns, width, height, decode_nanos, detect_nanos,
                            crop_nanos, recognize_nanos, body)
                        SELECT :run, key, quarter_turns, width, height, :decode, :detect, :crop, :recognize, :body
                        FROM page WHERE id = :page
                        """)
                .bind("run", runId)
                .bind("page", pageId)
                .bind("decode", times.decode())
                .bind("detect", times.detect())
                .bind("crop", times.crop())
                .bind("recognize", times.recognize())
                .bind("body", PredictionJson.write(prediction))
                .execute();
        handle.createUpdate(
                        """
                        UPDATE run SET pages = pages + 1, failed = failed + :failed, formulas = formulas + :formulas,
                            ended_at = :now
                        WHERE id = :run
                        """)
                .bind("failed", prediction.failure().isPresent() ? 1 : 0)
                .bind("formulas", prediction.regions().size())
                .bind("now", clock.millis())
                .bind("run", runId)
                .execute();
    }

    /** Ends a run that came to its end; it cannot change any more. */
    public StoredRun finish(long runId) {
        return end(runId, "finished");
    }

    /** Ends a run that was cancelled: what was done stays, marked as unfinished, and cannot change any more. */
    public StoredRun abort(long runId) {
        return end(runId, "aborted");
    }

    private StoredRun end(long runId, String status) {
        return database.write(handle -> {
            handle.createUpdate("UPDATE run SET status = :status, ended_at = :now WHERE id = :run")
                    .bind("status", status)
                    .bind("now", clock.millis())
                    .bind("run", runId)
                    .execute();
            return handle.createQuery(SELECT + " WHERE run.id = :run")
                    .bind("run", runId)
                    .mapTo(StoredRun.class)
                    .one();
        });
    }

    /** Runs that were still open when the program died: what was done stays, marked as unfinished. */
    void abortLeftOpen() {
        boolean any = database.read(handle -> handle.createQuery("SELECT count(*) > 0 FROM run WHERE status = 'open'")
                .mapTo(Boolean.class)
                .one());
        if (any) {
            database.write(handle -> handle.execute("UPDATE run SET status = 'aborted' WHERE status = 'open'"));
        }
    }

    /** All runs, newest first. */
    public List<StoredRun> list() {
        return database.read(handle -> handle.createQuery(SELECT + " ORDER BY run.id DESC")
                .mapTo(StoredRun.class)
                .list());
    }

    public Optional<StoredRun> find(long runId) {
        return database.read(handle -> handle.createQuery(SELECT + " WHERE run.id = :run")
                .bind("run", runId)
                .mapTo(StoredRun.class)
                .findOne());
    }

    /** What a run predicted for a page, in the frame that the page has now. */
    public Optional<PagePrediction> prediction(long runId, String pageId) {
        return database.read(handle -> predictions(handle, runId, " AND page.id = :page")
                .bind("page", pageId)
                .map((row, context) -> prediction(row))
                .findOne());
    }

    /** Everything a run predicted, by page id in the order of predicting; removed pages are left out. */
    public Map<String, PagePrediction> predictions(long runId) {
        return database.read(handle -> {
            Map<String, PagePrediction> byPage = new LinkedHashMap<>();
            predictions(handle, runId, " ORDER BY prediction.key")
                    .map((row, context) -> Map.entry(row.getString("page_id"), prediction(row)))
                    .forEach(entry -> byPage.put(entry.getKey(), entry.getValue()));
            return byPage;
        });
    }

    private static Query predictions(Handle handle, long runId, String more) {
        return handle.createQuery(
                        """
                        SELECT prediction.*, page.id AS page_id, page.quarter_turns AS turns_now
                        FROM prediction JOIN page ON page.key = prediction.page
                        WHERE page.removed = 0 AND prediction.run = :run
                        """
                                + more)
                .bind("run", runId);
    }

    private static PagePrediction prediction(ResultSet row) throws SQLException {
        StepTimes times = new StepTimes(
                row.getLong("decode_nanos"),
                row.getLong("detect_nanos"),
                row.getLong("crop_nanos"),
                row.getLong("recognize_nanos"));
        int turns = row.getInt("turns_now") - row.getInt("quarter_turns");
        return PredictionJson.read(row.getString("body"), times, turns, row.getInt("width"), row.getInt("height"));
    }
}
