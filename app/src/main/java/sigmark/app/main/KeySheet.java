package sigmark.app.main;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.key.Action;
import sigmark.app.base.key.KeyChord;

/** All keys of the screen shown now, by where they act. */
final class KeySheet extends Overlay {
    private static final double COLUMN = 288;

    private final Desk desk;
    private final Supplier<List<Action>> actions;

    KeySheet(Desk desk, Supplier<List<Action>> actions) {
        super(Pos.CENTER);
        this.desk = desk;
        this.actions = actions;
    }

    void open() {
        Label title = desk.texts().on(new Label(), "keys.title");
        title.getStyleClass().add("page-title");
        Label hint = desk.texts().on(new Label(), "keys.hint");
        hint.getStyleClass().add("text-muted");
        FlowPane groups = new FlowPane(24, 20);
        groups.setPrefWrapLength(3 * COLUMN + 48);
        byScope().forEach((scope, list) -> groups.getChildren().add(group(scope, list)));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox sheet = new VBox(12, new VBox(2, title, hint), scroll);
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        sheet.setId("key-sheet");
        sheet.getStyleClass().addAll("floating", "key-sheet");
        show(sheet, scroll);
    }

    private Map<String, List<Action>> byScope() {
        Map<String, List<Action>> groups = new LinkedHashMap<>();
        for (Action action : actions.get()) {
            if (!desk.keys().keys(action).isEmpty()) {
                groups.computeIfAbsent(action.scope(), scope -> new ArrayList<>())
                        .add(action);
            }
        }
        return groups;
    }

    private Node group(String scope, List<Action> list) {
        Label heading = desk.texts().on(new Label(), "scope." + scope);
        heading.getStyleClass().add("field-name");
        VBox group = new VBox(heading);
        group.setPrefWidth(COLUMN);
        list.forEach(action -> group.getChildren().add(row(action)));
        return group;
    }

    private Node row(Action action) {
        Label name = desk.texts().on(new Label(), action.textKey());
        name.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, name, space);
        List<KeyChord> keys = desk.keys().keys(action);
        keys.stream().limit(2).forEach(key -> row.getChildren().add(new KeyCaps(key)));
        row.getStyleClass().add("key-row");
        return row;
    }
}
