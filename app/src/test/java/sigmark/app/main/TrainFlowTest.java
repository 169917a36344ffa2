package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.base.words.Language;
import sigmark.app.run.PipelineMachine;
import sigmark.app.run.RunWorkbench;
import sigmark.app.run.train.LessonMachine;
import sigmark.app.run.train.TrainMachine;
import sigmark.app.run.train.TrainWish;
import sigmark.app.work.Installation;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.train.ModelShelf;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/** A person trains a tiny recognizer in the window, stops it, goes on, and finds its pipeline in the list. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class TrainFlowTest {
    private static final String SHAPE =
            """
            channels: [8, 12, 16]
            blocks: [0, 0, 0]
            width: 24
            heads: 2
            inner: 24
            layers: 1
            maxTokens: 60
            scaling: {signHeight: 12, margin: 3, maxHeight: 96, maxWidth: 480}
            """;

    @TempDir
    Path folder;

    private FlowWindow flow;

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void aTrainingIsStoppedResumedAndItsModelChosen() throws Exception {
        open(lessons());
        Path shape = Files.writeString(folder.resolve("shape.yaml"), SHAPE);
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        flow.press(KeyCode.CONTROL, KeyCode.T);
        flow.until("the training half is shown", () -> flow.shows("#train-start"));
        type("#train-name", "mine");
        type("#train-steps", "3000");
        type("#train-architecture", shape.toString());
        flow.robot.clickOn(word("#train-data", "drawn"));
        flow.robot.clickOn("#train-start");
        flow.until("a report is shown", () -> words().contains("samples a CPU second"));
        assertThat(flow.shows("#loss-chart")).isTrue();

        flow.robot.clickOn("#train-cancel");
        flow.until("it can go on", () -> flow.shows(".train-resume") && words().contains("cancelled; can go on"));
        shorten(folder.resolve("runs/mine/settings.yaml"));
        flow.robot.clickOn(".train-resume");
        flow.until("the model is there", () -> flow.shows("#train-choose"));
        assertThat(folder.resolve("models/mine-1/card.json")).exists();
        foreignWords();

        flow.robot.clickOn("#train-choose");
        flow.until("its pipeline is chosen", () -> flow.robot.lookup(".choice-card.chosen").queryAll().stream()
                .anyMatch(card -> ((Button) card).getAccessibleText().startsWith("mine-1")));
    }

    @Test
    void withoutPyTorchItSaysHowToGetIt() throws Exception {
        open(new NoPyTorch());
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        flow.press(KeyCode.CONTROL, KeyCode.T);
        flow.until("what is missing is said", () -> flow.shows("#train-impossible"));
        assertThat(words()).anyMatch(word -> word.contains("sigmark-training"));
        Button start = flow.robot.lookup("#train-start").queryButton();
        assertThat(start.isDisabled()).isTrue();
        foreignWords();
    }

    private void open(TrainMachine machine) throws Exception {
        SmallSample.make(folder.resolve("p"), folder.resolve("scratch"), Progress.SILENT);
        var pipelines = Installation.pipelines(List.of(folder.resolve("models")), folder.resolve("pipelines"), 1);
        var runs = new PipelineMachine(pipelines, new PipelineRuns(pipelines, Clock.systemUTC()));
        flow = new FlowWindow(
                preferences -> preferences, List.of(workspace -> new RunWorkbench(workspace, runs, machine)));
        flow.open(folder.resolve("p"));
    }

    private LessonMachine lessons() {
        var pipelines = Installation.pipelines(List.of(folder.resolve("models")), folder.resolve("pipelines"), 1);
        return new LessonMachine(
                new ModelShelf(pipelines.models(), folder.resolve("models"), folder.resolve("pipelines")),
                folder.resolve("runs"));
    }

    /** So that the test need not wait for all steps. */
    private static void shorten(Path settings) throws Exception {
        String text = Files.readString(settings);
        assertThat(text).contains("steps: 3000");
        Files.writeString(settings, text.replace("steps: 3000", "steps: 40"));
    }

    private void foreignWords() {
        for (Language language : List.of(Language.KOREAN, Language.ENGLISH)) {
            flow.robot.clickOn("#language-button");
            ForeignWords foreign = new ForeignWords(language);
            assertThat(FlowWindow.on(() -> foreign.in(flow.root())))
                    .as("training in %s", language)
                    .isEmpty();
        }
    }

    private void type(String field, String text) {
        FlowWindow.on(() -> {
            flow.robot.lookup(field).queryAs(TextField.class).setText(text);
            return true;
        });
    }

    private Labeled word(String in, String word) {
        return flow.robot.lookup(in + " .toggle-button").queryAll().stream()
                .map(Labeled.class::cast)
                .filter(each -> each.getText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private List<String> words() {
        return flow.robot.lookup("#train-curves").lookup(".label").queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    /** A machine without the training package. */
    private static final class NoPyTorch implements TrainMachine {
        @Override
        public boolean canTrain() {
            return false;
        }

        @Override
        public List<String> models(TrainWish.Task task) {
            return List.of("recognizer-1");
        }

        @Override
        public List<Broken> broken() {
            return List.of();
        }

        @Override
        public Optional<String> learn(
                ProjectStore store, TrainWish wish, Consumer<TrainingReport> told, Progress progress) {
            throw new IllegalStateException("nothing can be trained");
        }
    }
}
