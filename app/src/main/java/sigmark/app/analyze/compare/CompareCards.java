package sigmark.app.analyze.compare;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.compare.CandidatePoint;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.McNemar;
import sigmark.app.analyze.model.CompareViewModel;
import sigmark.app.analyze.model.Comparison;
import sigmark.app.analyze.model.PairLists;
import sigmark.app.base.Desk;
import sigmark.app.base.words.Words;

/** The difference of two runs: exact match in words, wins and losses, the other numbers. Style class {@code numbers}. */
final class CompareCards extends HBox {
    private final Desk desk;
    private final CompareViewModel view;

    CompareCards(Desk desk, CompareViewModel view) {
        this.desk = desk;
        this.view = view;
        getStyleClass().addAll("numbers", "compare-cards");
        view.comparisonProperty().addListener((property, old, now) -> fill());
        view.pointsProperty().addListener((property, old, now) -> fill());
        desk.texts().wordsProperty().addListener((property, old, now) -> fill());
        fill();
    }

    private void fill() {
        getChildren().clear();
        view.comparisonProperty()
                .get()
                .ifPresentOrElse(
                        comparison -> getChildren().addAll(exact(comparison), wins(comparison), others(comparison)),
                        () -> getChildren()
                                .add(card(muted(words().text(
                                                view.otherProperty().get().isPresent()
                                                        ? "analyze.compare.computing"
                                                        : "analyze.compare.one-run")))));
        getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    }

    private Node exact(Comparison comparison) {
        McNemar exact = comparison.tests().exact();
        double p = exact.exactP().orElse(1);
        CompareWords.Verdict verdict = CompareWords.verdict(exact, p);
        Label value = new Label(
                exact.difference().isPresent()
                        ? CompareWords.points(words(), exact.difference().getAsDouble())
                        : words().text("analyze.not-measured"));
        value.setId("compare-difference");
        value.getStyleClass().add("headline");
        value.setMinWidth(USE_PREF_SIZE);
        Label chip = new Label(words().text(verdict.key()));
        chip.setId("compare-verdict");
        chip.getStyleClass()
                .addAll(
                        "chip",
                        "chip-"
                                + (switch (verdict) {
                                    case BETTER -> "good";
                                    case WORSE -> "bad";
                                    case NOT_SHOWN -> "plain";
                                }));
        chip.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, value, muted(CompareWords.interval(words(), exact)), space, chip);
        line.setAlignment(Pos.BASELINE_LEFT);
        Label sentence = muted(words().text(
                        verdict.key() + ".sentence",
                        "p",
                        CompareWords.p(words(), p),
                        "n",
                        desk.texts().numbers().count(exact.n()),
                        "candidate",
                        rate(comparison, true),
                        "other",
                        rate(comparison, false)));
        sentence.setWrapText(true);
        return card(title("exact"), line, sentence);
    }

    private String rate(Comparison comparison, boolean candidate) {
        int right = comparison.lists().of(PairLists.Outcome.BOTH_RIGHT).size()
                + comparison
                        .lists()
                        .of(candidate ? PairLists.Outcome.WINS : PairLists.Outcome.LOSSES)
                        .size();
        long all = comparison.tests().exact().n();
        return all == 0 ? "–" : desk.texts().numbers().percent((double) right / all);
    }

    private Node wins(Comparison comparison) {
        int wins = comparison.lists().of(PairLists.Outcome.WINS).size();
        int losses = comparison.lists().of(PairLists.Outcome.LOSSES).size();
        Button won = part(PairLists.Outcome.WINS, wins, "compare-wins");
        Button lost = part(PairLists.Outcome.LOSSES, losses, "compare-losses");
        HBox bar = new HBox(1, won, lost);
        bar.getStyleClass().add("compare-bar");
        double all = Math.max(1, wins + losses);
        won.prefWidthProperty().bind(bar.widthProperty().subtract(1).multiply((wins + 0.15 * all) / (1.3 * all)));
        lost.prefWidthProperty().bind(bar.widthProperty().subtract(1).multiply((losses + 0.15 * all) / (1.3 * all)));
        String ties = words().text(
                        "analyze.compare.ties",
                        "right",
                        desk.texts()
                                .numbers()
                                .count(comparison
                                        .lists()
                                        .of(PairLists.Outcome.BOTH_RIGHT)
                                        .size()),
                        "wrong",
                        desk.texts()
                                .numbers()
                                .count(comparison
                                        .lists()
                                        .of(PairLists.Outcome.BOTH_WRONG)
                                        .size()));
        return card(title("wins"), bar, muted(ties));
    }

    private Button part(PairLists.Outcome outcome, int count, String style) {
        Button button = new Button(words().text("analyze.compare.count." + outcome.word(), "count", count));
        button.getStyleClass().setAll("compare-part", style);
        button.setMinWidth(60);
        button.setOnAction(event -> view.list(outcome));
        return button;
    }

    private Node others(Comparison comparison) {
        VBox rows = new VBox(2);
        comparison.tests().bootstrap().ifPresent(edit -> {
            Interval between = edit.percentile();
            boolean better = between.high() < 0;
            boolean worse = between.low() > 0;
            rows.getChildren()
                    .add(row(
                            "edit",
                            signed(edit.estimate(), 3),
                            words().text(
                                            "analyze.compare.between",
                                            "low",
                                            desk.texts().numbers().score(between.low()),
                                            "high",
                                            desk.texts().numbers().score(between.high())),
                            better ? "better" : worse ? "worse" : "not-shown"));
        });
        OptionalDouble mine = comparison.candidate().times().page().p50();
        OptionalDouble theirs = comparison.other().times().page().p50();
        if (mine.isPresent() && theirs.isPresent()) {
            rows.getChildren()
                    .add(row(
                            "time",
                            signed(mine.getAsDouble() - theirs.getAsDouble(), 1) + "\u2009ms",
                            desk.texts().numbers().millis(mine.getAsDouble()),
                            "none"));
        }
        OptionalLong size = weights(comparison.candidate().run().id());
        OptionalLong otherSize = weights(comparison.other().run().id());
        rows.getChildren()
                .add(row(
                        "size",
                        size.isPresent() && otherSize.isPresent()
                                ? signed((size.getAsLong() - otherSize.getAsLong()) / 1e6, 1) + "\u2009M"
                                : words().text("analyze.compare.size.unknown"),
                        size.isPresent() ? desk.texts().numbers().decimals(size.getAsLong() / 1e6, 1) + "\u2009M" : "",
                        "none"));
        return card(title("others"), rows);
    }

    private OptionalLong weights(long run) {
        return view.pointsProperty().get().stream()
                .filter(point -> point.run().id() == run)
                .map(CandidatePoint::weights)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private String signed(double value, int decimals) {
        String number = desk.texts().numbers().decimals(value, decimals);
        return value > 0 ? "+" + number : number;
    }

    private Node row(String name, String value, String beside, String verdict) {
        Label label = new Label(words().text("analyze.compare.row." + name));
        label.setMinWidth(0);
        label.setPrefWidth(130);
        Label number = new Label(value);
        number.setMinWidth(USE_PREF_SIZE);
        Label end = new Label(verdict.equals("none") ? "" : words().text("analyze.compare.row.verdict." + verdict));
        end.getStyleClass().add(verdict.equals("better") ? "good" : verdict.equals("worse") ? "bad" : "text-muted");
        end.setMinWidth(USE_PREF_SIZE);
        Label between = muted(beside);
        between.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, label, number, between, end);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Label title(String name) {
        Label title = new Label(words().text("analyze.compare.card." + name));
        title.getStyleClass().add("row-title");
        return title;
    }

    private static Region card(Node... content) {
        VBox box = new VBox(4, content);
        box.getStyleClass().addAll("number-card", "compare-card");
        box.setMinWidth(0);
        box.setPrefWidth(260);
        return box;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-caption");
        label.setMinWidth(0);
        return label;
    }

    private Words words() {
        return desk.texts().words();
    }
}
