package sigmark.app.base.control;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.words.Message;
import sigmark.app.base.words.Words;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;

/** How an import, export or run ended: what came through, what did not, and why; stays until read, can be copied. */
public final class BalanceView extends VBox {
    private static final double ROW = 48;
    private static final int MOST_ROWS = 8;

    public BalanceView(Desk desk, Message title, Balance balance, Runnable putAway) {
        super(8);
        getStyleClass().addAll("card", "balance-view");
        Label heading = desk.texts().on(new Label(), title.key(), title.toArray());
        heading.getStyleClass().add("section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, heading, space);
        head.setAlignment(Pos.CENTER_LEFT);
        Label counts = desk.texts()
                .on(new Label(), "balance.counts", "in", balance.in(), "out", balance.out(), "left", (long)
                        balance.leftOut().size());
        counts.getStyleClass().add("text-muted");
        getChildren().addAll(head, counts);
        if (!balance.leftOut().isEmpty()) {
            getChildren().add(list(desk, balance));
        }
        Button copy = desk.texts().on(new Button(), "balance.copy");
        copy.setOnAction(event -> copy(asText(desk.texts().words(), title, balance)));
        Button close = desk.texts().on(new Button(), "balance.close");
        close.setOnAction(event -> putAway.run());
        HBox buttons = new HBox(8, copy, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(buttons);
    }

    private static ListView<LeftOut> list(Desk desk, Balance balance) {
        ListView<LeftOut> list = new ListView<>(FXCollections.observableList(balance.leftOut()));
        list.getStyleClass().addAll("quiet-list");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, balance.leftOut().size()) + 2);
        list.setCellFactory(view -> new LeftOutCell(desk));
        return list;
    }

    /** The whole balance as lines of text, for the clipboard. */
    static String asText(Words words, Message title, Balance balance) {
        String counts = words.text("balance.counts", "in", balance.in(), "out", balance.out(), "left", (long)
                balance.leftOut().size());
        return words.text(title) + "\n" + counts + "\n"
                + balance.leftOut().stream()
                        .map(left ->
                                left.item() + "\t" + words.what(left.reason()) + "\t" + words.remedy(left.reason()))
                        .collect(Collectors.joining("\n"));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class LeftOutCell extends ListCell<LeftOut> {
        private final Desk desk;
        private final Label item = new Label();
        private final Label reason = new Label();
        private final VBox row = new VBox(item, reason);

        LeftOutCell(Desk desk) {
            this.desk = desk;
            item.getStyleClass().add("row-title");
            reason.getStyleClass().add("text-muted");
            row.setAlignment(Pos.CENTER_LEFT);
            row.prefWidthProperty().bind(widthProperty().subtract(24));
        }

        @Override
        protected void updateItem(LeftOut left, boolean empty) {
            super.updateItem(left, empty);
            if (empty || left == null) {
                setGraphic(null);
                return;
            }
            item.setText(left.item());
            reason.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> desk.texts().what(left.reason()) + " "
                                    + desk.texts().remedy(left.reason()),
                            desk.texts().wordsProperty()));
            setGraphic(row);
        }
    }
}
