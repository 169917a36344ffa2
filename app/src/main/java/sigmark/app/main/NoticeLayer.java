package sigmark.app.main;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import sigmark.app.base.Desk;
import sigmark.app.base.Notices.Ending;
import sigmark.app.base.Notices.Toast;
import sigmark.app.base.control.BalanceView;
import sigmark.app.base.control.Icons;

/** Toasts at the bottom right for a few seconds, and balances that stay until read. */
final class NoticeLayer extends StackPane {
    private static final Duration SHOWN = Duration.seconds(5);

    private final Desk desk;
    private final VBox toasts = new VBox(8);
    private final VBox endings = new VBox(12);

    NoticeLayer(Desk desk) {
        this.desk = desk;
        setPickOnBounds(false);
        setPadding(new Insets(56, 16, 40, 72));
        toasts.setAlignment(Pos.BOTTOM_RIGHT);
        toasts.setPickOnBounds(false);
        endings.setAlignment(Pos.BOTTOM_RIGHT);
        endings.setPickOnBounds(false);
        VBox all = new VBox(12, endings, toasts);
        all.setAlignment(Pos.BOTTOM_RIGHT);
        all.setPickOnBounds(false);
        getChildren().add(all);
        desk.notices().toasts().addListener((ListChangeListener<Toast>) this::toasted);
        desk.notices().endings().addListener((ListChangeListener<Ending>) change -> fillEndings());
    }

    private void toasted(ListChangeListener.Change<? extends Toast> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::show);
        }
    }

    private void show(Toast toast) {
        HBox box = new HBox(
                8, Icons.small("fth-corner-up-left"), new Label(desk.texts().text(toast.what())));
        toast.key().ifPresent(key -> {
            Label takeBack = new Label(desk.texts().text(key));
            takeBack.getStyleClass().add("toast-key");
            box.getChildren().add(takeBack);
        });
        box.getStyleClass().add("toast");
        box.setMaxWidth(Region.USE_PREF_SIZE);
        toasts.getChildren().setAll(box);
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(event -> {
            toasts.getChildren().remove(box);
            desk.notices().toasts().remove(toast);
        });
        box.setOnMouseEntered(event -> pause.pause());
        box.setOnMouseExited(event -> pause.play());
        pause.play();
    }

    private void fillEndings() {
        List<Node> views = new ArrayList<>();
        for (Ending ending : desk.notices().endings()) {
            BalanceView view = new BalanceView(desk, ending.title(), ending.balance(), () -> desk.notices()
                    .endings()
                    .remove(ending));
            view.getStyleClass().add("floating");
            views.add(view);
        }
        endings.getChildren().setAll(views);
    }
}
