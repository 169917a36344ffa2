package sigmark.analysis.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.ReferenceData;

class BoxScoreTest {
    private static final Map<Long, String> KINDS = Map.of(1L, "inline", 2L, "display");

    @TempDir
    private Path folder;

    @Test
    void aHandWorkedPage() {
        BoxSet boxes = set(
                List.of(truth(1, 1, 0, 0, 10, 10), truth(2, 1, 20, 0, 10, 10), truth(3, 1, 40, 0, 10, 10)),
                List.of(found(1, 0, 0, 10, 10, 0.9), found(1, 20, 0, 10, 6, 0.8), found(1, 80, 0, 10, 10, 0.7)));
        BoxScore score = BoxScore.score(boxes);
        assertThat(score.iou50().all()).isEqualTo(new BoxCounts(2, 1, 1));
        assertThat(score.iou75().all()).isEqualTo(new BoxCounts(1, 2, 2));
        assertThat(score.iou50().all().f1()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(score.coco().ap50()).as("67 of 101 points reach recall 2/3").isCloseTo(67 / 101.0, within(1e-12));
        assertThat(score.coco().ar1()).as("the best box alone").isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score.coco().apLarge()).isEqualTo(-1);
        assertThat(score.tide().orElseThrow().counts())
                .containsEntry(TideType.BKG, 1)
                .containsEntry(TideType.MISS, 1)
                .containsEntry(TideType.LOC, 0);
    }

    @Test
    void aCurveWorkedOutByHand() {
        BoxSet boxes = set(
                List.of(truth(1, 1, 0, 0, 10, 10), truth(2, 1, 20, 0, 10, 10), truth(3, 1, 40, 0, 10, 10)),
                List.of(found(1, 0, 0, 10, 10, 0.9), found(1, 80, 0, 10, 10, 0.8), found(1, 20, 0, 10, 10, 0.7)));
        List<PrecisionRecall> curves = PrecisionRecall.of(boxes, 0.5);
        assertThat(curves).extracting(PrecisionRecall::name).containsExactly("inline", "display", "all");
        assertThat(curves.get(2).points())
                .containsExactly(
                        new PrecisionRecall.Point(0.9, 1, 1 / 3.0),
                        new PrecisionRecall.Point(0.8, 0.5, 1 / 3.0),
                        new PrecisionRecall.Point(0.7, 2 / 3.0, 2 / 3.0));
        assertThat(curves.get(0))
                .isEqualTo(new PrecisionRecall("inline", 3, curves.get(2).points()));
        assertThat(curves.get(1).points()).isEmpty();
        assertThat(curves.get(2).thinned(2))
                .hasSize(2)
                .contains(curves.get(2).points().get(2));
    }

    @Test
    void aCurveOfASizeLeavesOutTheOthers() {
        BoxSet boxes = set(
                List.of(truth(1, 1, 0, 0, 10, 10), truth(2, 1, 200, 0, 50, 50)),
                List.of(found(1, 0, 0, 10, 10, 0.9), found(1, 200, 0, 50, 50, 0.8), found(1, 400, 0, 10, 10, 0.7)));
        List<PrecisionRecall> curves = PrecisionRecall.bySize(boxes, 0.5);
        assertThat(curves).extracting(PrecisionRecall::name).containsExactly("small", "medium", "large");
        assertThat(curves.get(0).points())
                .containsExactly(new PrecisionRecall.Point(0.9, 1, 1), new PrecisionRecall.Point(0.7, 0.5, 1));
        assertThat(curves.get(1).points()).containsExactly(new PrecisionRecall.Point(0.8, 1, 1));
        assertThat(curves.get(2)).isEqualTo(new PrecisionRecall("large", 0, List.of()));
    }

    @Test
    void errorTypesOfOneKindAndOfOneSizeStandForThemselves() {
        BoxSet boxes = set(
                List.of(truth(1, 1, 0, 0, 10, 10), truth(2, 2, 0, 100, 300, 100)),
                List.of(found(1, 0, 0, 10, 10, 0.9), found(1, 0, 100, 300, 100, 0.8)));
        Map<String, TideNumbers> kinds = TideEvaluator.byClass(boxes, 0.5);
        // inline has a detection on a display; display has nothing but what repairing that one brings
        assertThat(kinds.get("inline").counts()).containsEntry(TideType.CLS, 1);
        assertThat(kinds.get("display").ap()).isZero();
        assertThat(kinds.get("display").gains()).containsEntry(TideType.CLS, 100.0);
        Map<String, TideNumbers> sizes = TideEvaluator.bySize(boxes, 0.5);
        assertThat(sizes).containsOnlyKeys("small", "large");
        assertThat(sizes.get("small").ap()).isCloseTo(100, within(1e-9));
        assertThat(sizes.get("large").counts()).containsEntry(TideType.CLS, 1);
    }

    @Test
    void nothingFoundIsZeroAndTideSaysWhyItIsAbsent() {
        BoxScore score = BoxScore.score(set(List.of(truth(1, 1, 0, 0, 9, 9)), List.of()));
        assertThat(score.coco().ap()).isZero();
        assertThat(score.iou50().all().precision()).isZero();
        ObjectNode document = BoxScoreJson.document(score);
        assertThat(document.get("tide").isNull()).isTrue();
        assertThat(document.get("reason").asText()).contains("nothing was detected");
    }

    @Test
    void withoutTruthCocoIsUndefinedAsTheReferencePrintsIt() {
        BoxScore score = BoxScore.score(set(List.of(), List.of(found(1, 0, 0, 9, 9, 0.5))));
        assertThat(score.coco().ap()).isEqualTo(-1);
        assertThat(score.iou50().all()).isEqualTo(new BoxCounts(0, 1, 0));
        assertThat(score.iou50().all().recall()).isZero();
    }

    @Test
    void emptyAndTurnedBoxesNeitherFailNorMatch() {
        BoxSet boxes = set(
                List.of(truth(1, 1, 5, 5, 0, 0), truth(2, 1, 0, 0, 10, 10)),
                List.of(found(1, 5, 5, 0, 0, 0.9), found(1, 10, 10, -10, -10, 0.8), found(1, 0, 0, 10, 10, 0.7)));
        assertThat(BoxScore.score(boxes).iou50().all()).isEqualTo(new BoxCounts(1, 2, 1));
    }

    @Test
    void perfectDetectionsScoreOne() {
        SplittableRandom random = new SplittableRandom(5);
        List<TrueBox> truths = new ArrayList<>();
        List<FoundBox> found = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            RawBox box = new RawBox(40 * i, 7, 1 + random.nextInt(30), 1 + random.nextInt(30));
            truths.add(new TrueBox(i + 1, i % 5, 1 + i % 2, box, box.area(), false));
            found.add(new FoundBox(i % 5, 1 + i % 2, box, 0.1 + random.nextDouble() / 2));
        }
        BoxScore score = BoxScore.score(new BoxSet(List.of(0L, 1L, 2L, 3L, 4L), KINDS, truths, found, List.of()));
        assertThat(score.coco().ap()).isCloseTo(1, within(1e-12));
        assertThat(score.iou75().all()).isEqualTo(new BoxCounts(150, 0, 0));
        assertThat(score.tfd2019().get("fine").f1()).isEqualTo(1);
        assertThat(score.ibem2021().get("total").f1()).isEqualTo(1);
        assertThat(score.tide().orElseThrow().gains().values()).allMatch(gain -> gain == 0);
    }

    @Test
    void countsEqualASlowMatcherWrittenOnItsOwn() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 60; round++) {
            List<TrueBox> truths = new ArrayList<>();
            List<FoundBox> found = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                RawBox box = box(random);
                truths.add(new TrueBox(i + 1, i % 2, 1, box, box.area(), random.nextInt(5) == 0));
                found.add(new FoundBox(random.nextInt(2), 1, box(random), random.nextInt(5) / 5.0));
            }
            BoxSet boxes = new BoxSet(List.of(0L, 1L), KINDS, truths, found, List.of());
            assertThat(ThresholdCounts.of(boxes, 0.4, -1).all()).isEqualTo(slowCounts(boxes, 0.4));
        }
    }

    @Test
    void filesWithBadRecordsAreReadAroundThem() throws IOException {
        Path truth = Files.writeString(
                folder.resolve("gt.json"),
                """
                {"images":[{"id":1}],"categories":[{"id":1,"name":"a"}],"annotations":[
                 {"id":1,"image_id":1,"category_id":1,"bbox":[0,0,4,4],"area":16,"iscrowd":0},
                 {"id":2,"image_id":9,"category_id":1,"bbox":[0,0,4,4]}]}
                """);
        Path results = Files.writeString(
                folder.resolve("dt.json"),
                """
                [{"image_id":1,"category_id":1,"bbox":[0,0,4,4],"score":0.5},
                 {"image_id":1,"category_id":7,"bbox":[0,0,4,4],"score":0.5},
                 {"image_id":1,"category_id":1,"bbox":[0,0,4],"score":0.5},
                 {"image_id":1,"category_id":1,"bbox":[0,0,4,4]}]
                """);
        BoxSet boxes = BoxFiles.read(truth, results);
        assertThat(boxes.leftOut())
                .extracting(left -> left.reason().code())
                .containsExactly("score.unknown-image", "score.unknown-category", "score.bad-box", "score.bad-box");
        assertThat(BoxScore.score(boxes).iou75().all()).isEqualTo(new BoxCounts(1, 0, 0));
        assertThatThrownBy(() -> BoxFiles.read(results, results)).hasMessageContaining("score.not-coco-truth");
        assertThatThrownBy(() -> BoxFiles.read(truth, truth)).hasMessageContaining("score.not-coco-results");
    }

    @Test
    void theDocumentEqualsTheAgreedOne() {
        for (JsonNode line : ReferenceData.lines("metrics/coco/contract.jsonl")) {
            String name = "metrics/coco/" + line.get("name").asText();
            JsonNode document = BoxScoreJson.document(BoxScore.score(
                    BoxFiles.read(ReferenceData.file(name + ".gt.json"), ReferenceData.file(name + ".dt.json"))));
            for (String part : List.of("coco", "iou50", "iou75", "tide")) {
                line.get(part).properties().forEach(entry -> assertThat(
                                document.get(part).get(entry.getKey()).asDouble())
                        .as("%s %s %s", name, part, entry.getKey())
                        .isCloseTo(entry.getValue().asDouble(), within(1e-9)));
            }
        }
    }

    private static BoxCounts slowCounts(BoxSet boxes, double threshold) {
        BoxCounts all = BoxCounts.NONE;
        for (long image : boxes.imageIds()) {
            List<FoundBox> found = new ArrayList<>(
                    boxes.found().stream().filter(f -> f.imageId() == image).toList());
            found.sort(java.util.Comparator.comparing(FoundBox::score).reversed());
            List<TrueBox> free = new ArrayList<>(boxes.truths().stream()
                    .filter(t -> t.imageId() == image && !t.crowd())
                    .toList());
            int truths = free.size();
            int wrong = 0;
            for (FoundBox box : found) {
                TrueBox best = null;
                for (TrueBox truth : free) {
                    double iou = iou(box.box(), truth.box());
                    if (iou >= threshold && (best == null || iou >= iou(box.box(), best.box()))) {
                        best = truth;
                    }
                }
                boolean onCrowd = boxes.truths().stream()
                        .anyMatch(t -> t.imageId() == image
                                && t.crowd()
                                && box.box().shared(t.box()) / box.box().area() >= threshold);
                if (best != null) {
                    free.remove(best);
                } else if (!onCrowd) {
                    wrong++;
                }
            }
            all = all.plus(new BoxCounts(truths - free.size(), wrong, free.size()));
        }
        return all;
    }

    private static double iou(RawBox a, RawBox b) {
        double shared = a.shared(b);
        return shared / (a.area() + b.area() - shared);
    }

    private static RawBox box(SplittableRandom random) {
        return new RawBox(random.nextInt(15), random.nextInt(15), random.nextInt(1, 12), random.nextInt(1, 12));
    }

    private static BoxSet set(List<TrueBox> truths, List<FoundBox> found) {
        return new BoxSet(List.of(1L), KINDS, truths, found, List.of());
    }

    private static TrueBox truth(long id, long kind, double x, double y, double width, double height) {
        return new TrueBox(id, 1, kind, new RawBox(x, y, width, height), width * height, false);
    }

    private static FoundBox found(long kind, double x, double y, double width, double height, double score) {
        return new FoundBox(1, kind, new RawBox(x, y, width, height), score);
    }
}
