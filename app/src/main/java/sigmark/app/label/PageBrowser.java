package sigmark.app.label;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import sigmark.app.base.Desk;
import sigmark.app.base.Texts;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.Icons;
import sigmark.labeling.store.PageSummary;
import sigmark.labeling.store.ProjectStore;

/** The list of pages as rows or tiles, narrowed by filter chips and a search. Style class {@code page-browser}. */
final class PageBrowser extends VBox {
    /** Filters offered, in the query language, with the message key of their chip. */
    static final List<String[]> OFFERED = List.of(
            new String[] {"label.filter.to-do", PageListViewModel.TO_DO},
            new String[] {"label.filter.returned", "state:returned"},
            new String[] {"label.filter.submitted", "state:submitted"},
            new String[] {"label.filter.accepted", "state:accepted"},
            new String[] {"label.filter.doubtful", "doubtful"},
            new String[] {"label.filter.empty", "empty"},
            new String[] {"label.filter.handwritten", "writing:handwritten"},
            new String[] {"label.filter.display", "kind:display"},
            new String[] {"label.filter.train", "split:train"},
            new String[] {"label.filter.validation", "split:validation"},
            new String[] {"label.filter.test", "split:test"},
            new String[] {"label.filter.pdf", "source:pdf"});

    private final Desk desk;
    private final LabelViewModel view;
    private final PageListViewModel list;
    private final ListView<PageSummary> rows;
    private final GridView<PageSummary> tiles;
    private final TextField search = new TextField();
    private final FlowPane chips = new FlowPane(6, 6);
    private final ToggleButton grid = new ToggleButton();
    private final StackPane body = new StackPane();
    private final Runnable onImport;
    private boolean following;

    PageBrowser(Desk desk, LabelViewModel view, ProjectStore store, Runnable onImport) {
        this.desk = desk;
        this.view = view;
        this.list = view.pages();
        this.onImport = onImport;
        Thumbnails thumbnails = new Thumbnails(store, desk.jobs());
        getStyleClass().add("page-browser");
        rows = new ListView<>(list.pages());
        rows.setId("page-list");
        rows.getStyleClass().addAll("page-list", Styles.DENSE);
        rows.setFixedCellSize(PageCell.HEIGHT);
        rows.setCellFactory(listView -> new PageCell(desk.texts(), thumbnails));
        rows.accessibleTextProperty().bind(desk.texts().live("label.pages"));
        tiles = new GridView<>(list.pages());
        tiles.setCellWidth(PageTile.WIDTH);
        tiles.setCellHeight(PageTile.HEIGHT);
        tiles.setHorizontalCellSpacing(4);
        tiles.setVerticalCellSpacing(4);
        tiles.setCellFactory(gridView -> new PageTile(desk.texts(), thumbnails, list, view::open));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), narrowing(), body);
        follow();
        showBody();
        showChips();
    }

    private Node header() {
        Label title = desk.texts().on(new Label(), "label.pages");
        title.getStyleClass().add("pane-title");
        Label count = new Label();
        count.getStyleClass().add("pane-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::countText,
                        list.pages(),
                        list.totalProperty(),
                        desk.texts().wordsProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        grid.setGraphic(Icons.normal("fth-grid"));
        grid.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        grid.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        desk.texts().name(grid, "label.pages.grid");
        grid.selectedProperty().addListener((property, old, now) -> showBody());
        Button importing = new Button();
        importing.setId("import-pages");
        importing.setGraphic(Icons.normal("fth-upload"));
        importing.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        importing.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        desk.texts().name(importing, "label.import");
        importing.setOnAction(event -> onImport.run());
        HBox header = new HBox(6, title, count, space, grid, importing);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private String countText() {
        String shown = desk.texts().numbers().count(list.pages().size());
        return list.isNarrowed()
                ? desk.texts()
                        .text(
                                "label.pages.of",
                                "shown",
                                list.pages().size(),
                                "all",
                                list.totalProperty().get())
                : shown;
    }

    private Node narrowing() {
        desk.texts().prompt(search, "label.pages.search");
        search.setId("page-search");
        search.textProperty().bindBidirectional(list.searchProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
                rows.requestFocus();
                event.consume();
            }
        });
        Label wrong = new Label();
        wrong.getStyleClass().addAll("problem-text");
        wrong.setWrapText(true);
        wrong.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> list.problemProperty()
                                .get()
                                .map(desk.texts()::what)
                                .orElse(""),
                        list.problemProperty(),
                        desk.texts().wordsProperty()));
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        VBox narrowing = new VBox(8, search, wrong, chips);
        narrowing.getStyleClass().add("narrowing");
        return narrowing;
    }

    private void showChips() {
        chips.getChildren().clear();
        for (String filter : list.filters()) {
            Optional<String> key = OFFERED.stream()
                    .filter(offer -> offer[1].equals(filter))
                    .map(offer -> offer[0])
                    .findFirst();
            Button chip = Chip.filter(
                    desk.texts().live(key.orElse("label.filter.own"), "query", filter),
                    () -> list.removeFilter(filter));
            chips.getChildren().add(chip);
        }
        MenuButton add = new MenuButton();
        add.getStyleClass().addAll("add-filter", Tweaks.NO_ARROW);
        add.setId("add-filter");
        add.setGraphic(Icons.of("fth-plus", 12));
        add.textProperty().bind(desk.texts().live("label.filter.add"));
        for (String[] offer : OFFERED) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(desk.texts().live(offer[0]));
            item.setOnAction(event -> list.addFilter(offer[1]));
            add.getItems().add(item);
        }
        chips.getChildren().add(add);
    }

    private void follow() {
        list.filters().addListener((ListChangeListener<String>) change -> showChips());
        list.pages().addListener((ListChangeListener<PageSummary>) change -> {
            showBody();
            showCurrent();
        });
        list.loadedProperty().addListener((property, old, now) -> showBody());
        list.currentProperty().addListener((property, old, now) -> showCurrent());
        rows.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (!following && now != null) {
                view.open(now.id());
            }
        });
        desk.texts().wordsProperty().addListener((property, old, now) -> rows.refresh());
    }

    private void showCurrent() {
        int at = list.currentIndex();
        following = true;
        if (at < 0) {
            rows.getSelectionModel().clearSelection();
        } else if (rows.getSelectionModel().getSelectedIndex() != at) {
            rows.getSelectionModel().clearAndSelect(at);
            rows.scrollTo(Math.max(0, at - 2));
        }
        following = false;
    }

    private void showBody() {
        Node shown = grid.isSelected() ? tiles : rows;
        if (list.loadedProperty().get() && list.pages().isEmpty()) {
            shown = list.isNarrowed() ? nothingFits() : nothingHere();
        }
        if (!body.getChildren().equals(List.of(shown))) {
            body.getChildren().setAll(shown);
        }
    }

    private Node nothingFits() {
        Button clear = desk.texts().on(new Button(), "label.pages.clear");
        clear.setOnAction(event -> list.clear());
        return new EmptyState(
                "fth-inbox",
                desk.texts().live("label.pages.none-fit"),
                desk.texts().live("label.pages.none-fit.why", "count", list.totalProperty()),
                clear);
    }

    private Node nothingHere() {
        Button importing = desk.texts().on(new Button(), "label.import");
        importing.setOnAction(event -> onImport.run());
        return new EmptyState(
                "fth-image",
                desk.texts().live("label.pages.none"),
                desk.texts().live("label.pages.none.why"),
                importing);
    }

    /** Third line of a row: how far the page is. */
    static String counts(Texts texts, PageSummary page) {
        if (page.regions() == 0) {
            return texts.text("label.page.proposals", "count", page.proposals());
        }
        if (page.proposals() == 0) {
            return texts.text("label.page.regions", "count", page.regions());
        }
        return texts.text("label.page.of", "done", page.regions(), "all", page.regions() + page.proposals());
    }

    void focusList() {
        rows.requestFocus();
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
