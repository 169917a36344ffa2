package sigmark.labeling.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sigmark.labeling.requirement.PipelineModule;

class DesignChangeTest {
    @Test
    void aKindClassifierIsNewAndRecognizersShareTheLabels() {
        DesignChange change =
                DesignChange.of(PipelineDesign.DETECTOR_RECOGNIZER, PipelineDesign.DETECTOR_CLASSIFIER_RECOGNIZERS);
        assertThat(change.parts())
                .extracting(one -> one.part().name() + " " + one.effect().word())
                .containsExactly("detector serves", "classifier new", "printed shared", "handwritten shared");
        assertThat(change.unused()).isEmpty();
    }

    @Test
    void aRecognizerAloneLetsTheBoxesRest() {
        DesignChange change =
                DesignChange.of(PipelineDesign.DETECTOR_CLASSIFIER_RECOGNIZERS, PipelineDesign.RECOGNIZER_ALONE);
        assertThat(change.parts()).extracting(one -> one.effect().word()).containsExactly("serves");
        assertThat(change.unused()).containsExactly(PipelineModule.DETECTOR, PipelineModule.CLASSIFIER);
    }

    @Test
    void aDesignServesItself() {
        for (PipelineDesign design : PipelineDesign.all()) {
            assertThat(DesignChange.of(design, design).parts())
                    .allMatch(one -> one.effect() == DesignChange.Effect.SERVES);
        }
    }

    @Test
    void aDesignFollowsFromWhatAPipelineHas() {
        assertThat(PipelineDesign.of(true, false)).isEqualTo(PipelineDesign.DETECTOR_RECOGNIZER);
        assertThat(PipelineDesign.of(true, true)).isEqualTo(PipelineDesign.DETECTOR_CLASSIFIER_RECOGNIZERS);
        assertThat(PipelineDesign.of(false, false)).isEqualTo(PipelineDesign.RECOGNIZER_ALONE);
        assertThat(PipelineDesign.of(false, true).parts())
                .extracting(PipelineDesign.Part::name)
                .containsExactly("classifier", "printed", "handwritten");
    }
}
