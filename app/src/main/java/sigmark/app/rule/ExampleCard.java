package sigmark.app.rule;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.control.Icons;
import sigmark.app.latex.FormulaPane;
import sigmark.labeling.guide.GuideExample;

/** An example: its picture with the box, its LaTeX, and how that is drawn. Style class {@code example-card}. */
public final class ExampleCard extends VBox {
    private static final double WIDEST = 330;
    private static final double HIGHEST = 150;

    private final ImageView picture = new ImageView();
    private final Label latex = new Label();
    private final FormulaPane rendering;

    /** @param broken whether its own rule judges it wrongly */
    public ExampleCard(RuleDesk rules, GuideExample example, boolean broken) {
        getStyleClass().addAll("example-card", example.good() ? "example-good" : "example-bad");
        Label title = new Label();
        title.setGraphic(Icons.of(example.good() ? "fth-check" : "fth-x", 13));
        title.textProperty()
                .bind(rules.desk().texts().live(example.good() ? "guide.like-this" : "guide.not-like-this"));
        title.getStyleClass().add("example-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label note = new Label(example.note(rules.language()));
        note.getStyleClass().add("example-note");
        HBox head = new HBox(8, title, note);
        head.getStyleClass().add("example-head");
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("example-picture");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        latex.getStyleClass().addAll("mono", "example-latex");
        latex.setWrapText(true);
        latex.setMaxWidth(Double.MAX_VALUE);
        rendering = new FormulaPane(rules.pictures(), 16).alignedLeft();
        rendering.setMaxHeight(40);
        rendering.getStyleClass().add("example-rendering");
        getChildren().addAll(head, frame, latex);
        if (broken) {
            Label warning = rules.desk().texts().on(new Label(), "guide.example.broken");
            warning.setGraphic(Icons.of("fth-alert-triangle", 13));
            warning.getStyleClass().addAll("warning", "example-broken");
            getChildren().add(warning);
        }
        rules.show(
                example,
                this::fill,
                problem -> latex.setText(rules.desk().texts().what(problem)));
    }

    private void fill(RuleDesk.Shown shown) {
        picture.setImage(shown.picture());
        double scale = Math.min(
                1,
                Math.min(
                        WIDEST / shown.picture().getWidth(),
                        HIGHEST / shown.picture().getHeight()));
        picture.setFitWidth(shown.picture().getWidth() * scale);
        String text = shown.exhibit().label().latex().orElse("");
        latex.setText(text);
        latex.setVisible(!text.isEmpty());
        latex.setManaged(!text.isEmpty());
        if (!text.isEmpty()) {
            rendering.show(text);
            getChildren().add(getChildren().indexOf(latex) + 1, rendering);
        }
        setAccessibleText(text);
    }
}
