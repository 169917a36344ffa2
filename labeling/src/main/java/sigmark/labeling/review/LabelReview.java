package sigmark.labeling.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import sigmark.inference.page.Box;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.guide.Finding;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideChecker;
import sigmark.labeling.guide.GuideDiff;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.RuleChange;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.PageInk;
import sigmark.labeling.guide.check.PixelInk;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/** Runs a guide over people's labels. Blocks; decodes one page after the other, so memory is that of one page. */
public final class LabelReview {
    private final ProjectStore store;
    private final List<ReviewedRegion> broken = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int regions;

    private LabelReview(ProjectStore store) {
        this.store = store;
    }

    /** Every label on the pages that match, by every rule. A stop keeps what was found. */
    public static ReviewOutcome review(ProjectStore store, Guide guide, SliceQuery query, Progress progress) {
        return new LabelReview(store).run(guide, query, progress, (region, finding) -> true, region -> true);
    }

    /**
     * Labels made under older versions that break a rule which is new, or changed its check or weight, since then. What
     * the old version said of them does not count.
     *
     * @param now the guide to judge by, in force or about to be
     * @param version its number; labels of that version and newer are left alone
     */
    public static ReviewOutcome touchedBy(
            ProjectStore store, Guide now, int version, SliceQuery query, Progress progress) {
        Map<Integer, Set<String>> touched = new HashMap<>();
        GuideStore guides = new GuideStore(store);
        java.util.function.Function<FormulaRegion, Set<String>> rulesOf = region ->
                touched.computeIfAbsent(region.provenance().guideVersion(), since -> changedRules(guides, since, now));
        return new LabelReview(store)
                .run(
                        now,
                        query,
                        progress,
                        (region, finding) ->
                                rulesOf.apply(region).contains(finding.rule().id()),
                        region -> region.provenance().guideVersion() < version
                                && !rulesOf.apply(region).isEmpty());
    }

    private static Set<String> changedRules(GuideStore guides, int since, Guide now) {
        Guide then = guides.version(since)
                .map(GuideVersion::source)
                .map(source -> GuideReader.read(source).guide())
                .orElse(Guide.EMPTY);
        return GuideDiff.between(then, now).stream()
                .filter(RuleChange::touchesLabels)
                .map(RuleChange::ruleId)
                .collect(Collectors.toSet());
    }

    private ReviewOutcome run(
            Guide guide,
            SliceQuery query,
            Progress progress,
            BiPredicate<FormulaRegion, Finding> counts,
            java.util.function.Predicate<FormulaRegion> wanted) {
        GuideChecker checker = new GuideChecker(guide);
        List<String> ids = store.pages().ids(query);
        for (int i = 0; i < ids.size() && !progress.cancelled(); i++) {
            Optional<Page> page = store.pages().find(ids.get(i));
            progress.update(i, ids.size(), page.map(Page::name).orElse(""));
            page.ifPresent(found -> page(found, checker, counts, wanted));
        }
        progress.update(ids.size(), ids.size(), "");
        return new ReviewOutcome(regions, broken, leftOut);
    }

    private void page(
            Page page,
            GuideChecker checker,
            BiPredicate<FormulaRegion, Finding> counts,
            java.util.function.Predicate<FormulaRegion> wanted) {
        List<FormulaRegion> labels = store.regions().ofPage(page.id(), Layer.HUMAN);
        if (labels.stream().noneMatch(wanted)) {
            return;
        }
        Optional<PageInk> ink = ink(page);
        Set<String> linked = new HashSet<>();
        labels.forEach(label -> label.pieceOf().ifPresent(first -> {
            linked.add(first);
            linked.add(label.id());
        }));
        for (FormulaRegion label : labels) {
            if (!wanted.test(label)) {
                continue;
            }
            regions++;
            List<Box> others = labels.stream()
                    .filter(other -> !other.id().equals(label.id()))
                    .map(FormulaRegion::box)
                    .toList();
            CheckedRegion checked =
                    new CheckedRegion(CheckedRegion.Label.of(label, linked.contains(label.id())), ink, others);
            List<Finding> found = checker.check(checked).stream()
                    .filter(finding -> counts.test(label, finding))
                    .toList();
            if (!found.isEmpty()) {
                broken.add(new ReviewedRegion(page, label, found));
            }
        }
    }

    private Optional<PageInk> ink(Page page) {
        try {
            int dpi = page.source().dpi() > 0 ? page.source().dpi() : PageDecoder.DEFAULT_DPI;
            return Optional.of(new PixelInk(
                    PageDecoder.decode(
                                    store.pages().imagePath(page),
                                    page.source().pdfPage().orElse(0),
                                    dpi)
                            .upright()
                            .turned(page.quarterTurns()),
                    page.source().dpi()));
        } catch (ProblemException unreadable) {
            leftOut.add(new LeftOut(page.name(), unreadable.problem()));
            return Optional.empty();
        }
    }
}
