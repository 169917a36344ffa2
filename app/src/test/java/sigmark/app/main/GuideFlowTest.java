package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.labeling.edit.Author;
import sigmark.labeling.guide.Dispute;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.guide.DisputeStore;
import sigmark.labeling.store.guide.GuideStore;

/** A person meets the guide: reads a rule, breaks one while typing, mends it by key, is stopped at submit. */
class GuideFlowTest {
    @TempDir
    Path folder;

    private FlowWindow flow;
    private Path project;

    @BeforeEach
    void open() throws Exception {
        project = folder.resolve("p");
        SmallSample.make(project, folder.resolve("scratch"), sigmark.inference.work.Progress.SILENT);
        try (ProjectStore store = ProjectStore.open(project, new Author("Kim"))) {
            new GuideStore(store).adoptShipped();
        }
        flow = new FlowWindow(preferences -> preferences);
        flow.open(project);
    }

    @AfterEach
    void close() {
        flow.close();
    }

    private String text(String query) {
        return flow.robot.lookup(query).<Labeled>query().getText();
    }

    @Test
    void aBrokenRuleIsSaidWhileTypingMendedByKeyAndStopsSubmit() throws Exception {
        flow.until("the page is shown", () -> flow.shows("#page-canvas"));
        flow.press(KeyCode.TAB);
        flow.press(KeyCode.CONTROL, KeyCode.A);
        flow.robot.write("x\\leq 3");
        flow.until("the violation is shown", () -> flow.shows("#rule-card #fix"));
        flow.press(KeyCode.ALT, KeyCode.E);
        flow.until("examples are shown", () -> flow.shows("#rule-examples .example-card"));
        flow.press(KeyCode.ALT, KeyCode.F);
        flow.until("the fix is typed", () -> shownLatex().equals("x\\le 3"));
        flow.until("nothing is left to fix", () -> !flow.shows("#rule-card #fix"));

        flow.press(KeyCode.CONTROL, KeyCode.A);
        flow.robot.write("\\frac{1}{2");
        flow.until("the blocking rule is shown", () -> flow.shows("#rule-card"));
        flow.press(KeyCode.ALT, KeyCode.D);
        flow.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        flow.until("the places are listed", () -> flow.shows("#blocked .blocked-row"));
        flow.robot.clickOn("#latex");
        flow.press(KeyCode.CONTROL, KeyCode.A);
        flow.robot.write("\\frac{1}{2}");
        flow.until("the place is mended", () -> !flow.shows("#blocked .blocked-row"));
        flow.close();

        try (ProjectStore store = ProjectStore.open(project, new Author("Lee"))) {
            assertThat(store.pages().list(SliceQuery.ALL)).noneMatch(page -> page.state() == LabelState.SUBMITTED);
            assertThat(new DisputeStore(store).list())
                    .extracting(Dispute::ruleId, Dispute::person)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("L-02", "Kim"));
            assertThat(new QuestionStore(store).list()).singleElement().satisfies(question -> {
                assertThat(question.rule()).contains("L-02");
                assertThat(question.latex()).isEqualTo("\\frac{1}{2");
                assertThat(question.crop().isThere()).isTrue();
                assertThat(new DisputeStore(store).list())
                        .extracting(Dispute::questionId)
                        .containsExactly(java.util.Optional.of(question.id()));
            });
        }
        flow = new FlowWindow(preferences -> preferences);
    }

    private String shownLatex() {
        return flow.robot
                .lookup("#latex .latex-area")
                .<org.fxmisc.richtext.CodeArea>query()
                .getText();
    }

    @Test
    void rulesAreReadWithTheirExamples() throws Exception {
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        flow.until("the list is filled", () -> flow.shows("#rule-list"));
        flow.press(KeyCode.J);
        flow.until("a rule is shown", () -> flow.shows("#rule-view .example-card"));
        assertThat(text("#rule-view .rule-id")).isEqualTo("F-01");
        flow.press(KeyCode.SLASH);
        flow.robot.write("\\geq");
        flow.until(
                "the search narrows",
                () -> flow.robot
                                .lookup("#rule-list")
                                .<javafx.scene.control.ListView<?>>query()
                                .getItems()
                                .size()
                        <= 4);
        assertThat(text("#guide-version")).isEqualTo("Guide 1");
    }
}
