package sigmark.inference.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sigmark.inference.classify.WritingClassifier;
import sigmark.inference.detect.Detector;
import sigmark.inference.model.ModelCard;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.PixelImage;
import sigmark.inference.page.Writing;
import sigmark.inference.recognize.Recognizer;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;

class PipelineTest {
    private static final PixelImage PAGE = new PixelImage(200, 100, new int[200 * 100]);

    @Test
    void answersInReadingOrderAndDropsWhatIsTooDoubtful() {
        var pipeline = pipeline(Optional.of(new FixedDetector(List.of(
                found(new Box(100, 52, 150, 70), 0.9),
                found(new Box(10, 50, 60, 72), 0.8),
                found(new Box(10, 10, 60, 30), 0.7),
                found(new Box(160, 10, 190, 30), 0.2)))));
        PagePrediction answer = pipeline.predict(PAGE, 5, Map.of());
        assertThat(answer.regions())
                .extracting(region -> region.detection().box().left() + ","
                        + region.detection().box().top())
                .containsExactly("10.0,10.0", "10.0,50.0", "100.0,52.0");
        assertThat(answer.times().decode()).isEqualTo(5);
    }

    @Test
    void readsTrueBoxesWithTheMarginThatTheRecognizerNeeds() {
        var pipeline = pipeline(Optional.of(new FixedDetector(List.of())));
        PagePrediction answer =
                pipeline.predict(PAGE, 0, Map.of("a", new Box(20, 20, 60, 40), "b", new Box(0, 0, 10, 10)));
        assertThat(answer.regions()).isEmpty();
        assertThat(answer.onTrueBoxes().get("a").latex()).isEqualTo("44x24");
        assertThat(answer.onTrueBoxes().get("b").latex())
                .as("clipped at the page")
                .isEqualTo("12x12");
    }

    @Test
    void withoutADetectorTheImageIsOneFormula() {
        PagePrediction answer = pipeline(Optional.empty()).predict(PAGE, 0, Map.of());
        assertThat(answer.regions()).hasSize(1);
        assertThat(answer.regions().get(0).reading().latex()).isEqualTo("200x100");
    }

    @Test
    void aBranchSendsEachCropToTheRecognizerOfItsWriting() {
        var settings = new PipelineSettings(0.5, 0.08);
        var description = new PipelineDescription(
                "test", 1, Optional.of("d"), Optional.of(new PipelineDescription.Branch("wide", "h")), "r", settings);
        var detector = new FixedDetector(List.of(
                found(new Box(10, 10, 60, 30), 0.9),
                found(new Box(10, 50, 190, 70), 0.8),
                found(new Box(70, 10, 120, 30), 0.7)));
        var branch = new Pipeline.Branch(new WideIsHandwritten(), new FixedReader("hand"));
        try (var pipeline =
                new Pipeline(description, Optional.of(detector), Optional.of(branch), new FixedReader("print"))) {
            PagePrediction answer = pipeline.predict(PAGE, 0, Map.of("a", new Box(0, 0, 190, 20)));
            assertThat(answer.regions())
                    .extracting(region -> region.detection().writing() + " "
                            + region.reading().latex())
                    .containsExactly("PRINTED print0", "PRINTED print1", "HANDWRITTEN hand0");
            assertThat(answer.onTrueBoxes().get("a").latex()).isEqualTo("hand0");
            assertThat(answer.times().classify()).isPositive();
            assertThat(pipeline.recognizerHash()).isEqualTo("print+hand");
            assertThat(pipeline.predictWhole(PAGE, 7).regions())
                    .extracting(region -> region.reading().latex())
                    .containsExactly("hand0");
        }
        assertThat(description.models()).isEqualTo("d → wide → r | h");
    }

    private static Pipeline pipeline(Optional<Detector> detector) {
        var settings = new PipelineSettings(0.5, 0.08);
        return new Pipeline(
                new PipelineDescription("test", 1, detector.map(d -> "d"), "r", settings), detector, new SizeReader());
    }

    private static Detection found(Box box, double score) {
        return new Detection(box, FormulaKind.INLINE, Writing.PRINTED, score);
    }

    private static ModelCard card(String task) {
        return new ModelCard(task, "1", task, "CC0-1.0", List.of(), "00", 0, JsonNodeFactory.instance.objectNode());
    }

    private static final class WideIsHandwritten implements WritingClassifier {
        @Override
        public List<Writing> classify(List<GreyImage> crops) {
            return crops.stream()
                    .map(crop -> crop.width() > 100 ? Writing.HANDWRITTEN : Writing.PRINTED)
                    .toList();
        }

        @Override
        public String name() {
            return "wide";
        }

        @Override
        public String hash() {
            return "";
        }

        @Override
        public boolean rule() {
            return true;
        }
    }

    /** Answers with its name and the place of the crop among those that it was given. */
    private record FixedReader(String name) implements Recognizer {
        @Override
        public List<Reading> read(List<GreyImage> crops) {
            return java.util.stream.IntStream.range(0, crops.size())
                    .mapToObj(i -> new Reading(name + i, 1, List.of(), List.of()))
                    .toList();
        }

        @Override
        public ModelCard card() {
            return new ModelCard(
                    name, "1", "recognizer", "CC0-1.0", List.of(), name, 0, JsonNodeFactory.instance.objectNode());
        }

        @Override
        public void close() {}
    }

    private record FixedDetector(List<Detection> found) implements Detector {
        @Override
        public List<Detection> detect(PixelImage page) {
            return found;
        }

        @Override
        public ModelCard card() {
            return PipelineTest.card("detector");
        }

        @Override
        public void close() {}
    }

    /** Answers with the size of the crop that it was given. */
    private static final class SizeReader implements Recognizer {
        @Override
        public List<Reading> read(List<GreyImage> crops) {
            return crops.stream()
                    .map(crop -> new Reading(crop.width() + "x" + crop.height(), 1, List.of(), List.of()))
                    .toList();
        }

        @Override
        public ModelCard card() {
            return PipelineTest.card("recognizer");
        }

        @Override
        public void close() {}
    }
}
