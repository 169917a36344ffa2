package sigmark.labeling.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import sigmark.inference.page.Box;
import sigmark.inference.work.Problem;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.store.ProjectStore;

/**
 * Turns the regions that a file states for one page into new regions. What people have in the project is never changed:
 * a region that is there already is passed over, one that differs from what is there is left out and said.
 */
final class RegionMerge {
    /** Boxes that overlap so much are the same region. */
    private static final double SAME_PLACE = 0.95;

    private final ProjectStore store;
    private final Page page;
    private final List<FormulaRegion> existing;
    private final Map<String, String> newIds = new HashMap<>();
    private final List<FormulaRegion> fresh = new ArrayList<>();
    private final List<FormulaRegion> proposals = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final ImportBalance balance;
    private final String fileHash;
    private long known;

    RegionMerge(ProjectStore store, Page page, boolean isNew, String fileHash, ImportBalance balance) {
        this.store = store;
        this.page = page;
        this.balance = balance;
        this.fileHash = fileHash;
        this.existing = isNew ? List.of() : store.regions().ofPage(page.id(), Layer.HUMAN);
    }

    void add(List<LabeledRegion> regions, FrameFit fit) {
        for (LabeledRegion region : regions) {
            Box box = fit.boxes().apply(region.box());
            Optional<Box> inside = box.clip(page.width(), page.height());
            if (inside.isEmpty()) {
                balance.lose(region.where(), Problem.of("exchange.outside", region.where()));
                continue;
            }
            if (!inside.get().equals(box)) {
                balance.note(region.where(), Problem.of("exchange.clipped", region.where()));
            }
            if (region.score().isPresent()) {
                propose(region, inside.get());
            } else {
                label(region.in(inside.get()));
            }
        }
        if (known > 0) {
            balance.note(
                    page.name(), Problem.of("exchange.already-there", page.name(), "count", String.valueOf(known)));
        }
        linkPieces();
    }

    private void propose(LabeledRegion region, Box box) {
        double score = region.score().orElse(0);
        double latexScore = region.latex().isPresent() ? score : 0;
        proposals.add(FormulaRegion.proposed(
                page.id(),
                proposals.size() + 1,
                box,
                region.kind(),
                region.writing(),
                region.latex().orElse(""),
                new ProposalOrigin(
                        fileHash, region.latex().isPresent() ? fileHash : "", score, latexScore, List.of())));
        balance.came(1);
    }

    private void label(LabeledRegion region) {
        Optional<FormulaRegion> there = existing.stream()
                .filter(other -> other.id().equals(region.id()) || other.box().iou(region.box()) >= SAME_PLACE)
                .findFirst();
        if (there.isEmpty()) {
            fresh.add(region(region));
            balance.came(1);
            return;
        }
        newIds.put(region.id(), there.get().id());
        boolean samePlace = there.get().box().iou(region.box()) >= SAME_PLACE;
        boolean sameText =
                there.get().latex().equals(region.latex()) || region.latex().isEmpty();
        if (samePlace && sameText) {
            known++;
        } else if (samePlace && there.get().latex().isEmpty()) {
            edits.add(new TypeLatex(there.get().id(), region.latex(), ""));
            balance.came(1);
        } else {
            balance.lose(region.where(), Problem.of("exchange.differs", region.where(), "page", page.name()));
        }
    }

    private FormulaRegion region(LabeledRegion region) {
        String id = freeId(region.id());
        if (!region.id().isEmpty()) {
            newIds.put(region.id(), id);
        }
        Instant now = Instant.now();
        int last = existing.isEmpty() ? 0 : existing.get(existing.size() - 1).order();
        return new FormulaRegion(
                id,
                page.id(),
                Layer.HUMAN,
                last + fresh.size() + 1,
                region.box(),
                region.kind(),
                region.writing(),
                region.latex(),
                region.state(),
                region.flags(),
                region.tags(),
                region.remark(),
                region.pieceOf(),
                new Provenance(store.author().person(), now, now, 0, 0, Optional.empty()),
                Optional.empty());
    }

    /** The file's own id when it is a UUID that the project never saw, else a new one. */
    private String freeId(String id) {
        boolean uuid = id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        boolean again = newIds.containsValue(id);
        return uuid && !again && balance.takeId(id) && !store.regions().knows(id)
                ? id
                : UUID.randomUUID().toString();
    }

    /** Pieces name each other by the file's ids; a link that leads nowhere or round in a circle is dropped. */
    private void linkPieces() {
        Map<String, FormulaRegion> byId = new HashMap<>();
        fresh.forEach(region -> byId.put(region.id(), region));
        Set<String> thereIds = existing.stream().map(FormulaRegion::id).collect(java.util.stream.Collectors.toSet());
        for (int i = 0; i < fresh.size(); i++) {
            FormulaRegion region = fresh.get(i);
            if (region.pieceOf().isEmpty()) {
                continue;
            }
            Optional<String> target = Optional.ofNullable(
                            newIds.get(region.pieceOf().get()))
                    .filter(id -> byId.containsKey(id) || thereIds.contains(id));
            FormulaRegion linked = region.withPieceOf(target);
            byId.put(region.id(), linked);
            if (target.isEmpty() || leadsBack(linked, byId)) {
                balance.note(page.name(), Problem.of("exchange.piece-lost", page.name()));
                linked = region.withPieceOf(Optional.empty());
                byId.put(region.id(), linked);
            }
            fresh.set(i, linked);
        }
    }

    /** Links not looked at yet still bear the file's ids, which lead nowhere. */
    private static boolean leadsBack(FormulaRegion from, Map<String, FormulaRegion> byId) {
        Optional<String> at = from.pieceOf();
        for (int steps = 0; at.isPresent(); steps++) {
            if (at.get().equals(from.id()) || steps > byId.size()) {
                return true;
            }
            FormulaRegion next = byId.get(at.get());
            at = next == null ? Optional.empty() : next.pieceOf();
        }
        return false;
    }

    /** Regions to be stored together with a new page. */
    List<FormulaRegion> fresh() {
        return fresh;
    }

    List<FormulaRegion> proposals() {
        return proposals;
    }

    /** The same on a page that the project has. */
    List<Edit> edits() {
        List<Edit> all = new ArrayList<>(edits);
        fresh.forEach(region -> all.add(new DrawRegion(region)));
        return all;
    }
}
