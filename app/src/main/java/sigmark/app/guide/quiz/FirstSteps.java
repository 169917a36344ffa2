package sigmark.app.guide.quiz;

import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;
import sigmark.labeling.delivery.WorkPackage;

/** What a labeler does first, in three lines: the package is open, then the quiz, then the first formula. */
final class FirstSteps {
    private FirstSteps() {}

    static VBox of(Desk desk, WorkPackage work, QuizModel model) {
        boolean passed = model.standingProperty().get().passed();
        VBox steps = new VBox(
                8,
                step(desk, true, "guide.quiz.step.package", "name", work.name(), "project", work.projectName()),
                step(desk, passed, "guide.quiz.step.quiz"),
                step(desk, false, "guide.quiz.step.formula"));
        work.deadline().ifPresent(due -> steps.getChildren()
                .add(QuizPage.line(
                        desk.texts()
                                .text(
                                        "guide.quiz.due",
                                        "date",
                                        desk.texts().numbers().date(due, LocalDate.now())),
                        "text-muted")));
        if (!work.note().isEmpty()) {
            steps.getChildren().add(QuizPage.line(work.note(), "text-muted"));
        }
        steps.setId("first-steps");
        steps.getStyleClass().add("card");
        return steps;
    }

    private static HBox step(Desk desk, boolean done, String key, Object... values) {
        Label mark = new Label();
        mark.setGraphic(Icons.of(done ? "fth-check-circle" : "fth-circle", 16));
        mark.getStyleClass().add(done ? "good" : "text-muted");
        mark.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        Label words = QuizPage.line(desk.texts().text(key, values));
        words.setAccessibleText(
                words.getText() + ", " + desk.texts().text(done ? "guide.quiz.done" : "guide.quiz.to-do"));
        HBox row = new HBox(8, mark, words);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
