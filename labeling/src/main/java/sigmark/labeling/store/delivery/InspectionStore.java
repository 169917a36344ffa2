package sigmark.labeling.store.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.DeliveryState;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.InspectedItem.Verdict;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.inspection.Reason;
import sigmark.labeling.inspection.SamplingPlan;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/** Inspections of packages. What was judged stays; a decided inspection is never changed. */
public final class InspectionStore {
    private static final String SELECT =
            """
            SELECT inspection.*, delivery.id AS delivery_id, person.name AS person_name FROM inspection
            JOIN delivery ON delivery.key = inspection.delivery
            JOIN person ON person.key = inspection.person
            """;

    private final ProjectStore store;
    private final Database database;

    public InspectionStore(ProjectStore store) {
        this.store = store;
        this.database = store.database();
    }

    /** Begins an inspection with its sample drawn; its id. */
    public long begin(String deliveryId, int round, SamplingPlan plan, long seed, List<InspectedItem> items) {
        return database.write(handle -> {
            long id = handle.createQuery(
                            """
                            INSERT INTO inspection (delivery, round, source, lot_size, aql, producer_risk, ltpd,
                                consumer_risk, sample_size, accept_up_to, seed, begun_at, person)
                            VALUES (:delivery, :round, :source, :lot, :aql, :alpha, :ltpd, :beta, :size, :accept,
                                :seed, :at, :person)
                            RETURNING key
                            """)
                    .bind("delivery", DeliveryStore.key(handle, deliveryId))
                    .bind("round", round)
                    .bind("source", plan.source())
                    .bind("lot", plan.lotSize())
                    .bind("aql", plan.aql())
                    .bind("alpha", plan.producerRisk())
                    .bind("ltpd", plan.ltpd())
                    .bind("beta", plan.consumerRisk())
                    .bind("size", plan.sampleSize())
                    .bind("accept", plan.acceptUpTo())
                    .bind("seed", seed)
                    .bind("at", store.clock().millis())
                    .bind("person", Database.personKey(handle, store.author().person()))
                    .mapTo(Long.class)
                    .one();
            PreparedBatch batch = handle.prepareBatch(
                    """
                    INSERT INTO inspected_item (inspection, place, page_id, region_id, verdict)
                    VALUES (:id, :place, :page, :region, 'open')
                    """);
            for (InspectedItem item : items) {
                batch.bind("id", id)
                        .bind("place", item.place())
                        .bind("page", item.pageId())
                        .bind("region", item.regionId())
                        .add();
            }
            batch.execute();
            return id;
        });
    }

    /** Inspections of all packages, the newest first. */
    public List<Inspection> list() {
        return database.read(handle -> handle.createQuery(SELECT + " ORDER BY inspection.key DESC")
                .map((row, context) -> inspection(handle, row))
                .list());
    }

    public Optional<Inspection> find(long id) {
        return database.read(handle -> find(handle, id));
    }

    /** The newest inspection of that package. */
    public Optional<Inspection> newestOf(String deliveryId) {
        return list().stream()
                .filter(inspection -> inspection.deliveryId().equals(deliveryId))
                .findFirst();
    }

    private static Optional<Inspection> find(Handle handle, long id) {
        return handle.createQuery(SELECT + " WHERE inspection.key = :id")
                .bind("id", id)
                .map((row, context) -> inspection(handle, row))
                .findOne();
    }

    /**
     * Keeps what was found of one item, also in the place of an earlier verdict.
     *
     * @throws ProblemException {@code inspection.not-found}, {@code inspection.decided}
     */
    public Inspection judge(long id, int place, Verdict verdict) {
        return database.write(handle -> {
            checkOpen(handle, id);
            int rows = handle.createUpdate(
                            """
                            UPDATE inspected_item SET verdict = :verdict, reason = :reason, critical = :critical,
                                remark = :remark, at = :at
                            WHERE inspection = :id AND place = :place
                            """)
                    .bind("verdict", verdict.reason().isEmpty() ? "right" : "wrong")
                    .bind("reason", verdict.reason().map(Reason::word).orElse(""))
                    .bind("critical", verdict.reason().map(Reason::critical).orElse(false))
                    .bind("remark", verdict.remark())
                    .bind("at", store.clock().millis())
                    .bind("id", id)
                    .bind("place", place)
                    .execute();
            if (rows == 0) {
                throw new ProblemException(Problem.of("inspection.no-item", Integer.toString(place)));
            }
            return find(handle, id).orElseThrow();
        });
    }

    /** Decides; the package's state and the edit that goes with it (states of its pages) are one transaction. */
    public Change decide(Inspection inspection, boolean accepted, Edit edit) {
        return store.apply(edit, inspection.deliveryId(), handle -> {
            checkOpen(handle, inspection.id());
            handle.createUpdate("UPDATE inspection SET decided_at = :at, accepted = :accepted WHERE key = :id")
                    .bind("at", store.clock().millis())
                    .bind("accepted", accepted)
                    .bind("id", inspection.id())
                    .execute();
            DeliveryStore.setState(
                    handle,
                    DeliveryStore.key(handle, inspection.deliveryId()),
                    accepted ? DeliveryState.ACCEPTED : DeliveryState.RETURNED);
        });
    }

    private static void checkOpen(Handle handle, long id) {
        Inspection inspection = find(handle, id)
                .orElseThrow(() -> new ProblemException(Problem.of("inspection.not-found", Long.toString(id))));
        if (inspection.accepted().isPresent()) {
            throw new ProblemException(Problem.of("inspection.decided", Long.toString(id)));
        }
    }

    private static Inspection inspection(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("key");
        List<InspectedItem> items = handle.createQuery(
                        "SELECT * FROM inspected_item WHERE inspection = :id ORDER BY place")
                .bind("id", id)
                .map((item, context) -> item(item))
                .list();
        long decided = row.getLong("decided_at");
        boolean open = row.wasNull();
        return new Inspection(
                id,
                row.getString("delivery_id"),
                row.getInt("round"),
                new SamplingPlan(
                        row.getString("source"),
                        row.getInt("lot_size"),
                        row.getDouble("aql"),
                        row.getDouble("producer_risk"),
                        row.getDouble("ltpd"),
                        row.getDouble("consumer_risk"),
                        row.getInt("sample_size"),
                        row.getInt("accept_up_to")),
                row.getLong("seed"),
                Instant.ofEpochMilli(row.getLong("begun_at")),
                open ? Optional.empty() : Optional.of(Instant.ofEpochMilli(decided)),
                open ? Optional.empty() : Optional.of(row.getBoolean("accepted")),
                row.getString("person_name"),
                items);
    }

    private static InspectedItem item(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        @Nullable String reason = row.getString("reason");
        Optional<Verdict> said = verdict.equals("open")
                ? Optional.empty()
                : Optional.of(
                        new Verdict(Optional.ofNullable(reason).flatMap(Reason::ofWord), row.getString("remark")));
        return new InspectedItem(row.getInt("place"), row.getString("page_id"), row.getString("region_id"), said);
    }
}
