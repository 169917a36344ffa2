package sigmark.labeling.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.inference.page.Box;
import sigmark.labeling.project.BoxTurn;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Provenance;

/** Reads and writes rows of {@code region} within the caller's transaction. */
final class RegionRows {
    private static final String UPSERT =
            """
            INSERT INTO region (id, page, layer, position, x0, y0, x1, y1, kind, writing, latex, latex_length, state, flags,
                tags, remark, piece_of, person, created_at, changed_at, active_millis, guide_version, work_package,
                proposer, proposal_id, score, latex_score, alternatives)
            VALUES (:id, :page, :layer, :position, :x0, :y0, :x1, :y1, :kind, :writing, :latex, :latexLength, :state, :flags,
                :tags, :remark, :pieceOf, :person, :createdAt, :changedAt, :activeMillis, :guideVersion, :workPackage,
                :proposer, :proposalId, :score, :latexScore, :alternatives)
            ON CONFLICT (id) DO UPDATE SET page = excluded.page, layer = excluded.layer,
                position = excluded.position, x0 = excluded.x0, y0 = excluded.y0, x1 = excluded.x1, y1 = excluded.y1,
                kind = excluded.kind, writing = excluded.writing, latex = excluded.latex,
                latex_length = excluded.latex_length, state = excluded.state,
                flags = excluded.flags, tags = excluded.tags, remark = excluded.remark, piece_of = excluded.piece_of,
                person = excluded.person, created_at = excluded.created_at, changed_at = excluded.changed_at,
                active_millis = excluded.active_millis, guide_version = excluded.guide_version,
                work_package = excluded.work_package, proposer = excluded.proposer,
                proposal_id = excluded.proposal_id, score = excluded.score, latex_score = excluded.latex_score,
                alternatives = excluded.alternatives
            """;

    private RegionRows() {}

    static Optional<FormulaRegion> find(Handle handle, String id) {
        return handle.createQuery(RegionMapper.SELECT + " AND region.id = :id")
                .bind("id", id)
                .mapTo(FormulaRegion.class)
                .findOne();
    }

    static List<FormulaRegion> ofPage(Handle handle, String pageId) {
        return handle.createQuery(RegionMapper.SELECT + " AND page.id = :page ORDER BY region.position, region.key")
                .bind("page", pageId)
                .mapTo(FormulaRegion.class)
                .list();
    }

    /** Regions with these keys, page by page in reading order. */
    static List<FormulaRegion> withKeys(Handle handle, long[] keys) {
        return handle.createQuery(
                        RegionMapper.SELECT
                                + """
                                 AND region.key IN (SELECT value FROM json_each(:keys))
                                ORDER BY page.position, page.key, region.position, region.key
                                """)
                .bind("keys", Arrays.toString(keys))
                .mapTo(FormulaRegion.class)
                .list();
    }

    /** Inserts or overwrites. */
    static void put(Handle handle, Iterable<FormulaRegion> regions) {
        Keys keys = new Keys(handle);
        PreparedBatch batch = handle.prepareBatch(UPSERT);
        for (FormulaRegion region : regions) {
            bind(batch, region, keys);
            batch.add();
            if (batch.size() == 1000) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static void delete(Handle handle, String id) {
        handle.createUpdate("DELETE FROM region WHERE id = :id").bind("id", id).execute();
    }

    /** Proposals lie in the page's frame and turn with it. */
    static void turnProposals(Handle handle, Page before, int turns) {
        moveProposals(handle, before.id(), box -> BoxTurn.turn(box, turns, before.width(), before.height()));
    }

    /** Proposals lie in the page's frame and are scaled with it when another picture takes its place, as boxes of people are. */
    static void fitProposals(Handle handle, Page before, Page after) {
        double factorX = (double) after.width() / before.width();
        double factorY = (double) after.height() / before.height();
        if (factorX != 1 || factorY != 1) {
            moveProposals(handle, before.id(), box -> box.scale(factorX, factorY));
        }
    }

    private static void moveProposals(Handle handle, String pageId, UnaryOperator<Box> move) {
        put(
                handle,
                ofPage(handle, pageId).stream()
                        .filter(region -> region.layer() == Layer.PROPOSAL)
                        .map(region -> region.withBox(move.apply(region.box())))
                        .toList());
    }

    private static void bind(PreparedBatch batch, FormulaRegion region, Keys keys) {
        Provenance provenance = region.provenance();
        batch.bind("id", region.id())
                .bind("page", keys.page(region.pageId()))
                .bind("layer", Words.word(region.layer()))
                .bind("position", region.order())
                .bind("x0", region.box().left())
                .bind("y0", region.box().top())
                .bind("x1", region.box().right())
                .bind("y1", region.box().bottom())
                .bind("kind", Words.word(region.kind()))
                .bind("writing", Words.word(region.writing()))
                .bind("latex", region.latex())
                .bind(
                        "latexLength",
                        region.latex()
                                .map(LatexTokenizer::tokens)
                                .map(List::size)
                                .orElse(0))
                .bind("state", Words.word(region.state()))
                .bind("flags", Words.flags(region.flags()))
                .bind("tags", Words.tags(region.tags()))
                .bind("remark", region.remark())
                .bind("pieceOf", region.pieceOf())
                .bind("person", keys.person(provenance.person()))
                .bind("createdAt", provenance.createdAt().toEpochMilli())
                .bind("changedAt", provenance.changedAt().toEpochMilli())
                .bind("activeMillis", provenance.activeMillis())
                .bind("guideVersion", provenance.guideVersion())
                .bind("workPackage", provenance.workPackage());
        Optional<ProposalOrigin> origin = region.origin();
        @Nullable String proposal = origin.map(ProposalOrigin::proposalId)
                .filter(id -> !id.isEmpty())
                .orElse(null);
        batch.bind("proposer", origin.map(keys::proposer))
                .bind("proposalId", proposal)
                .bind("score", origin.map(ProposalOrigin::score))
                .bind("latexScore", origin.map(ProposalOrigin::latexScore))
                .bind(
                        "alternatives",
                        origin.filter(o -> !o.alternatives().isEmpty())
                                .map(o -> RecordJson.write(RecordJson.array(o.alternatives()))));
    }

    /** Integer keys of pages, people and models, looked up once per call. */
    static final class Keys {
        private final Handle handle;
        private final Map<String, Long> pages = new HashMap<>();
        private final Map<String, Long> people = new HashMap<>();
        private final Map<String, Long> proposers = new HashMap<>();

        Keys(Handle handle) {
            this.handle = handle;
        }

        long page(String id) {
            return pages.computeIfAbsent(id, page -> handle.createQuery("SELECT key FROM page WHERE id = :id")
                    .bind("id", page)
                    .mapTo(Long.class)
                    .one());
        }

        long person(String name) {
            return people.computeIfAbsent(name, person -> Keys.person(handle, person));
        }

        static long person(Handle handle, String name) {
            return handle.createQuery("SELECT key FROM person WHERE name = :name")
                    .bind("name", name)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseGet(() -> handle.createQuery("INSERT INTO person (name) VALUES (:name) RETURNING key")
                            .bind("name", name)
                            .mapTo(Long.class)
                            .one());
        }

        long proposer(ProposalOrigin origin) {
            return proposers.computeIfAbsent(
                    origin.detectorHash() + "\n" + origin.recognizerHash(), both -> insertProposer(origin));
        }

        private long insertProposer(ProposalOrigin origin) {
            handle.createUpdate(
                            """
                            INSERT INTO proposer (detector_hash, recognizer_hash) VALUES (:detector, :recognizer)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("detector", origin.detectorHash())
                    .bind("recognizer", origin.recognizerHash())
                    .execute();
            return handle.createQuery(
                            """
                            SELECT key FROM proposer
                            WHERE detector_hash = :detector AND recognizer_hash = :recognizer
                            """)
                    .bind("detector", origin.detectorHash())
                    .bind("recognizer", origin.recognizerHash())
                    .mapTo(Long.class)
                    .one();
        }
    }
}
