package sigmark.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;

/** The pages of the workbench side by side, each with what waits there. */
final class PageBar extends HBox {
    private final List<ToggleButton> buttons = new ArrayList<>();

    PageBar(Desk desk, List<GuidePage> pages, Consumer<GuidePage> show) {
        super(4);
        getStyleClass().add("guide-bar");
        setAlignment(Pos.CENTER_LEFT);
        for (GuidePage page : pages) {
            ToggleButton button = desk.texts().on(new ToggleButton(), page.textKey());
            button.setId("guide-go-" + page.id());
            button.getStyleClass().add("guide-tab");
            Label badge = new Label();
            badge.getStyleClass().add("guide-badge");
            badge.textProperty().bind(page.badge());
            badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
            badge.managedProperty().bind(badge.visibleProperty());
            HBox graphic = new HBox(6, Icons.small(page.icon()), badge);
            graphic.setAlignment(Pos.CENTER_LEFT);
            button.setGraphic(graphic);
            button.setUserData(page.id());
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                button.setSelected(true);
                show.accept(page);
            });
            buttons.add(button);
        }
        getChildren().addAll(buttons);
    }

    void mark(String id) {
        buttons.forEach(button -> button.setSelected(button.getUserData().equals(id)));
    }
}
