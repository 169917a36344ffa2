package sigmark.analysis.evaluation;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sigmark.analysis.match.BoxGroup;
import sigmark.analysis.match.BoxGroups;
import sigmark.analysis.match.BoxMatcher;
import sigmark.analysis.match.BoxMatching;
import sigmark.analysis.match.BoxPair;
import sigmark.analysis.recognition.LatexSample;
import sigmark.analysis.recognition.LatexTruth;
import sigmark.analysis.recognition.SampleId;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.page.Box;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;

/**
 * One page of a run compared with its labels. Regions flagged illegible or not a formula do not count: a box on one is
 * neither right nor wrong.
 */
record PageComparison(Page page, List<EvaluationSample> samples, List<LeftOut> failed, List<LeftOut> leftOut) {
    private static final double IOU = 0.5;
    private static final Set<RegionFlag> NOT_COUNTED = Set.of(RegionFlag.ILLEGIBLE, RegionFlag.NOT_A_FORMULA);

    static PageComparison of(Page page, List<FormulaRegion> labels, PagePrediction prediction) {
        if (labels.isEmpty() && page.state() == LabelState.UNTOUCHED) {
            var reason = new LeftOut(page.name(), Problem.of("evaluation.not-labeled", page.name()));
            return new PageComparison(page, List.of(), List.of(), List.of(reason));
        }
        List<FormulaRegion> truths = new ArrayList<>();
        List<Box> ignored = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (FormulaRegion region : labels) {
            if (region.flags().stream().anyMatch(NOT_COUNTED::contains)) {
                ignored.add(region.box());
                leftOut.add(new LeftOut(region.id(), Problem.of("evaluation.flagged", page.name())));
            } else {
                truths.add(region);
            }
        }
        List<LeftOut> failed = prediction
                .failure()
                .map(problem -> List.of(new LeftOut(page.name(), problem)))
                .orElse(List.of());
        return new PageComparison(page, compare(page, truths, ignored, prediction), failed, leftOut);
    }

    private static List<EvaluationSample> compare(
            Page page, List<FormulaRegion> truths, List<Box> ignored, PagePrediction prediction) {
        List<RegionPrediction> found = prediction.regions();
        List<Box> trueBoxes = truths.stream().map(FormulaRegion::box).toList();
        List<Box> foundBoxes = found.stream().map(f -> f.detection().box()).toList();
        BoxMatching matching = BoxMatcher.byScore(
                trueBoxes,
                foundBoxes,
                found.stream().map(f -> f.detection().score()).toList(),
                IOU,
                ignored);
        List<EvaluationSample> samples = new ArrayList<>();
        for (BoxPair pair : matching.pairs()) {
            samples.add(ofTruth(
                    page, truths.get(pair.truth()), Optional.of(found.get(pair.prediction())), pair.iou(), prediction));
        }
        for (int missed : matching.missed()) {
            samples.add(ofTruth(page, truths.get(missed), Optional.empty(), 0, prediction));
        }
        samples.sort(
                Comparator.comparingInt(sample -> sample.truth().orElseThrow().order()));
        for (int extra : matching.extra()) {
            samples.add(new EvaluationSample(
                    falseBoxId(page, extra),
                    page,
                    SampleOutcome.FALSE_BOX,
                    Optional.empty(),
                    Optional.of(found.get(extra)),
                    0,
                    Grouping.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    prediction.times()));
        }
        Map<String, Grouping> groups =
                groups(page, truths, found, BoxGroups.of(trueBoxes, foundBoxes, matching), matching);
        samples.replaceAll(sample -> sample.in(groups.getOrDefault(sample.id(), Grouping.NONE)));
        return samples;
    }

    private static Map<String, Grouping> groups(
            Page page,
            List<FormulaRegion> truths,
            List<RegionPrediction> found,
            List<BoxGroup> groups,
            BoxMatching matching) {
        Map<String, Grouping> bySample = new HashMap<>();
        for (BoxGroup group : groups) {
            boolean split = group.kind() == BoxGroup.Kind.SPLIT;
            boolean joinedRight = split && joinedRight(truths.get(group.truths().get(0)), group.predictions(), found);
            List<String> regions =
                    group.truths().stream().map(t -> truths.get(t).id()).toList();
            List<String> boxes = group.predictions().stream()
                    .filter(matching.extra()::contains)
                    .map(p -> falseBoxId(page, p))
                    .toList();
            List<String> all = Stream.concat(regions.stream(), boxes.stream()).toList();
            for (String id : all) {
                boolean truth = regions.contains(id);
                Grouping.Role role = truth
                        ? split ? Grouping.Role.SPLIT : Grouping.Role.MERGED
                        : split ? Grouping.Role.PIECE : Grouping.Role.UNION;
                List<String> partners =
                        all.stream().filter(other -> !other.equals(id)).toList();
                bySample.put(id, new Grouping(role, partners, truth && joinedRight));
            }
        }
        return bySample;
    }

    private static boolean joinedRight(FormulaRegion truth, List<Integer> pieces, List<RegionPrediction> found) {
        String joined = pieces.stream()
                .map(found::get)
                .sorted(Comparator.comparingDouble(
                        piece -> piece.detection().box().left()))
                .map(piece -> piece.reading().latex())
                .collect(Collectors.joining(" "));
        return truth.latex()
                .map(latex -> CanonicalForm.of(latex).equals(CanonicalForm.of(joined)))
                .orElse(false);
    }

    private static String falseBoxId(Page page, int place) {
        return page.id() + "#" + place;
    }

    private static EvaluationSample ofTruth(
            Page page, FormulaRegion truth, Optional<RegionPrediction> found, double iou, PagePrediction prediction) {
        Optional<Reading> alone = Optional.ofNullable(prediction.onTrueBoxes().get(truth.id()));
        SampleId id = new SampleId(TextNode.valueOf(truth.id()).toString());
        Optional<LatexTruth> latex = truth.latex().map(text -> new LatexTruth(id, text));
        Optional<String> read = found.map(box -> box.reading().latex());
        Optional<LatexSample> endToEnd = latex.map(known -> known.compare(read));
        Optional<LatexSample> onTrueBox = latex.flatMap(known -> alone.map(reading -> {
            Optional<String> text = Optional.of(reading.latex());
            return text.equals(read) ? endToEnd.orElseThrow() : known.compare(text);
        }));
        return new EvaluationSample(
                truth.id(),
                page,
                found.isPresent() ? SampleOutcome.MATCHED : SampleOutcome.MISSED,
                Optional.of(truth),
                found,
                iou,
                Grouping.NONE,
                endToEnd,
                onTrueBox,
                alone,
                prediction.times());
    }
}
