package sigmark.labeling.store.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.DeliveryState;
import sigmark.labeling.delivery.EnrolledKey;
import sigmark.labeling.delivery.MergedHandIn;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.delivery.ReturnedPage;
import sigmark.labeling.delivery.SentPage;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.delivery.file.PageJson;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/** Work packages that went out of a project, what came back, and the keys of those who sent it. */
public final class DeliveryStore {
    private static final String SELECT =
            """
            SELECT delivery.*, project.id AS project_id, project.name AS project_name,
                vendor_copy.project_id AS sender_id, vendor_copy.project_name AS sender_name,
                (SELECT count(*) FROM delivery_page WHERE delivery = delivery.key AND role = 'work') AS work_pages,
                (SELECT count(*) FROM delivery_page WHERE delivery = delivery.key AND role = 'overlap') AS overlap_pages,
                (SELECT count(*) FROM delivery_page WHERE delivery = delivery.key AND role = 'gold') AS gold_pages,
                (SELECT count(*) FROM delivery_page
                 WHERE delivery = delivery.key AND delivered IS NOT NULL) AS pages_in,
                (SELECT count(*) FROM hand_in
                 WHERE delivery = delivery.key AND hand_in.round = delivery.round) AS hand_ins
            FROM delivery, project LEFT JOIN vendor_copy ON vendor_copy.package = delivery.id
            """;

    private final ProjectStore store;
    private final Database database;

    public DeliveryStore(ProjectStore store) {
        this.store = store;
        this.database = store.database();
    }

    /** All packages, the newest first. */
    public List<Delivery> list() {
        return database.read(handle -> handle.createQuery(SELECT + " ORDER BY delivery.key DESC")
                .map((row, context) -> delivery(row))
                .list());
    }

    public Optional<Delivery> find(String id) {
        return database.read(handle -> find(handle, id));
    }

    static Optional<Delivery> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE delivery.id = :id")
                .bind("id", id)
                .map((row, context) -> delivery(row))
                .findOne();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        String sender = row.getString("sender_id");
        WorkPackage work = new WorkPackage(
                row.getString("id"),
                row.getString("name"),
                row.getString("labeler"),
                row.getString("vendor"),
                sender == null ? row.getString("project_id") : sender,
                sender == null ? row.getString("project_name") : row.getString("sender_name"),
                row.getInt("guide_version"),
                row.getInt("round"),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                Optional.ofNullable(row.getString("deadline")).map(LocalDate::parse),
                row.getBoolean("proposals"),
                row.getString("note"));
        return new Delivery(
                work,
                DeliveryState.of(row.getString("state")),
                row.getString("manifest_sha256"),
                row.getInt("work_pages"),
                row.getInt("overlap_pages"),
                row.getInt("gold_pages"),
                row.getInt("pages_in"),
                row.getInt("hand_ins"));
    }

    /** The pages of a package in the project's page order. */
    public List<DeliveredPage> pages(String id) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT delivery_page.* FROM delivery_page
                        JOIN delivery ON delivery.key = delivery_page.delivery
                        LEFT JOIN page ON page.id = delivery_page.page_id
                        WHERE delivery.id = :id ORDER BY page.position, delivery_page.page_id
                        """)
                .bind("id", id)
                .map((row, context) -> page(row))
                .list());
    }

    private static DeliveredPage page(ResultSet row) throws SQLException {
        return new DeliveredPage(
                row.getString("page_id"),
                PageRole.of(row.getString("role")),
                PageJson.labels(row.getString("sent")),
                labels(row.getString("delivered")),
                labels(row.getString("first_delivered")),
                row.getLong("active_millis"),
                row.getLong("span_millis"));
    }

    private static Optional<PageLabels> labels(@Nullable String column) {
        return Optional.ofNullable(column).map(PageJson::labels);
    }

    /** Ids of pages that this labeler got in any package. */
    public Set<String> sentTo(String labeler) {
        return database.read(handle -> new HashSet<>(handle.createQuery(
                        """
                        SELECT page_id FROM delivery_page JOIN delivery ON delivery.key = delivery_page.delivery
                        WHERE delivery.labeler = :labeler
                        """)
                .bind("labeler", labeler)
                .mapTo(String.class)
                .list()));
    }

    /** Ids of pages that are out to be labeled in packages that are not accepted yet. */
    public Set<String> workedOn() {
        return database.read(handle -> new HashSet<>(handle.createQuery(
                        """
                        SELECT page_id FROM delivery_page JOIN delivery ON delivery.key = delivery_page.delivery
                        WHERE role = 'work' AND state <> 'accepted'
                        """)
                .mapTo(String.class)
                .list()));
    }

    /** Ids of pages that went to be labeled to others than this labeler. */
    public Set<String> workOfOthers(String labeler) {
        return database.read(handle -> new HashSet<>(handle.createQuery(
                        """
                        SELECT page_id FROM delivery_page JOIN delivery ON delivery.key = delivery_page.delivery
                        WHERE role = 'work' AND labeler <> :labeler
                        """)
                .bind("labeler", labeler)
                .mapTo(String.class)
                .list()));
    }

    /** Ids of pages that have gold truth, in page order. */
    public List<String> goldPages() {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT id FROM page WHERE removed = 0
                            AND EXISTS (SELECT 1 FROM region WHERE region.page = page.key AND layer = 'gold')
                        ORDER BY position, key
                        """)
                .mapTo(String.class)
                .list());
    }

    /** Keeps what goes out; a package that goes out again keeps the roles of its pages. */
    public void send(WorkPackage work, String manifestSha256, List<SentPage> pages) {
        database.write(handle -> {
            long key = put(handle, work, manifestSha256, store.author().person());
            putPages(handle, key, pages);
            return key;
        });
    }

    static void putPages(Handle handle, long key, List<SentPage> pages) {
        PreparedBatch batch = handle.prepareBatch(
                """
                    INSERT INTO delivery_page (delivery, page_id, role, sent) VALUES (:key, :page, :role, :sent)
                    ON CONFLICT (delivery, page_id) DO UPDATE SET sent = excluded.sent
                    """);
        for (SentPage page : pages) {
            batch.bind("key", key)
                    .bind("page", page.labels().pageId())
                    .bind("role", page.role().word())
                    .bind("sent", PageJson.text(page.labels()))
                    .add();
        }
        batch.execute();
    }

    static long put(Handle handle, WorkPackage work, String manifestSha256, String person) {
        return handle.createQuery(
                        """
                        INSERT INTO delivery (id, name, labeler, vendor, guide_version, round, sent_at, deadline,
                            proposals, note, manifest_sha256, state, sent_by)
                        VALUES (:id, :name, :labeler, :vendor, :guide, :round, :at, :deadline, :proposals, :note,
                            :sha, 'out', :person)
                        ON CONFLICT (id) DO UPDATE SET guide_version = excluded.guide_version,
                            round = excluded.round, sent_at = excluded.sent_at, deadline = excluded.deadline,
                            note = excluded.note, manifest_sha256 = excluded.manifest_sha256, state = 'out'
                        RETURNING key
                        """)
                .bind("id", work.id())
                .bind("name", work.name())
                .bind("labeler", work.labeler())
                .bind("vendor", work.vendor())
                .bind("guide", work.guideVersion())
                .bind("round", work.round())
                .bind("at", work.sentAt().toEpochMilli())
                .bind("deadline", work.deadline().map(LocalDate::toString))
                .bind("proposals", work.proposals())
                .bind("note", work.note())
                .bind("sha", manifestSha256)
                .bind("person", Database.personKey(handle, person))
                .mapTo(Long.class)
                .one();
    }

    /** Whether a return with that manifest was merged already. */
    public boolean isMerged(String manifestSha256) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM hand_in WHERE manifest_sha256 = :sha")
                        .bind("sha", manifestSha256)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    /** Number of the newest return that was merged in that round; 0 before the first. */
    public int newestHandIn(String id, int round) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT coalesce(max(number), 0) FROM hand_in JOIN delivery ON delivery.key = hand_in.delivery
                        WHERE delivery.id = :id AND hand_in.round = :round
                        """)
                .bind("id", id)
                .bind("round", round)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Merges: the edit, the return's own line, its pages, its questions and the package's state are one transaction.
     *
     * @param revision of the project that the edit was made for
     * @throws ProblemException {@code package.project-changed} when it has another one by now; nothing is merged then
     */
    public Change merge(MergedHandIn handIn, Edit edit, long revision) {
        return store.apply(edit, handIn.deliveryId(), handle -> {
            long now = handle.createQuery("SELECT revision FROM project")
                    .mapTo(Long.class)
                    .one();
            if (now > revision + 1) {
                throw new ProblemException(Problem.of("package.project-changed", handIn.deliveryId()));
            }
            keep(handle, handIn);
            QuestionStore.put(handle, handIn.questions());
        });
    }

    private void keep(Handle handle, MergedHandIn handIn) {
        long key = key(handle, handIn.deliveryId());
        PreparedBatch batch = handle.prepareBatch(
                """
                UPDATE delivery_page SET delivered = :labels, active_millis = :active, span_millis = :span,
                    first_delivered = CASE WHEN :round = 1 OR first_delivered IS NULL THEN :labels
                        ELSE first_delivered END
                WHERE delivery = :key AND page_id = :page
                """);
        for (ReturnedPage page : handIn.pages()) {
            batch.bind("labels", PageJson.text(page.labels()))
                    .bind("active", page.activeMillis())
                    .bind("span", page.spanMillis())
                    .bind("round", handIn.round())
                    .bind("key", key)
                    .bind("page", page.labels().pageId())
                    .add();
        }
        batch.execute();
        handle.createUpdate(
                        """
                        INSERT INTO hand_in (delivery, round, number, manifest_sha256, fingerprint, merged_at, pages,
                            regions_in, regions_out, person)
                        VALUES (:key, :round, :number, :sha, :fingerprint, :at, :pages, :in, :out, :person)
                        """)
                .bind("key", key)
                .bind("round", handIn.round())
                .bind("number", handIn.number())
                .bind("sha", handIn.manifestSha256())
                .bind("fingerprint", handIn.fingerprint())
                .bind("at", store.clock().millis())
                .bind("pages", handIn.pages().size())
                .bind("in", handIn.regionsIn())
                .bind("out", handIn.regionsOut())
                .bind("person", Database.personKey(handle, store.author().person()))
                .execute();
        int pages = handle.createQuery("SELECT count(*) FROM delivery_page WHERE delivery = :key")
                .bind("key", key)
                .mapTo(Integer.class)
                .one();
        setState(handle, key, handIn.pages().size() >= pages ? DeliveryState.IN : DeliveryState.PARTLY_IN);
    }

    /** Says that a package is accepted or returned. */
    public void setState(String id, DeliveryState state) {
        database.write(handle -> {
            setState(handle, key(handle, id), state);
            return state;
        });
    }

    static void setState(Handle handle, long key, DeliveryState state) {
        handle.createUpdate("UPDATE delivery SET state = :state WHERE key = :key")
                .bind("state", state.word())
                .bind("key", key)
                .execute();
    }

    static long key(Handle handle, String id) {
        return handle.createQuery("SELECT key FROM delivery WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    /** Keys that returns of this labeler may be signed with. */
    public List<EnrolledKey> keysOf(String labeler) {
        return database.read(handle -> handle.createQuery("SELECT * FROM vendor_key WHERE labeler = :labeler")
                .bind("labeler", labeler)
                .map((row, context) -> new EnrolledKey(
                        row.getString("fingerprint"),
                        row.getString("public_key"),
                        row.getString("labeler"),
                        Instant.ofEpochMilli(row.getLong("enrolled_at"))))
                .list());
    }

    /** From now on returns of this labeler may be signed with that key. */
    public void enroll(String fingerprint, String publicKey, String labeler) {
        database.write(handle -> handle.createUpdate(
                        """
                        INSERT INTO vendor_key (fingerprint, public_key, labeler, enrolled_at, person)
                        VALUES (:fingerprint, :key, :labeler, :at, :person)
                        ON CONFLICT (fingerprint) DO UPDATE SET labeler = excluded.labeler
                        """)
                .bind("fingerprint", fingerprint)
                .bind("key", publicKey)
                .bind("labeler", labeler)
                .bind("at", store.clock().millis())
                .bind("person", Database.personKey(handle, store.author().person()))
                .execute());
    }
}
