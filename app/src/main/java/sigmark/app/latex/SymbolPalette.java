package sigmark.app.latex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;

/**
 * Symbols by group or by name in either language. Enter takes the first one found, arrows walk the tiles, Escape goes
 * back to the text. Style class {@code symbol-palette}.
 */
public final class SymbolPalette extends VBox {
    private static final int RECENT = 18;
    private static final String RECENT_GROUP = "recent";

    private final Desk desk;
    private final SymbolBook book;
    private final FormulaPictures pictures;
    private final Consumer<Candidate> onPicked;
    private final Runnable onLeft;
    private final TextField search = new TextField();
    private final FlowPane groups = new FlowPane(4, 4);
    private final FlowPane tiles = new FlowPane(4, 4);
    private final ToggleGroup chosen = new ToggleGroup();
    private final Deque<Candidate> recent = new ArrayDeque<>();
    private String group;

    public SymbolPalette(
            Desk desk, SymbolBook book, FormulaPictures pictures, Consumer<Candidate> onPicked, Runnable onLeft) {
        super(8);
        this.desk = desk;
        this.book = book;
        this.pictures = pictures;
        this.onPicked = onPicked;
        this.onLeft = onLeft;
        this.group = book.groups().isEmpty() ? RECENT_GROUP : book.groups().get(0);
        getStyleClass().add("symbol-palette");
        desk.texts().prompt(search, "latex.palette.search");
        search.textProperty().addListener((property, old, now) -> showTiles());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                onLeft.run();
                event.consume();
            }
        });
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(150);
        scroll.getStyleClass().add("palette-tiles");
        getChildren().addAll(search, groups, scroll);
        showGroups();
        showTiles();
        desk.texts().wordsProperty().addListener((property, old, now) -> showTiles());
    }

    /** Takes the focus, ready to search. */
    public void open() {
        search.clear();
        search.requestFocus();
    }

    public boolean holdsFocus() {
        return search.isFocused()
                || tiles.getChildren().stream().anyMatch(Node::isFocused)
                || groups.getChildren().stream().anyMatch(Node::isFocused);
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
            shown().stream().findFirst().ifPresent(this::pick);
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && !tiles.getChildren().isEmpty()) {
            tiles.getChildren().get(0).requestFocus();
            event.consume();
        }
    }

    private void showGroups() {
        List<String> names = new ArrayList<>(book.groups());
        names.add(RECENT_GROUP);
        for (String name : names) {
            ToggleButton button = desk.texts().on(new ToggleButton(), "latex.group." + name);
            button.getStyleClass().setAll("chip", "chip-toggle");
            button.setToggleGroup(chosen);
            button.setSelected(name.equals(group));
            button.setOnAction(event -> {
                button.setSelected(true);
                group = name;
                search.clear();
                showTiles();
            });
            groups.getChildren().add(button);
        }
    }

    private List<Candidate> shown() {
        if (!search.getText().isBlank()) {
            return book.search(search.getText());
        }
        return group.equals(RECENT_GROUP) ? List.copyOf(recent) : book.group(group);
    }

    private void showTiles() {
        tiles.getChildren().clear();
        shown().forEach(candidate -> tiles.getChildren().add(tile(candidate)));
    }

    private Button tile(Candidate candidate) {
        FormulaPane preview = new FormulaPane(pictures, 16);
        preview.setPrefSize(56, 26);
        preview.show(candidate.preview());
        Label name = new Label(candidate.command());
        name.getStyleClass().addAll("mono", "tile-name");
        name.setMaxWidth(58);
        VBox inside = new VBox(2, preview, name);
        inside.setAlignment(Pos.CENTER);
        Button tile = new Button();
        tile.setGraphic(inside);
        tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tile.getStyleClass().setAll("symbol-tile");
        tile.setTooltip(new Tooltip(CompletionPopup.name(desk, candidate)));
        tile.setAccessibleText(CompletionPopup.name(desk, candidate));
        tile.setOnAction(event -> pick(candidate));
        tile.addEventFilter(KeyEvent.KEY_PRESSED, event -> tileKey(event, candidate));
        return tile;
    }

    private void tileKey(KeyEvent event, Candidate candidate) {
        int at = shown().indexOf(candidate);
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -5;
                    case DOWN -> 5;
                    default -> 0;
                };
        if (event.getCode() == KeyCode.ENTER) {
            pick(candidate);
            event.consume();
        } else if (step != 0) {
            int next = at + step;
            (next < 0 || next >= tiles.getChildren().size()
                            ? search
                            : tiles.getChildren().get(next))
                    .requestFocus();
            event.consume();
        }
    }

    private void pick(Candidate candidate) {
        recent.remove(candidate);
        recent.addFirst(candidate);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
        onPicked.accept(candidate);
        onLeft.run();
    }
}
