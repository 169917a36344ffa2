package sigmark.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.key.Action;

/** One field that finds pages, LaTeX and commands, each command with its key. */
final class CommandSearch extends Overlay {
    /** One line of the list: what is found, a fainter word beside it, and what Enter does. */
    record Found(String icon, String text, String detail, Optional<Action> action, Runnable go) {}

    private final Desk desk;
    private final ShellModel shell;
    private final Supplier<List<Action>> actions;
    private final Jobs.Latest reads;
    private final TextField field;
    private final ListView<Found> list = new ListView<>();

    CommandSearch(Desk desk, ShellModel shell, Supplier<List<Action>> actions) {
        super(Pos.TOP_CENTER);
        this.desk = desk;
        this.shell = shell;
        this.actions = actions;
        this.reads = desk.jobs().latest();
        setPadding(new Insets(48, 0, 0, 0));
        field = desk.texts().prompt(new TextField(), "shell.search.hint");
        field.setId("search-field");
        field.textProperty().subscribe(this::find);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setId("search-list");
        list.getStyleClass().add("quiet-list");
        list.setFixedCellSize(32);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell(desk));
        list.setOnMouseClicked(event -> choose());
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    void open() {
        VBox box = new VBox(8, field, list);
        box.getStyleClass().addAll("floating", "palette");
        field.clear();
        find("");
        show(box, field);
    }

    private void steer(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int next = event.getCode() == KeyCode.DOWN ? at + 1 : at - 1;
            if (next >= 0 && next < list.getItems().size()) {
                list.getSelectionModel().select(next);
                list.scrollTo(Math.max(0, next - 5));
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        }
    }

    private void choose() {
        Optional<Found> chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        close();
        chosen.ifPresent(found -> found.go().run());
    }

    private void find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Found> commands = commands(wanted);
        showFound(commands);
        reads.forget();
        if (wanted.length() >= 2) {
            shell.projectProperty()
                    .get()
                    .ifPresent(open -> reads.load(
                            () -> new ProjectSearch(open).find(text.strip()),
                            found -> {
                                List<Found> all = new ArrayList<>(found);
                                all.addAll(commands);
                                showFound(all);
                            },
                            problem -> showFound(commands)));
        }
    }

    private List<Found> commands(String wanted) {
        List<Found> found = new ArrayList<>();
        for (Action action : actions.get()) {
            String name = desk.texts().text(action.textKey());
            boolean itself = action.id().equals("app.search");
            if (!itself
                    && action.enabled().get()
                    && name.toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(new Found(
                        action.icon().orElse("fth-chevron-right"), name, "", Optional.of(action), action::perform));
            }
        }
        return found;
    }

    private void showFound(List<Found> found) {
        list.getItems().setAll(found);
        if (!found.isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private static final class Cell extends ListCell<Found> {
        private final Desk desk;

        Cell(Desk desk) {
            this.desk = desk;
        }

        @Override
        protected void updateItem(Found found, boolean empty) {
            super.updateItem(found, empty);
            if (empty || found == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(found.text());
            name.setMinWidth(0);
            Label detail = new Label(found.detail());
            detail.getStyleClass().add("text-muted");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(10, Icons.small(found.icon()), name, detail, space);
            row.setAlignment(Pos.CENTER_LEFT);
            row.prefWidthProperty().bind(widthProperty().subtract(32));
            found.action().flatMap(action -> desk.keys().firstKey(action)).ifPresent(key -> row.getChildren()
                    .add(new KeyCaps(key)));
            setGraphic(row);
        }
    }
}
