package sigmark.app.label;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;
import sigmark.app.base.Texts;
import sigmark.app.base.control.Icons;
import sigmark.labeling.store.PageSummary;

/** A tile of the page grid. */
final class PageTile extends GridCell<PageSummary> {
    static final double WIDTH = 92;
    static final double HEIGHT = 138;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Texts texts;
    private final Thumbnails thumbnails;
    private final PageListViewModel list;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label state = new Label();
    private final VBox tile;

    PageTile(Texts texts, Thumbnails thumbnails, PageListViewModel list, java.util.function.Consumer<String> onOpen) {
        this.texts = texts;
        this.thumbnails = thumbnails;
        this.list = list;
        getStyleClass().add("page-tile");
        picture.setFitWidth(WIDTH - 16);
        picture.setFitHeight(92);
        picture.setPreserveRatio(true);
        StackPane frame = new StackPane(picture);
        frame.setMinHeight(96);
        frame.getStyleClass().add("thumbnail");
        name.getStyleClass().add("row-third");
        name.setMaxWidth(WIDTH - 12);
        tile = new VBox(2, frame, name, state);
        tile.setAlignment(Pos.TOP_CENTER);
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                onOpen.accept(getItem().id());
            }
        });
        list.currentProperty().addListener((property, old, now) -> showCurrent());
    }

    private void showCurrent() {
        PageSummary page = getItem();
        pseudoClassStateChanged(
                CURRENT,
                page != null
                        && list.currentProperty()
                                .get()
                                .filter(page.id()::equals)
                                .isPresent());
    }

    @Override
    protected void updateItem(@Nullable PageSummary page, boolean empty) {
        super.updateItem(page, empty);
        if (empty || page == null) {
            setGraphic(null);
            return;
        }
        name.setText(page.name());
        state.setText(texts.text(StateWord.key(page.state())));
        state.setGraphic(Icons.of(StateWord.icon(page.state()), 12));
        state.getStyleClass().setAll("label", "state", StateWord.styleClass(page.state()));
        picture.setImage(thumbnails
                .find(page, () -> page.equals(getItem()), image -> {
                    if (page.equals(getItem())) {
                        picture.setImage(image);
                    }
                })
                .orElse(null));
        showCurrent();
        setGraphic(tile);
    }
}
