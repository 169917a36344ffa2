package sigmark.app.analyze.compare;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.analysis.compare.SamplePair;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.analyze.model.VerdictViewModel;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.CropView;
import sigmark.app.analyze.part.SampleText;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.key.Action;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.verdict.Look;
import sigmark.labeling.verdict.Preference;
import sigmark.labeling.verdict.Weight;

/** One pair to judge: crop and truth, two readings left and right; whose is whose is said only after an answer. */
final class LookCard extends VBox {
    private static final double TYPE = 17;

    private final Desk desk;
    private final VerdictViewModel view;
    private final CropView crop;
    private final FormulaPane truth;
    private final Side left;
    private final Side right;
    private final Label answer = new Label();

    LookCard(Desk desk, VerdictViewModel view, CompareActions actions, CropStore crops, FormulaPictures formulas) {
        super(8);
        this.desk = desk;
        this.view = view;
        getStyleClass().addAll("inspector-section", "look-card");
        setId("look-card");
        crop = new CropView(crops);
        crop.setMinHeight(52);
        crop.setMaxHeight(52);
        truth = new FormulaPane(formulas, TYPE);
        left = new Side(desk, formulas, "1");
        right = new Side(desk, formulas, "2");
        HBox sides = new HBox(8, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        answer.getStyleClass().add("text-caption");
        answer.setId("look-answer");
        answer.setWrapText(true);
        answer.setMinHeight(32);
        answer.setAlignment(Pos.TOP_LEFT);
        getChildren()
                .addAll(
                        new HBox(8, boxed(crop), boxed(framed(truth, "truth-box"))),
                        sides,
                        buttons(actions.left(), actions.right(), actions.equal()),
                        answer,
                        buttons(actions.real(), actions.cosmetic(), actions.truthWrong(), actions.next()));
        view.pairProperty().addListener((property, old, now) -> show(now));
        view.sheetProperty().addListener((property, old, now) -> say());
        desk.texts().wordsProperty().addListener((property, old, now) -> say());
        show(view.pairProperty().get());
    }

    private static Node boxed(javafx.scene.layout.Region content) {
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setPrefWidth(160);
        return content;
    }

    private static StackPane framed(FormulaPane pane, String style) {
        StackPane box = new StackPane(pane);
        box.getStyleClass().addAll("rendering", style);
        box.setMinHeight(52);
        box.setMaxHeight(52);
        box.setMinWidth(0);
        pane.setMaxHeight(40);
        return box;
    }

    private Node buttons(Action... actions) {
        FlowPane buttons = new FlowPane(6, 6);
        for (Action action : actions) {
            ActionButton button = ActionButton.of(desk, action);
            button.getStyleClass().add("small");
            button.setId(action.id().replace('.', '-'));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private void show(Optional<SamplePair> pair) {
        pair.ifPresentOrElse(
                now -> {
                    boolean candidateLeft = VerdictViewModel.candidateLeft(now);
                    crop.show(now.first());
                    truth.show(SampleText.truth(now.first()).orElse(""), true, TYPE);
                    left.show(candidateLeft ? now.first() : now.second());
                    right.show(candidateLeft ? now.second() : now.first());
                },
                crop::clear);
        say();
    }

    /** What was answered, and only then whose reading is whose. */
    private void say() {
        Optional<SamplePair> pair = view.pairProperty().get();
        if (pair.isEmpty()) {
            answer.setText(desk.texts().text("analyze.verdict.nothing"));
            return;
        }
        Optional<Look> look = view.lookAt(pair.get());
        Preference preference = look.map(Look::preference).orElse(Preference.NONE);
        if (preference == Preference.NONE) {
            answer.setText(desk.texts().text("analyze.verdict.ask"));
            return;
        }
        String side = VerdictViewModel.candidateLeft(pair.get()) ? "1" : "2";
        String weight = look.map(Look::weight)
                .filter(given -> given != Weight.NONE)
                .map(given -> " " + desk.texts().text("analyze.verdict.weight." + given.word()) + ".")
                .orElse("");
        answer.setText(desk.texts().text("analyze.verdict.answer." + preference.word(), "side", side) + weight);
    }

    /** One reading; nothing on it tells whose it is. */
    private static final class Side extends VBox {
        private final FormulaPane reading;
        private final Label nothing;

        Side(Desk desk, FormulaPictures formulas, String name) {
            super(2);
            reading = new FormulaPane(formulas, TYPE);
            Label title = new Label(name);
            title.getStyleClass().add("text-caption");
            nothing = desk.texts().on(new Label(), "analyze.sample.nothing");
            nothing.getStyleClass().add("text-muted");
            StackPane frame = framed(reading, "look-side");
            frame.getChildren().add(nothing);
            getChildren().addAll(title, frame);
            setMinWidth(0);
            setPrefWidth(160);
        }

        void show(EvaluationSample sample) {
            String latex = SampleText.prediction(sample).orElse("");
            nothing.setVisible(latex.isBlank());
            reading.show(latex, true, TYPE);
        }
    }
}
