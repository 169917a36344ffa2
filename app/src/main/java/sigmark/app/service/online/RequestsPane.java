package sigmark.app.service.online;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.Icons;
import sigmark.app.service.Columns;
import sigmark.app.service.ServiceDesk;
import sigmark.labeling.online.RequestRow;

/** The requests behind a number; the chosen one is shown as its user saw it. */
final class RequestsPane extends BorderPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final OnlineModel model;
    private final OnlineText text;
    private final TableView<RequestRow> table = new TableView<>();
    private final HBox head = new HBox(8);

    RequestsPane(ServiceDesk service, OnlineModel model) {
        this.desk = service.desk();
        this.model = model;
        text = new OnlineText(desk);
        table.setId("online-requests");
        new Columns<>(desk, table)
                .text("online-time", 115, row -> TIME.format(row.time()))
                .text("online-version", 80, RequestRow::version)
                .text("online-user", 90, row -> row.user().orElse("–"))
                .text("online-outcomes", 150, this::outcomes)
                .number("online-total", 70, row -> text.millis(row.totalMillis()));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> Optional.ofNullable(row)
                .ifPresent(model::choose));
        RequestView view = new RequestView(service, model);
        ScrollPane scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(380);
        scroll.setPrefWidth(420);
        scroll.getStyleClass().addAll("pane", "pane-right");
        head.getStyleClass().add("online-table-head");
        setTop(head);
        setCenter(table);
        setRight(scroll);
    }

    private String outcomes(RequestRow row) {
        var counts = row.counts();
        return text.text(
                "row-outcomes",
                "edited",
                counts.edited(),
                "confirmed",
                counts.confirmed(),
                "silent",
                counts.silent(),
                "unseen",
                counts.notSeen());
    }

    void show(OnlineModel.Requests requests) {
        Button back = desk.texts().name(new Button(), "online.back");
        back.setId("online-back");
        back.setGraphic(Icons.normal("fth-arrow-left"));
        back.setOnAction(event -> model.leave());
        Label count = new Label(text.text(
                "requests",
                "shown",
                desk.texts().numbers().count(requests.rows().size()),
                "count",
                desk.texts().numbers().count(requests.count())));
        count.setId("online-count");
        count.getStyleClass().add("text-muted");
        head.getChildren()
                .setAll(
                        back,
                        Chip.filter(
                                new javafx.beans.property.ReadOnlyStringWrapper(text.filter(requests.filter())),
                                model::leave),
                        count);
        table.getItems().setAll(requests.rows());
    }

    TableView<RequestRow> table() {
        return table;
    }
}
