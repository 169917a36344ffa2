package sigmark.labeling.packing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.Conflict;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.PageMerge;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.delivery.ReturnedPage;
import sigmark.labeling.delivery.ThreeWayMerge;
import sigmark.labeling.delivery.file.PackageReader;
import sigmark.labeling.edit.MergeLabels;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/** What merging a return would do, page after page; nothing is written. */
final class MergePlan {
    private final ProjectStore store;
    private final PackageReader reader;
    private final Resolution resolution;
    private final List<FormulaRegion> put = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final Map<String, LabelState> states = new HashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Conflict> open = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long in;
    private long lost;

    MergePlan(ProjectStore store, PackageReader reader, Resolution resolution) {
        this.store = store;
        this.reader = reader;
        this.resolution = resolution;
    }

    void add(DeliveredPage sent, ReturnedPage returned) {
        List<FormulaRegion> regions = returned.labels().regions();
        in += regions.size();
        if (!PackageIn.merges(sent)) {
            return; // kept for comparison
        }
        Optional<Page> found = store.pages().find(sent.pageId());
        if (found.isEmpty()) {
            lose(sent.pageId(), regions.size(), "package.page-removed");
            return;
        }
        Page page = found.get();
        PageLabels ours = PageLabels.of(page, store.regions().ofPage(page.id(), Layer.HUMAN));
        if (!ours.samePicture(returned.labels())) {
            lose(page.name(), regions.size(), "package.page-replaced");
            return;
        }
        PageLabels base = sent.base().turnedLike(ours);
        PageLabels theirs = returned.labels().turnedLike(ours);
        checkForeign(base, ours, theirs);
        PageMerge merge = ThreeWayMerge.merge(base, ours, theirs, resolution);
        put.addAll(merge.put());
        deleted.addAll(merge.deleted());
        conflicts.addAll(merge.conflicts());
        open.addAll(merge.open());
        noteKept(page, merge);
        if (!merge.changesNothing() || page.state() != LabelState.ACCEPTED) {
            states.put(page.id(), LabelState.SUBMITTED);
        }
    }

    private void lose(String where, int regions, String code) {
        lost += regions;
        leftOut.add(new LeftOut(where, Problem.of(code, where)));
    }

    /** A region's id must not be one that lies on another page: the return could reach for what it was not given. */
    private void checkForeign(PageLabels base, PageLabels ours, PageLabels theirs) {
        Set<String> known = new HashSet<>();
        base.regions().forEach(region -> known.add(region.id()));
        ours.regions().forEach(region -> known.add(region.id()));
        for (FormulaRegion region : theirs.regions()) {
            boolean elsewhere = store.regions()
                    .find(region.id())
                    .filter(there -> !there.pageId().equals(region.pageId()) || there.layer() != Layer.HUMAN)
                    .isPresent();
            if (elsewhere || !known.contains(region.id()) && store.regions().knows(region.id())) {
                throw new ProblemException(
                        Problem.of("package.foreign-region", reader.file().toString(), "region", region.id()));
            }
        }
    }

    private void noteKept(Page page, PageMerge merge) {
        for (Conflict conflict : merge.conflicts()) {
            if (resolution
                    .side(conflict)
                    .filter(side -> side == Resolution.Side.OURS)
                    .isPresent()) {
                lost += conflict.theirs().isPresent() ? 1 : 0;
                String where = page.name() + " · " + conflict.regionId();
                leftOut.add(new LeftOut(where, Problem.of("package.kept-ours", where)));
            }
        }
    }

    MergeLabels edit() {
        return new MergeLabels(put, deleted, states);
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    List<Conflict> open() {
        return open;
    }

    long in() {
        return in;
    }

    long out() {
        return in - lost;
    }

    Balance balance() {
        return new Balance(in, out(), leftOut);
    }
}
