package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.base.Destination;
import sigmark.app.base.words.Language;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.Layer;
import sigmark.labeling.question.Crop;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionSelection;
import sigmark.labeling.question.QuestionState;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;

/** Questions and packages: what is listed, what empty lists say, and what is offered to somebody who asks. */
class QuestionsFlowTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");

    @TempDir
    Path folder;

    private FlowWindow flow;

    @BeforeEach
    void open() throws Exception {
        flow = new FlowWindow(preferences -> preferences);
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void emptyListsSayWhatWouldBeThereAndWhatToDoNextInBothLanguages() throws Exception {
        ProjectStore.create(folder.resolve("p"), "School", new Author("Kim")).close();
        flow.open(folder.resolve("p"));
        speak(Language.ENGLISH);
        show("questions");
        assertThat(said("#question-list")).contains("would be listed here", "Alt+Q");
        show("packages");
        assertThat(said("#package-list")).contains("would be listed here", "New package");
        speak(Language.KOREAN);
        assertThat(said("#package-list")).contains("여기에 나온다", "새 꾸러미");
        show("questions");
        assertThat(said("#question-list")).contains("여기에 나온다", "Alt+Q");
    }

    @Test
    void questionsAreChosenByRuleAndLabelerAndOrderedAndTheMedianIsSaid() throws Exception {
        try (ProjectStore store = ProjectStore.create(folder.resolve("p"), "School", new Author("Kim"))) {
            QuestionStore questions = new QuestionStore(store);
            questions.put(List.of(
                    asked("q1", "L-10", "Park", 0)
                            .answered(new Question.Answer("Yes.", "Kim", MORNING.plusSeconds(7200))),
                    asked("q2", "L-9", "Choi", 60),
                    asked("q3", "L-9", "Park", 120)));
        }
        flow.open(folder.resolve("p"));
        speak(Language.ENGLISH);
        turn("questions");
        flow.until("open ones come first", () -> listed().equals(List.of("q2", "q3", "q1")));
        assertThat(figures()).contains("3 shown", "2 open", "median answer 2");
        choose("#question-order", QuestionSelection.Order.NEWEST);
        flow.until("the newest comes first", () -> listed().equals(List.of("q3", "q2", "q1")));
        choose("#question-rule", Optional.of("L-9"));
        flow.until("one rule is listed", () -> listed().equals(List.of("q3", "q2")));
        assertThat(figures()).contains("none answered yet");
        choose("#question-labeler", Optional.of("Choi"));
        flow.until("one labeler is listed", () -> listed().equals(List.of("q2")));
        choose("#question-rule", Optional.of("L-10"));
        flow.until("none fits", () -> flow.shows("#question-show-all"));
        FlowWindow.on(() -> {
            flow.robot.lookup("#question-show-all").queryButton().fire();
            return true;
        });
        flow.until("all are listed again", () -> listed().size() == 3);
    }

    @Test
    void whoAsksIsOfferedRulesAndOpensOneByKeyAndComesBackToWhatWasTyped() throws Exception {
        Path project = folder.resolve("p");
        SmallSample.make(project, folder.resolve("scratch"), Progress.SILENT);
        flow.open(project);
        speak(Language.ENGLISH);
        FlowWindow.on(this::beginToAsk);
        flow.until("the question is begun", () -> flow.shows("#question-text"));
        FlowWindow.on(() -> {
            TextInputControl text = flow.robot.lookup("#question-text").queryTextInputControl();
            text.requestFocus();
            text.setText("Are bullets and end marks formulas?");
            return true;
        });
        flow.until("the rule is offered first", () -> offered().startsWith("F-10  Bullets"));
        flow.press(KeyCode.ALT, KeyCode.DIGIT1);
        flow.until("the rule is open", () -> flow.shows("#rules-page") && !flow.shows("#questions-page"));
        flow.until("it is the one that was offered", () -> chosenRule().contains("F-10"));
        FlowWindow.on(this::beginToAsk);
        flow.until("the question is shown again", () -> flow.shows("#question-text"));
        assertThat(flow.robot.lookup("#question-text").queryTextInputControl().getText())
                .isEqualTo("Are bullets and end marks formulas?");
        speak(Language.KOREAN);
        flow.until("the rule is offered in Korean", () -> offered().startsWith("F-10  글머리"));
    }

    /** As the key does that asks from Label. */
    private boolean beginToAsk() {
        String page = store().pages().ids(SliceQuery.ALL).get(0);
        String region = store().regions().ofPage(page, Layer.HUMAN).get(0).id();
        flow.window()
                .shell()
                .go(Destination.of("guide").query("questions").page(page).region(region));
        return true;
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

    private String chosenRule() {
        return String.valueOf(flow.robot
                .lookup("#rule-list")
                .<ListView<Object>>query()
                .getSelectionModel()
                .getSelectedItem());
    }

    /** The words of the first rule that is offered. */
    private String offered() {
        return flow.robot.lookup("#question-similar .similar-rule").queryAll().stream()
                .findFirst()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private static Question asked(String id, String rule, String by, int seconds) {
        return new Question(
                id,
                "page",
                Optional.empty(),
                Optional.of(rule),
                "Question " + id,
                "",
                Crop.NONE,
                false,
                by,
                MORNING.plusSeconds(seconds),
                Optional.empty(),
                QuestionState.OPEN,
                Optional.empty(),
                OptionalInt.empty());
    }

    private List<String> listed() {
        return flow.robot.lookup("#question-list").<ListView<Question>>query().getItems().stream()
                .map(Question::id)
                .toList();
    }

    private String figures() {
        return FlowWindow.on(
                () -> flow.robot.lookup("#question-figures").queryLabeled().getText());
    }

    private <T> void choose(String box, T value) {
        FlowWindow.on(() -> {
            ComboBox<T> combo = flow.robot.lookup(box).queryComboBox();
            combo.setValue(value);
            return true;
        });
    }

    private void speak(Language language) {
        FlowWindow.on(() -> {
            flow.window().desk().texts().speak(language);
            return true;
        });
    }

    private void turn(String page) throws Exception {
        FlowWindow.on(() -> {
            flow.window().shell().go(Destination.of("guide").query(page));
            return true;
        });
        flow.until("the page is shown", () -> flow.shows("#" + page + "-page"));
    }

    private void show(String page) throws Exception {
        turn(page);
        flow.until("the empty list is there", () -> flow.shows("#" + page + "-page .empty-state"));
    }

    /** All words of an empty list. */
    private String said(String list) {
        return FlowWindow.on(() -> flow.robot.lookup(list + " .empty-state").queryParent().lookupAll("*").stream()
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : "")
                .reduce("", (one, other) -> one + "\n" + other));
    }
}
