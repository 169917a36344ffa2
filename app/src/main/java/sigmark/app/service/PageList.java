package sigmark.app.service;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;

/** The pages by icon, name and count; one is shown. */
final class PageList extends VBox {
    private final List<ToggleButton> buttons = new ArrayList<>();

    PageList(Desk desk, List<ServicePage> pages, java.util.function.Consumer<ServicePage> show) {
        getStyleClass().addAll("pane", "pane-left", "service-pages");
        Label title = desk.texts().on(new Label(), "workbench.service");
        title.getStyleClass().add("pane-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("pane-header");
        VBox rows = new VBox(2);
        rows.getStyleClass().add("service-page-rows");
        for (ServicePage page : pages) {
            if (page.beginsGroup()) {
                Region gap = new Region();
                gap.setMinHeight(10);
                rows.getChildren().add(gap);
            }
            rows.getChildren().add(row(desk, page, show));
        }
        getChildren().addAll(head, rows);
    }

    private ToggleButton row(Desk desk, ServicePage page, java.util.function.Consumer<ServicePage> show) {
        Label name = desk.texts().on(new Label(), page.textKey());
        name.setGraphic(Icons.normal(page.icon()));
        name.setGraphicTextGap(8);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label badge = new Label();
        badge.textProperty().bind(page.badge());
        badge.getStyleClass().add("text-muted");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        HBox inside = new HBox(4, name, badge);
        inside.setAlignment(Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton();
        button.setId("service-page-" + page.id());
        button.getStyleClass().setAll("toggle-button", "service-page-row");
        button.setGraphic(inside);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setUserData(page.id());
        button.accessibleTextProperty().bind(desk.texts().live(page.textKey()));
        inside.prefWidthProperty().bind(button.widthProperty().subtract(20));
        button.setOnAction(event -> {
            button.setSelected(true);
            show.accept(page);
        });
        buttons.add(button);
        return button;
    }

    void mark(String id) {
        buttons.forEach(button -> button.setSelected(id.equals(button.getUserData())));
    }
}
