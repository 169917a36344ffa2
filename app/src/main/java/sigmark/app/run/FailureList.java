package sigmark.app.run;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;
import sigmark.inference.work.Problem;

/** Pages without an answer, each with its reason and what to do; hidden when there are none. */
final class FailureList extends VBox {
    private static final int MOST = 50;

    private final Desk desk;

    FailureList(Desk desk) {
        super(8);
        this.desk = desk;
        setId("run-failures");
        getStyleClass().add("run-section");
    }

    void show(List<MeasuredPage> pages) {
        List<MeasuredPage> failed =
                pages.stream().filter(page -> page.failure().isPresent()).toList();
        setVisible(!failed.isEmpty());
        setManaged(!failed.isEmpty());
        Label title = new Label(desk.texts().text("run.failed-pages", "count", failed.size()));
        title.getStyleClass().add("row-title");
        getChildren().setAll(title);
        failed.stream().limit(MOST).forEach(page -> page.failure()
                .ifPresent(why -> getChildren().add(row(page, why))));
        if (failed.size() > MOST) {
            getChildren().add(new Label(desk.texts().text("run.failed-more", "count", failed.size() - MOST)));
        }
    }

    private Node row(MeasuredPage page, Problem why) {
        Label name = new Label(page.name());
        name.getStyleClass().add("row-title");
        Label reason = new Label(desk.texts().what(why) + " " + desk.texts().remedy(why));
        reason.getStyleClass().add("text-muted");
        reason.setWrapText(true);
        Node icon = Icons.small("fth-alert-circle");
        icon.getStyleClass().add("bad");
        HBox row = new HBox(8, icon, new VBox(2, name, reason));
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
