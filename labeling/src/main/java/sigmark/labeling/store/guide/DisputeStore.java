package sigmark.labeling.store.guide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import sigmark.labeling.guide.Dispute;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/** Violations that somebody disputes; each waits to become a question. */
public final class DisputeStore {
    private final ProjectStore store;

    public DisputeStore(ProjectStore store) {
        this.store = store;
    }

    /** Says, in the author's name, that a rule judges a region wrongly; once for a region and rule. */
    public Dispute add(FormulaRegion region, String ruleId, String remark) {
        Optional<Dispute> known = of(region.id(), ruleId);
        if (known.isPresent()) {
            return known.get();
        }
        Dispute dispute = new Dispute(
                UUID.randomUUID().toString(),
                region.id(),
                region.pageId(),
                ruleId,
                store.info().guideVersion(),
                region.latex().orElse(""),
                remark,
                store.author().person(),
                Instant.ofEpochMilli(store.clock().millis()),
                Optional.empty());
        put(dispute);
        return dispute;
    }

    /** Keeps a dispute that came from elsewhere; one that is there already is left as it is. */
    public void put(Dispute dispute) {
        store.database().write(handle -> handle.createUpdate(
                        """
                        INSERT OR IGNORE INTO dispute
                            (id, region_id, page_id, rule_id, guide_version, latex, remark, person, at, question_id)
                        VALUES (:id, :region, :page, :rule, :guide, :latex, :remark, :person, :at, :question)
                        """)
                .bind("id", dispute.id())
                .bind("region", dispute.regionId())
                .bind("page", dispute.pageId())
                .bind("rule", dispute.ruleId())
                .bind("guide", dispute.guideVersion())
                .bind("latex", dispute.latex())
                .bind("remark", dispute.remark())
                .bind("person", Database.personKey(handle, dispute.person()))
                .bind("at", dispute.at().toEpochMilli())
                .bind("question", dispute.questionId())
                .execute());
    }

    /** Takes a dispute back. */
    public void remove(String id) {
        store.database().write(handle -> handle.createUpdate("DELETE FROM dispute WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Says which question a dispute became. */
    public void setQuestion(String id, String questionId) {
        store.database()
                .write(handle -> handle.createUpdate("UPDATE dispute SET question_id = :question WHERE id = :id")
                        .bind("question", questionId)
                        .bind("id", id)
                        .execute());
    }

    /** All disputes, the newest first. */
    public List<Dispute> list() {
        return store.database().read(handle -> handle.createQuery(
                        """
                        SELECT dispute.*, person.name AS who FROM dispute
                        JOIN person ON person.key = dispute.person ORDER BY at DESC, id
                        """)
                .map((row, context) -> new Dispute(
                        row.getString("id"),
                        row.getString("region_id"),
                        row.getString("page_id"),
                        row.getString("rule_id"),
                        row.getInt("guide_version"),
                        row.getString("latex"),
                        row.getString("remark"),
                        row.getString("who"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Optional.ofNullable(row.getString("question_id"))))
                .list());
    }

    private Optional<Dispute> of(String regionId, String ruleId) {
        return list().stream()
                .filter(dispute ->
                        dispute.regionId().equals(regionId) && dispute.ruleId().equals(ruleId))
                .findFirst();
    }
}
