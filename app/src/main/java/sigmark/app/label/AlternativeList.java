package sigmark.app.label;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;

/** The model's readings as renderings with what differs, taken by Alt and their number. */
final class AlternativeList extends VBox {
    private static final double ROW = 34;
    private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

    private final Desk desk;
    private final RegionCommands commands;
    private final FormulaPictures pictures;
    private final VBox rows = new VBox();
    private List<Alternative> shown = List.of();

    AlternativeList(Desk desk, RegionCommands commands, FormulaPictures pictures) {
        super(4);
        this.desk = desk;
        this.commands = commands;
        this.pictures = pictures;
        getStyleClass().addAll("pane-section", "alternatives");
        Label title = desk.texts().on(new Label(), "label.alternatives");
        title.getStyleClass().add("section-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox heading = new HBox(8, title, space, new KeyCaps(List.of("Alt", "1–5")));
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(heading, rows);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(List<Alternative> alternatives, String latex) {
        setVisible(!alternatives.isEmpty());
        if (!alternatives.equals(shown)) {
            shown = alternatives;
            rows.getChildren().clear();
            for (int i = 0; i < alternatives.size(); i++) {
                rows.getChildren().add(row(i + 1, alternatives.get(i)));
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            rows.getChildren()
                    .get(i)
                    .pseudoClassStateChanged(TAKEN, shown.get(i).latex().equals(latex));
        }
    }

    private Button row(int number, Alternative alternative) {
        FormulaPane picture = new FormulaPane(pictures, 15).alignedLeft();
        picture.setPrefHeight(ROW - 8);
        picture.setMaxHeight(ROW - 8);
        picture.show(alternative.latex());
        HBox.setHgrow(picture, Priority.ALWAYS);
        Label difference = new Label(alternative.difference());
        difference.getStyleClass().add("difference");
        difference.setMinWidth(USE_PREF_SIZE);
        difference.setVisible(!alternative.difference().isEmpty());
        difference.managedProperty().bind(difference.visibleProperty());
        Label score = new Label(String.format(java.util.Locale.ROOT, "%.2f", alternative.score()));
        score.getStyleClass().add("alternative-score");
        score.setMinWidth(34);
        score.setAlignment(Pos.CENTER_RIGHT);
        HBox inside = new HBox(10, new KeyCaps(List.of(String.valueOf(number))), picture, difference, score);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.setGraphic(inside);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().setAll("alternative");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setPrefHeight(ROW);
        row.setFocusTraversable(false);
        inside.prefWidthProperty().bind(row.widthProperty().subtract(16));
        row.setAccessibleText(
                desk.texts().text("label.alternative.spoken", "number", number, "latex", alternative.latex()));
        row.setOnAction(event -> commands.takeAlternative(number));
        return row;
    }
}
