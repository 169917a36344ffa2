package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.base.Workspace;
import sigmark.app.work.Keys;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.QuizResult;
import sigmark.labeling.guide.QuizSetting;
import sigmark.labeling.packing.HandIn;
import sigmark.labeling.packing.PackageIn;
import sigmark.labeling.packing.PackageOrder;
import sigmark.labeling.packing.StoredGuide;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;
import sigmark.labeling.store.guide.QuizStore;

/** A labeler opens the first package: quiz by keyboard, failed once, passed, first formula; the result goes back. */
class QuizFlowTest {
    @TempDir
    Path folder;

    private FlowWindow flow;

    @BeforeEach
    void send() throws Exception {
        SmallSample.make(folder.resolve("p"), folder.resolve("scratch"), Progress.SILENT);
        flow = new FlowWindow(preferences -> preferences);
        try (ProjectStore store = ProjectStore.open(folder.resolve("p"), new Author("Kim"))) {
            new GuideStore(store).adoptShipped();
            new QuizStore(store).set(new QuizSetting(0.75, 4));
            keys().out(store)
                    .send(
                            PackageOrder.untouched("Week 47", "A. Kim")
                                    .withQuery(SliceQuery.ALL, PackageOrder.LabelsSent.ALL),
                            folder.resolve("w.sigpack"),
                            Progress.SILENT);
        }
    }

    private Keys keys() {
        return new Keys(flow.window().home().resolve("data/keys"));
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void theQuizComesBeforeTheFirstFormulaAndItsResultGoesBack() throws Exception {
        flow.open(folder.resolve("w.sigpack"));
        flow.until("the first steps are said", () -> flow.shows("#first-steps"));
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(flow.shows("#page-canvas")).as("no label before the quiz").isFalse();

        take(false);
        assertThat(text("#quiz-end")).contains("0 of 4");
        assertThat(due()).isTrue();
        take(true);
        flow.until("it is passed", () -> !due());
        assertThat(text("#quiz-end")).contains("4 of 4");
        flow.press(KeyCode.ENTER);
        flow.until("the first page is there", () -> flow.shows("#page-canvas"));

        HandIn.Made made = handIn();
        flow.close();
        try (ProjectStore store = ProjectStore.open(folder.resolve("p"), new Author("Kim"))) {
            new PackageIn(store, Keys.guide())
                    .merge(
                            folder.resolve("r.sigpack"),
                            Resolution.ASK,
                            Optional.of(made.fingerprint()),
                            Progress.SILENT);
            assertThat(new QuizStore(store).results())
                    .extracting(QuizResult::person, QuizResult::correct)
                    .containsExactlyInAnyOrder(tuple("A. Kim", 0), tuple("A. Kim", 4));
            assertThat(new StoredGuide().files(store, "A. Kim").get("guide.json"))
                    .asString(StandardCharsets.UTF_8)
                    .as("nobody passes twice")
                    .contains("\"correct\":4")
                    .doesNotContain("\"correct\":0");
        }
        flow = new FlowWindow(preferences -> preferences);
    }

    private Workspace workspace() {
        return flow.window().shell().projectProperty().get().orElseThrow().workspace();
    }

    private boolean due() {
        return workspace().quizDueProperty().get();
    }

    private String text(String query) {
        return flow.robot.lookup(query).<Labeled>query().getText();
    }

    private HandIn.Made handIn() {
        return FlowWindow.on(() -> {
            ProjectStore copy = workspace().store();
            copy.apply(new SetPageState(copy.pages().ids(SliceQuery.ALL).get(0), LabelState.SUBMITTED), 500);
            return keys().handIn(copy).write(folder.resolve("r.sigpack"), Progress.SILENT);
        });
    }

    /** Answers each question rightly or wrongly, by key. */
    private void take(boolean rightly) throws Exception {
        flow.press(KeyCode.ENTER);
        for (int i = 0; i < 4; i++) {
            flow.until("an example is shown", () -> flow.shows("#quiz-card") && !flow.shows("#quiz-verdict"));
            boolean good =
                    ((GuideExample) flow.robot.lookup("#quiz-card").query().getUserData()).good();
            flow.press(good == rightly ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
            flow.until("the rule is shown", () -> flow.shows("#quiz-verdict"));
            flow.press(KeyCode.ENTER);
        }
        flow.until("it has ended", () -> flow.shows("#quiz-end"));
    }
}
