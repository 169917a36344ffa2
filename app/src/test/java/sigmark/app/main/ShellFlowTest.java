package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.Job;
import sigmark.app.base.Workbench;
import sigmark.app.base.key.Action;
import sigmark.app.base.settings.Tone;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** What a person does with the window itself, as flows. */
class ShellFlowTest extends ApplicationTest {
    private TestWindow window;

    @Override
    public void start(Stage stage) {
        window = new TestWindow(
                stage, preferences -> preferences.withPerson(""), List.of(workspace -> new PlainBench()));
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void closeWindow() {
        interact(() -> window.close());
    }

    @Test
    void switchesLanguageAndThemeWhileRunning() {
        Node page = lookup("#start-page").query();
        assertThat(words(lookup("#start-sample").query())).contains("Open the sample");

        clickOn("#language-button");
        assertThat(words(lookup("#start-sample").query())).contains("예제 열기");
        assertThat(window.desk().settings().get().language()).contains(Language.KOREAN);

        clickOn("#theme-button");
        assertThat(page.getScene().getRoot().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("dark"));
        assertThat(page.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
        assertThat(window.desk().theme().tone()).isEqualTo(Tone.DARK);

        clickOn("#language-button");
        clickOn("#theme-button");
        assertThat(words(lookup("#start-sample").query())).contains("Open the sample");
        assertThat(page.getScene().getStylesheets()).noneMatch(sheet -> sheet.endsWith("dark.css"));
    }

    @Test
    void asksTheNameOnceAndMakesAProject() {
        press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        clickOn("#project-name").write("Exams 2026");
        clickOn("#project-create");
        assertThat(window.isOpen()).isFalse();
        assertThat(lookup("#person-field").query().isFocused()).isTrue();

        write("Kim Hana").type(KeyCode.ENTER);
        waitUntil(window::isOpen);

        assertThat(window.desk().settings().get().person()).isEqualTo("Kim Hana");
        Path folder = window.home().resolve("Sigmark").resolve("Exams 2026");
        assertThat(folder).isDirectory();
        assertThat(lookup("#plain-bench").query().isVisible()).isTrue();
        assertThat(words(lookup("#save-state").query())).contains("Saved");
        waitUntil(() -> !window.desk().settings().get().recent().isEmpty());
        assertThat(window.desk().settings().get().recent().get(0).name()).isEqualTo("Exams 2026");
    }

    @Test
    void aProjectThatWaitsForTheNameIsNamedOnThatPage() {
        Path project = window.home().resolve("Exams 2026");
        sigmark.labeling.store.ProjectStore.create(project, "Exams 2026", new sigmark.labeling.edit.Author("Lee"))
                .close();
        assertThat(lookup("#person-then").query().isVisible()).isFalse();

        interact(() -> window.open(project));
        assertThat(window.isOpen()).isFalse();
        assertThat(lookup("#person-then").queryLabeled().getText()).isEqualTo("Then this project opens: Exams 2026");
        clickOn("#language-button");
        assertThat(lookup("#person-then").queryLabeled().getText()).isEqualTo("확인한 다음 이 프로젝트를 연다: Exams 2026");
        clickOn("#start-sample");
        assertThat(lookup("#person-then").queryLabeled().getText()).isEqualTo("확인한 다음 예제 프로젝트를 연다.");

        interact(() -> {
            window.open(project);
            window.showSettings();
        });
        clickOn("#settings-person").write("Kim").clickOn("#settings-back");
        waitUntil(window::isOpen);
        assertThat(window.shell().projectProperty().get().orElseThrow().name()).isEqualTo("Exams 2026");
        assertThat(window.shell().waitingProperty().get()).isEmpty();
    }

    @Test
    void theSampleOpensWithAGuidedLookThatIsLeftForGood() {
        interact(() -> window.shell().nameGiven("Kim"));
        clickOn("#start-sample");
        waitUntil(window::isOpen);
        waitUntil(() -> !window.desk().settings().get().recent().isEmpty());
        assertThat(window.desk().settings().get().recent().get(0).pages()).isGreaterThanOrEqualTo(12);
        assertThat(lookup("#guided-look").tryQuery()).isPresent();

        clickOn("#look-next").clickOn("#look-leave");
        assertThat(lookup("#guided-look").tryQuery()).isEmpty();
        assertThat(window.desk().settings().get().lookTaken()).isTrue();
    }

    @Test
    void keySheetAndCommandSearchOpenByKeyAndGiveTheFocusBack() {
        type(KeyCode.F1);
        assertThat(lookup("#key-sheet").tryQuery()).isPresent();
        type(KeyCode.ESCAPE);
        assertThat(lookup("#key-sheet").tryQuery()).isEmpty();

        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        write("settings").type(KeyCode.ENTER);
        assertThat(window.shell().screenProperty().get()).isEqualTo(ShellModel.Screen.SETTINGS);
        clickOn("#settings-back");
        assertThat(window.shell().screenProperty().get()).isEqualTo(ShellModel.Screen.START);
    }

    @Test
    void aJobShowsInTheStatusBarAndStopsWhenCancelled() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicBoolean[] ended = {new AtomicBoolean()};
        Job[] job = new Job[1];
        interact(() -> job[0] = window.desk()
                .jobs()
                .run(
                        Message.of("job.import"),
                        progress -> {
                            progress.update(1, 4, "a.png");
                            running.countDown();
                            while (!progress.cancelled()) {
                                Thread.onSpinWait();
                            }
                            return 1;
                        },
                        kept -> ended[0].set(true),
                        problem -> stopped.set(true)));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("Importing pages").tryQuery()).isPresent();

        clickOn("#cancel-job");
        waitUntil(ended[0]::get);
        assertThat(job[0].state()).isEqualTo(Job.State.CANCELLED);
        assertThat(stopped).isFalse();
        assertThat(lookup("#cancel-job").tryQuery()).isEmpty();
    }

    @Test
    void aFailedWriteStaysOnScreenUntilItSucceeds() throws Exception {
        Path folder = Files.createTempDirectory("sigmark-flow").resolve("p");
        interact(() -> {
            window.shell().nameGiven("Kim");
            window.shell().create(folder, "p");
        });
        waitUntil(window::isOpen);
        AtomicBoolean full = new AtomicBoolean(true);
        interact(() -> window.shell()
                .projectProperty()
                .get()
                .orElseThrow()
                .workspace()
                .edits()
                .submit(
                        () -> {
                            if (full.get()) {
                                throw new ProblemException(Problem.of("project.disk-full", folder.toString()));
                            }
                            return 1;
                        },
                        done -> {},
                        refused -> {}));
        waitUntil(() -> lookup("Try again").tryQuery().isPresent());
        assertThat(words(lookup("#save-state").query())).contains("Not saved: 1 edit waits");

        full.set(false);
        clickOn("Try again");
        waitUntil(() -> lookup("Try again").tryQuery().isEmpty());
        assertThat(words(lookup("#save-state").query())).contains("Saved");
    }

    @Test
    void aProblemStaysUntilItIsPutAway() {
        interact(() -> window.shell().nameGiven("Kim"));
        interact(() -> window.open(window.home().resolve("nowhere")));
        waitUntil(() -> !window.desk().notices().problems().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        clickOn("Close");
        assertThat(window.desk().notices().problems()).isEmpty();
    }

    @Test
    void noKeyIsBoundTwiceWhereItActs() {
        assertThat(window.desk().keys().conflicts(window.window().actions().all()))
                .isEmpty();
    }

    private static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("did not happen within a minute", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** All words in a node, as a person reads them. */
    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        if (node instanceof Labeled labeled) {
            words.append(labeled.getText()).append(' ');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words.append(words(child)));
        }
        return words.toString();
    }

    /** A workbench with nothing in it. */
    private static final class PlainBench implements Workbench {
        private final StackPane node = new StackPane(new Label("bench"));

        PlainBench() {
            node.setId("plain-bench");
        }

        @Override
        public String id() {
            return "label";
        }

        @Override
        public String icon() {
            return "fth-edit-3";
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public List<Action> actions() {
            return List.of();
        }

        @Override
        public ObservableValue<String> place() {
            return new SimpleStringProperty("page 1");
        }

        @Override
        public ObservableValue<List<Action>> hints() {
            return new SimpleObjectProperty<>(List.of());
        }

        @Override
        public ObservableValue<String> remark() {
            return new SimpleStringProperty("");
        }

        @Override
        public void activated() {}
    }
}
