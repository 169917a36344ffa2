package sigmark.app.label;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import sigmark.app.base.Texts;
import sigmark.app.base.control.Icons;
import sigmark.labeling.store.PageSummary;

/** A row of the page list: small picture, name, state, counts. */
final class PageCell extends ListCell<PageSummary> {
    static final double HEIGHT = 67;
    private static final double PICTURE_WIDTH = 40;
    private static final double PICTURE_HEIGHT = 52;
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    private final Texts texts;
    private final Thumbnails thumbnails;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label counts = new Label();
    private final Label doubtful = new Label();
    private final HBox row;

    PageCell(Texts texts, Thumbnails thumbnails) {
        this.texts = texts;
        this.thumbnails = thumbnails;
        getStyleClass().add("page-cell");
        setPrefWidth(0);
        picture.setFitWidth(PICTURE_WIDTH);
        picture.setFitHeight(PICTURE_HEIGHT);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        frame.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        name.getStyleClass().add("row-title");
        counts.getStyleClass().add("row-third");
        doubtful.getStyleClass().addAll("row-third", "row-doubtful");
        HBox third = new HBox(counts, doubtful);
        VBox words = new VBox(1, name, state, third);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(10, frame, words);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable PageSummary page, boolean empty) {
        super.updateItem(page, empty);
        if (empty || page == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(page.name());
        state.setText(texts.text(StateWord.key(page.state())));
        state.setGraphic(Icons.of(StateWord.icon(page.state()), 12));
        state.getStyleClass().setAll("label", "state", StateWord.styleClass(page.state()));
        counts.setText(PageBrowser.counts(texts, page));
        doubtful.setText(
                page.doubtful() > 0 ? " · " + texts.text("label.page.doubtful", "count", page.doubtful()) : "");
        pseudoClassStateChanged(DOUBTFUL, page.doubtful() > 0);
        setAccessibleText(name.getText() + ", " + state.getText() + ", " + counts.getText() + doubtful.getText());
        Optional<Image> known = thumbnails.find(page, () -> isShowing(page), image -> {
            if (isShowing(page)) {
                picture.setImage(image);
            }
        });
        picture.setImage(known.orElse(null));
        setGraphic(row);
    }

    /** Asked from the thread that makes pictures too; a stale answer only costs a picture. */
    private boolean isShowing(PageSummary page) {
        PageSummary now = getItem();
        return now != null && now.id().equals(page.id());
    }
}
