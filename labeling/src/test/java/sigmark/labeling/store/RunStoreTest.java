package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Problem;
import sigmark.labeling.edit.TurnPage;
import sigmark.labeling.project.StoredRun;

class RunStoreTest {
    private static final RunEnvironment HERE =
            new RunEnvironment("cpu", "no CUDA", "some processor", 2, 1, 1L << 34, "Linux", "17", "onnx", "0.1");

    @TempDir
    Path folder;

    private ProjectStore store;

    @BeforeEach
    void create() throws IOException {
        store = Sample.project(folder);
        store.addPages(List.of(Sample.page("p1", 1), Sample.page("p2", 2)), List.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private long begin() {
        return store.runs().begin(new RunStart("default 1", "d", "r", "split:test", 1, HERE));
    }

    private static PagePrediction prediction(Box box) {
        Reading reading = new Reading(
                "x^{2}",
                0.1 + 0.2, List.of(new Reading.TokenScore("x", 0.3)), List.of(new Reading.Alternative("y", 0.25)));
        return new PagePrediction(
                List.of(new RegionPrediction(new Detection(box, FormulaKind.DISPLAY, Writing.PRINTED, 0.7), reading)),
                Map.of("r1", reading),
                new StepTimes(1, 2, 3, 4),
                java.util.Optional.empty());
    }

    @Test
    void whatWasPredictedComesBackAsItWas() {
        long run = begin();
        PagePrediction first = prediction(new Box(1.5, 2, 30.1, 44));
        PagePrediction failed = PagePrediction.failed(Problem.of("image.truncated", "p2.png", "bytes", "17"));
        store.runs().put(run, "p1", first);
        store.runs().put(run, "p2", failed);
        StoredRun done = store.runs().finish(run);
        assertThat(store.runs().predictions(run)).isEqualTo(Map.of("p1", first, "p2", failed));
        assertThat(store.runs().prediction(run, "p1")).contains(first);
        assertThat(done.finished()).isTrue();
        assertThat(done.pages()).isEqualTo(2);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(done.formulas()).isEqualTo(1);
        assertThat(done.environment()).isEqualTo(HERE);
        assertThat(done.dataRevision()).isEqualTo(1);
        assertThat(store.runs().list()).containsExactly(done);
    }

    @Test
    void aRunThatEndedCannotChange() {
        long finished = begin();
        store.runs().put(finished, "p1", prediction(new Box(0, 0, 1, 1)));
        store.runs().finish(finished);
        long aborted = begin();
        store.runs().abort(aborted);
        for (long run : List.of(finished, aborted)) {
            assertThatThrownBy(() -> store.runs().put(run, "p2", prediction(new Box(0, 0, 1, 1))))
                    .hasMessageContaining("a run that has ended cannot be changed");
            assertThatThrownBy(() -> store.runs().finish(run)).hasMessageContaining("a run that has ended");
            for (String sql : List.of(
                    "UPDATE run SET pipeline = 'other' WHERE id = " + run, "DELETE FROM run WHERE id = " + run)) {
                assertThatThrownBy(() -> store.database().write(handle -> handle.execute(sql)))
                        .hasMessageContaining("run");
            }
        }
        for (String sql : List.of("UPDATE prediction SET body = '{}'", "DELETE FROM prediction")) {
            assertThatThrownBy(() -> store.database().write(handle -> handle.execute(sql)))
                    .hasMessageContaining("predictions");
        }
        assertThat(store.runs().predictions(finished)).hasSize(1);
    }

    @Test
    void aRunThatWasKilledStaysWithWhatWasDone() {
        long run = begin();
        store.runs().put(run, "p1", prediction(new Box(0, 0, 1, 1)));
        store.close();
        store = ProjectStore.open(folder, Sample.KIM);
        StoredRun found = store.runs().find(run).orElseThrow();
        assertThat(found.finished()).isFalse();
        assertThat(found.pages()).isEqualTo(1);
        assertThatThrownBy(() -> store.runs().put(run, "p2", prediction(new Box(0, 0, 1, 1))))
                .hasMessageContaining("ended");
    }

    @Test
    void predictionsTurnWithTheirPage() {
        long run = begin();
        store.runs().put(run, "p1", prediction(new Box(0, 0, 10, 20)));
        store.runs().finish(run);
        store.apply(new TurnPage("p1", 1), 0);
        Box turned = store.runs()
                .prediction(run, "p1")
                .orElseThrow()
                .regions()
                .get(0)
                .detection()
                .box();
        assertThat(turned).isEqualTo(new Box(980, 0, 1000, 10));
    }
}
