package sigmark.app.guide.quiz;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import sigmark.app.base.Desk;

/** What a curator sets: the share of right answers that passes, and how many examples are asked. */
final class QuizSettings extends HBox {
    private final TextField threshold = new TextField();
    private final TextField asked = new TextField();
    private final QuizModel model;

    QuizSettings(Desk desk, QuizModel model) {
        super(8);
        this.model = model;
        setId("quiz-settings");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(name(desk, "guide.quiz.threshold", threshold), threshold);
        getChildren().addAll(name(desk, "guide.quiz.asked", asked), asked);
        threshold.setId("quiz-threshold");
        asked.setId("quiz-asked");
        for (TextField field : new TextField[] {threshold, asked}) {
            field.setPrefColumnCount(4);
            field.setOnAction(event -> keep());
            field.focusedProperty().addListener((property, old, now) -> {
                if (!now) {
                    keep();
                }
            });
        }
        model.standingProperty().subscribe(standing -> {
            threshold.setText(Long.toString(Math.round(standing.setting().threshold() * 100)));
            asked.setText(Integer.toString(standing.setting().asked()));
        });
    }

    private static Label name(Desk desk, String key, TextField field) {
        Label label = desk.texts().on(new Label(), key);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        field.accessibleTextProperty().bind(desk.texts().live(key));
        return label;
    }

    private void keep() {
        model.set(number(threshold).map(percent -> percent / 100), number(asked).map(Double::intValue));
    }

    private static Optional<Double> number(TextField field) {
        try {
            return Optional.of(Double.parseDouble(field.getText().strip().replace("%", "")));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
