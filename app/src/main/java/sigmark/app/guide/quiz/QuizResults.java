package sigmark.app.guide.quiz;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.labeling.guide.QuizResult;

/** Who took the quiz, when, how it ended, and which rules they missed; the newest first. */
final class QuizResults extends VBox {
    private static final int MOST = 200;

    private final Desk desk;

    QuizResults(Desk desk, List<QuizResult> results) {
        super(6);
        this.desk = desk;
        setId("quiz-results");
        getChildren().add(QuizPage.line(desk.texts().text("guide.quiz.results"), "section-title"));
        if (results.isEmpty()) {
            getChildren().add(QuizPage.line(desk.texts().text("guide.quiz.results.none"), "text-muted"));
        }
        results.stream().limit(MOST).forEach(result -> getChildren().add(row(result)));
    }

    private HBox row(QuizResult result) {
        Label person = QuizPage.line(result.person(), "row-title");
        person.setMinWidth(110);
        Chip chip = result.passed()
                ? new Chip(Chip.Tint.GOOD, "fth-check-circle", desk.texts().live("guide.quiz.result.passed"))
                : new Chip(Chip.Tint.WARNING, "fth-corner-up-left", desk.texts().live("guide.quiz.result.failed"));
        Label score = QuizPage.line(desk.texts()
                .text(
                        "guide.quiz.result",
                        "correct",
                        result.correct(),
                        "asked",
                        result.asked(),
                        "guide",
                        result.guideVersion(),
                        "when",
                        desk.texts().numbers().ago(result.at(), Instant.now(), ZoneId.systemDefault())));
        score.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(10, person, chip, score);
        if (!result.missed().isEmpty()) {
            row.getChildren()
                    .add(QuizPage.line(
                            desk.texts().text("guide.quiz.result.missed", "rules", String.join(", ", result.missed())),
                            "text-muted"));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
