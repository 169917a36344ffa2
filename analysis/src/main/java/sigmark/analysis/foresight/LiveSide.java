package sigmark.analysis.foresight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.EditDistance;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.inference.page.Box;
import sigmark.labeling.online.LengthBand;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.ResultClass;
import sigmark.labeling.online.ShownResult;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;

/**
 * Live requests one by one: results on images that are labeled pages of the project become samples with an offline error
 * of their own, requests on other images stand ready as pages that the test set could gain.
 */
final class LiveSide {
    /** A result belongs to the label that it overlaps most, from this on. */
    private static final double SAME = 0.5;
    /** Requests kept for each slice; more nobody looks at. */
    private static final int MOST_READY = 50;

    private final ProjectStore store;
    private final Map<String, Page> byHash = new HashMap<>();
    private final Map<String, List<FormulaRegion>> labels = new HashMap<>();
    private final List<LiveSample> samples = new ArrayList<>();
    private final Map<String, List<Proposal>> ready = new LinkedHashMap<>();

    private LiveSide(ProjectStore store) {
        this.store = store;
        store.pages().list(SliceQuery.ALL).stream()
                .filter(page -> page.source().pdfPage().isEmpty())
                .forEach(page -> byHash.putIfAbsent(page.source().sha256(), page));
    }

    static LiveSide of(ProjectStore store, List<String> versions) {
        LiveSide side = new LiveSide(store);
        OnlineStore online = new OnlineStore(store);
        versions.forEach(version -> online.forEach(version, side::take));
        return side;
    }

    List<LiveSample> samples() {
        return samples;
    }

    /** Requests whose image the test set does not hold, by slice; the touched ones first. */
    List<Proposal> ready(String slice) {
        List<Proposal> all = new ArrayList<>(ready.getOrDefault(slice, List.of()));
        all.sort(java.util.Comparator.comparing(proposal -> !proposal.touched()));
        return all;
    }

    private void take(OnlineEvent event) {
        Optional<Page> page = event.imageHash().map(byHash::get);
        if (page.isEmpty() || page.get().split() != Split.TEST) {
            propose(event);
        }
        if (page.isEmpty() || page.get().state() == LabelState.UNTOUCHED) {
            return;
        }
        List<FormulaRegion> truths =
                labels.computeIfAbsent(page.get().id(), id -> store.regions().ofPage(id, Layer.HUMAN));
        for (ShownResult result : event.results()) {
            ResultClass.Kind kind = ResultClass.of(result).kind();
            boolean edited = kind == ResultClass.Kind.EDITED || kind == ResultClass.Kind.DELETED;
            boolean judged = edited || kind != ResultClass.Kind.SILENT && kind != ResultClass.Kind.NOT_SEEN;
            if (judged && result.box().isPresent()) {
                samples.add(new LiveSample(
                        event.requestId(),
                        event.modelVersion(),
                        event.user().orElse(event.requestId()),
                        page.get().id(),
                        result.shownLatex(),
                        error(result.shownLatex(), result.box().get(), truths),
                        result.score(),
                        edited));
            }
        }
    }

    private static double error(String shown, Box box, List<FormulaRegion> truths) {
        Optional<FormulaRegion> truth = truths.stream()
                .filter(region -> region.box().iou(box) >= SAME)
                .max(java.util.Comparator.comparingDouble(region -> region.box().iou(box)));
        if (truth.isEmpty() || truth.get().latex().isEmpty()) {
            return 1;
        }
        List<String> said = CanonicalForm.tokens(shown);
        List<String> right = CanonicalForm.tokens(truth.get().latex().get());
        return EditDistance.normalized(EditDistance.ofTokens(said, right), said.size(), right.size());
    }

    private void propose(OnlineEvent event) {
        boolean touched = !event.added().isEmpty()
                || event.complaint().isPresent()
                || event.results().stream()
                        .anyMatch(result -> result.finalLatex().isPresent());
        List<String> slices = new ArrayList<>();
        event.slice().forEach((tag, value) -> slices.add(tag + "=" + value));
        event.results().stream()
                .map(result -> LengthBand.of(
                                LatexTokenizer.tokens(result.shownLatex()).size())
                        .word())
                .distinct()
                .forEach(band -> slices.add(sigmark.analysis.online.OnlineReport.LENGTH + "=" + band));
        for (String slice : slices) {
            List<Proposal> list = ready.computeIfAbsent(slice, name -> new ArrayList<>());
            if (list.size() < MOST_READY) {
                list.add(new Proposal(event.requestId(), event.modelVersion(), slice, touched));
            }
        }
    }
}
