package sigmark.labeling.store.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import sigmark.labeling.delivery.ReturnRemark;
import sigmark.labeling.delivery.SentPage;
import sigmark.labeling.delivery.VendorCopy;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/** What makes a project a labeler's working copy of a package. */
public final class VendorCopyStore {
    private final Database database;
    private final ProjectStore store;

    public VendorCopyStore(ProjectStore store) {
        this.database = store.database();
        this.store = store;
    }

    /** The package that this project is a working copy of; empty in a project of one's own. */
    public Optional<VendorCopy> copy() {
        return database.read(handle -> handle.createQuery("SELECT * FROM vendor_copy")
                .map((row, context) -> new VendorCopy(
                        DeliveryStore.find(handle, row.getString("package"))
                                .orElseThrow()
                                .work(),
                        row.getString("manifest_sha256"),
                        row.getString("project_key"),
                        row.getInt("hand_ins")))
                .findOne());
    }

    /**
     * Makes the project a working copy. The pages that it has by now can no longer be undone away; what is made from now
     * on bears the package and the version of its guide.
     */
    public void begin(
            WorkPackage work,
            String manifestSha256,
            String projectKey,
            List<SentPage> pages,
            List<ReturnRemark> remarks) {
        database.write(handle -> {
            long delivery = DeliveryStore.put(
                    handle, work, manifestSha256, store.author().person());
            DeliveryStore.putPages(handle, delivery, pages);
            handle.createUpdate("UPDATE history SET stack_place = NULL").execute();
            handle.createUpdate("UPDATE project SET undo_height = 0, work_package = :id, guide_version = :guide")
                    .bind("id", work.id())
                    .bind("guide", work.guideVersion())
                    .execute();
            PreparedBatch batch = handle.prepareBatch(
                    """
                    INSERT OR REPLACE INTO returned_remark (region_id, page_id, reason, text)
                    VALUES (:region, :page, :reason, :text)
                    """);
            for (ReturnRemark remark : remarks) {
                batch.bind("region", remark.regionId())
                        .bind("page", remark.pageId())
                        .bind("reason", remark.reason())
                        .bind("text", remark.text())
                        .add();
            }
            batch.execute();
            return handle.createUpdate(
                            """
                            INSERT INTO vendor_copy (only_row, package, manifest_sha256, project_id, project_name,
                                project_key, opened_at)
                            VALUES (1, :package, :sha, :project, :name, :key, :at)
                            """)
                    .bind("package", work.id())
                    .bind("sha", manifestSha256)
                    .bind("project", work.projectId())
                    .bind("name", work.projectName())
                    .bind("key", projectKey)
                    .bind("at", store.clock().millis())
                    .execute();
        });
    }

    /** Counts a return. */
    public void handedIn(int number) {
        database.write(handle -> handle.createUpdate("UPDATE vendor_copy SET hand_ins = :number")
                .bind("number", number)
                .execute());
    }

    /** What the curator said of regions, by region id; in a curator's project there is nothing. */
    public Map<String, ReturnRemark> remarks() {
        return database.read(handle -> {
            Map<String, ReturnRemark> remarks = new LinkedHashMap<>();
            handle.createQuery("SELECT * FROM returned_remark ORDER BY page_id, region_id")
                    .map((row, context) -> new ReturnRemark(
                            row.getString("page_id"),
                            row.getString("region_id"),
                            row.getString("reason"),
                            row.getString("text")))
                    .forEach(remark -> remarks.put(remark.regionId(), remark));
            return remarks;
        });
    }

    /** How long somebody worked on each page, from the history: active and from first to last edit, milliseconds. */
    public Map<String, WorkTime> times() {
        return database.read(handle -> {
            Map<String, WorkTime> times = new LinkedHashMap<>();
            handle.createQuery(
                            """
                            SELECT page_id, sum(active_millis) AS active, max(at) - min(first_at) AS span
                            FROM history WHERE page_id IS NOT NULL AND kind = 'edit' GROUP BY page_id
                            """)
                    .map((row, context) -> Map.entry(
                            row.getString("page_id"), new WorkTime(row.getLong("active"), row.getLong("span"))))
                    .forEach(time -> times.put(time.getKey(), time.getValue()));
            return times;
        });
    }

    /** Milliseconds of work on a page: pauses cut, and in all. */
    public record WorkTime(long active, long span) {
        public static final WorkTime NONE = new WorkTime(0, 0);
    }
}
