package sigmark.app.service.voc;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.plan.ComplaintRanking;
import sigmark.analysis.voc.VocPareto;
import sigmark.app.base.Desk;

/** Causes by count times severity, the weightiest first, with the share that the first ones make up together. */
final class RankingPane extends VBox {
    private final Desk desk;
    private final VocModel model;
    private final VBox rows = new VBox(4);
    private final Label remark = new Label();

    RankingPane(Desk desk, VocModel model) {
        super(6);
        this.desk = desk;
        this.model = model;
        setId("voc-ranking");
        getStyleClass().add("pane-section");
        Label title = desk.texts().on(new Label(), "voc.ranking");
        title.getStyleClass().add("row-title");
        remark.getStyleClass().add("text-muted");
        remark.setWrapText(true);
        getChildren().addAll(title, rows, remark);
        model.readProperty().subscribe(read -> show());
        desk.texts().wordsProperty().subscribe(words -> show());
    }

    private void show() {
        VocPareto pareto = model.readProperty().get().pareto();
        ComplaintRanking ranking = pareto.ranking();
        rows.getChildren().clear();
        double most = ranking.rows().stream()
                .mapToDouble(ComplaintRanking.Row::score)
                .max()
                .orElse(1);
        for (int i = 0; i < ranking.rows().size(); i++) {
            ComplaintRanking.Row row = ranking.rows().get(i);
            rows.getChildren().add(row(row, most, i < ranking.codesForMost(), pareto));
        }
        remark.setText(
                ranking.rows().isEmpty()
                        ? desk.texts().text("voc.ranking.none")
                        : desk.texts().text("voc.ranking.most", "count", ranking.codesForMost()));
    }

    private Node row(ComplaintRanking.Row row, double most, boolean vital, VocPareto pareto) {
        Label name = new Label(desk.texts().text("voc.cause." + row.code()));
        name.setMinWidth(84);
        name.setPrefWidth(84);
        Region bar = new Region();
        bar.getStyleClass().addAll("ranking-bar", vital ? "ranking-vital" : "ranking-other");
        HBox room = new HBox(bar);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(0);
        HBox.setHgrow(room, Priority.ALWAYS);
        double share = most <= 0 ? 0 : row.score() / most;
        bar.setMinHeight(12);
        bar.prefWidthProperty().bind(room.widthProperty().multiply(share));
        bar.setMinWidth(2);
        Label number = new Label(desk.texts().numbers().decimals(row.score(), 0));
        number.setMinWidth(28);
        number.setAlignment(Pos.CENTER_RIGHT);
        Label part = new Label(desk.texts().numbers().wholePercent(row.cumulative()));
        part.getStyleClass().add("text-muted");
        part.setMinWidth(40);
        part.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(6, name, room, number, part);
        line.setAlignment(Pos.CENTER_LEFT);
        OptionalDouble rate = pareto.perThousand().getOrDefault(row.code(), OptionalDouble.empty());
        String said = desk.texts()
                .text(
                        "voc.ranking.row",
                        "cause",
                        name.getText(),
                        "count",
                        row.count(),
                        "users",
                        row.users(),
                        "rate",
                        rate.isPresent() ? desk.texts().numbers().decimals(rate.getAsDouble(), 1) : "–");
        Tooltip.install(line, new Tooltip(said));
        line.setAccessibleText(said);
        return line;
    }
}
