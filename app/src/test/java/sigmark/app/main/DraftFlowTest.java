package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.Destination;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.packing.Asking;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.guide.GuideStore;

/** A curator writes the next guide: words, a wrong example, a region, a rule out of a question; publishes; looks back. */
class DraftFlowTest {
    @TempDir
    Path folder;

    private FlowWindow flow;
    private Path project;
    private String question = "";
    private FormulaRegion region;

    @BeforeEach
    void open() throws Exception {
        project = folder.resolve("p");
        SmallSample.make(project, folder.resolve("scratch"), Progress.SILENT);
        try (ProjectStore store = ProjectStore.open(project, new Author("Kim"))) {
            new GuideStore(store).adoptShipped();
            String page = store.pages().ids(SliceQuery.ALL).get(0);
            region = store.regions().ofPage(page, Layer.HUMAN).get(0);
            Asking asking = new Asking(store);
            question = asking.ask(asking.aboutRegion(region.id()), "Does the comma count?", Optional.empty(), false)
                    .id();
            new QuestionStore(store).answer(question, "It stays outside.");
        }
        flow = new FlowWindow(preferences -> preferences);
        flow.open(project);
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void theNextGuideIsWrittenSeenComparedAndPublished() throws Exception {
        go(Destination.of("guide").query("F-02"));
        flow.until("a rule is shown", () -> flow.shows("#rule-view"));
        flow.press(KeyCode.E);
        flow.until("its editor is open", () -> flow.shows("#rule-editor"));
        type("#draft-words", "A plain number is *no* formula.");
        flow.until("the draft is kept", () -> draft().filter(
                        guide -> guide.in("en").rule("F-02").markdown().startsWith("A plain number is"))
                .isPresent());
        assertThat(text("#draft-state")).isEqualTo("Draft of guide 2");

        type("#draft-example", "x=3");
        fire("#draft-add-bad");
        flow.until("a wrong example is said at once", () -> flow.shows("#draft-preview .example-broken"));
        assertThat(flow.shows("#rule-editor .row-broken")).isTrue();
        fire("#remove-F-02-bad-4");

        go(Destination.of("guide").query("draft").page(region.pageId()).region(region.id()));
        flow.until("the region is offered", () -> flow.shows("#region-offer .example-card"));
        type("#draft-note", "from a slide");
        fire("#draft-region-good");
        flow.until("the region is an example", () -> draft().flatMap(guide -> guide.rule("F-02"))
                .filter(rule ->
                        rule.examples(true).stream().anyMatch(example -> example.scene() instanceof ExampleScene.Cut))
                .isPresent());

        go(Destination.of("guide").query("questions"));
        flow.until(
                "the question is listed",
                () -> list("#question-list").getItems().size() == 1);
        FlowWindow.on(() -> {
            list("#question-list").getSelectionModel().select(0);
            list("#question-list").requestFocus();
            return true;
        });
        flow.until("its answer is shown", () -> flow.shows(".question-answer"));
        flow.press(KeyCode.R);
        flow.until(
                "a rule says what was answered", () -> draft().filter(guide -> guide.in("ko").rules().values().stream()
                                .anyMatch(words -> words.markdown().equals("It stays outside.")))
                        .isPresent());
        type("#publish-note", "Numbers said anew");
        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
        flow.until(
                "the versions are shown",
                () -> flow.shows("#versions-page")
                        && !list("#change-list").getItems().isEmpty());
        assertThat(list("#change-list").getItems()).hasSize(2);
        fire("#impact-find");
        flow.until(
                "labels were looked for",
                () -> !text("#impact-said").contains("Space opens")
                        ? text("#impact-said").contains("None of")
                        : flow.shows("#impact-list"));
        flow.close();

        try (ProjectStore store = ProjectStore.open(project, new Author("Lee"))) {
            List<GuideVersion> versions = new GuideStore(store).versions();
            assertThat(versions).extracting(GuideVersion::note).containsExactly("Numbers said anew", "");
            assertThat(new GuideStore(store).draft()).isEmpty();
            assertThat(new QuestionStore(store).find(question).orElseThrow().guideVersion())
                    .hasValue(2);
        }
        flow = new FlowWindow(preferences -> preferences);
    }

    private ListView<?> list(String query) {
        return flow.robot.lookup(query).query();
    }

    private void go(Destination destination) {
        FlowWindow.on(() -> {
            flow.window().shell().go(destination);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ProjectStore store() {
        return flow.window()
                .shell()
                .projectProperty()
                .get()
                .orElseThrow()
                .workspace()
                .store();
    }

    private Optional<Guide> draft() {
        return new GuideStore(store()).draft().map(draft -> GuideReader.read(draft.source())
                .guide());
    }

    private String text(String query) {
        return flow.robot.lookup(query).<Labeled>query().getText();
    }

    private void type(String field, String text) {
        FlowWindow.on(() -> {
            TextInputControl control = flow.robot.lookup(field).queryTextInputControl();
            control.requestFocus();
            control.setText(text);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fire(String button) {
        FlowWindow.on(() -> {
            flow.robot.lookup(button).<Button>query().fire();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
