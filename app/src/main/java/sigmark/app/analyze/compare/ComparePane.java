package sigmark.app.analyze.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.compare.CandidatePoint;
import sigmark.analysis.statistics.Interval;
import sigmark.app.analyze.chart.PointChart;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.CompareViewModel;
import sigmark.app.analyze.model.Comparison;
import sigmark.app.analyze.model.PairLists;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.VerdictViewModel;
import sigmark.app.analyze.part.AnalyzeActions;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.FacetChips;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Segments;
import sigmark.app.base.control.TokenColors.Token;
import sigmark.app.base.control.WordCell;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.project.StoredRun;

/**
 * Two runs side by side: the difference in words, slice by slice, all runs by accuracy and time, the pairs that decide,
 * and the verdict beside them. Style class {@code compare-pane}.
 */
public final class ComparePane extends HBox {
    private final Desk desk;
    private final AnalyzeViewModel samples;
    private final CompareViewModel view;
    private final PairTable table;

    /** What stands beside each other. */
    public record Parts(
            AnalyzeViewModel samples,
            CompareViewModel compare,
            VerdictViewModel verdict,
            AnalyzeActions actions,
            CompareActions compareActions) {}

    public ComparePane(Desk desk, Parts parts, CropStore crops, FormulaPictures formulas) {
        this.desk = desk;
        this.samples = parts.samples();
        this.view = parts.compare();
        getStyleClass().add("compare-pane");
        setId("compare-pane");
        table = new PairTable(desk, view, crops, formulas, parts.verdict()::show);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox pictures = new HBox(pareto(), slices());
        pictures.getStyleClass().addAll("pictures", "compare-pictures");
        pictures.getChildren().forEach(one -> HBox.setHgrow(one, Priority.ALWAYS));
        VBox middle = new VBox(toolbar(parts.actions()), new CompareCards(desk, view), pictures, tableHead(), table);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren()
                .addAll(middle, new VerdictPane(desk, parts.verdict(), view, parts.compareActions(), crops, formulas));
    }

    /** The list of pairs takes the focus. */
    public void shown() {
        table.requestFocus();
    }

    private Node toolbar(AnalyzeActions actions) {
        Label against = desk.texts().on(new Label(), "analyze.compare.against");
        against.getStyleClass().add("text-muted");
        against.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label fell = new Label();
        fell.getStyleClass().add("text-muted");
        fell.setMinWidth(0);
        fell.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> view.comparisonProperty().get().map(this::fellOut).orElse(""),
                        view.comparisonProperty(),
                        desk.texts().wordsProperty()));
        HBox bar = new HBox(
                8,
                ActionButton.icon(desk, actions.goBack()),
                ActionButton.icon(desk, actions.goForward()),
                choice("compare-candidate", "analyze.compare.candidate", true),
                against,
                choice("compare-other", "analyze.compare.other", false),
                new FacetChips(desk, samples, SampleFacet::isSlice),
                space,
                fell,
                ActionButton.icon(desk, actions.back()));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private String fellOut(Comparison comparison) {
        int fell = comparison.tests().onlyOne();
        return desk.texts()
                .text(
                        fell == 0 ? "analyze.compare.same" : "analyze.compare.fell",
                        "n",
                        desk.texts().numbers().count(comparison.tests().exact().n()),
                        "fell",
                        fell);
    }

    private Node choice(String id, String nameKey, boolean candidate) {
        ComboBox<StoredRun> runs = new ComboBox<>(view.runs());
        runs.setId(id);
        WordCell.on(runs, desk, this::title);
        runs.setMinWidth(130);
        runs.setMaxWidth(220);
        desk.texts().name(runs, nameKey);
        var property = candidate ? view.candidateProperty() : view.otherProperty();
        Consumer<StoredRun> choose = candidate ? view::chooseCandidate : view::chooseOther;
        runs.setOnAction(event -> {
            StoredRun wish = runs.getValue();
            if (wish != null && property.get().filter(wish::equals).isEmpty()) {
                choose.accept(wish);
            }
        });
        property.addListener((p, old, now) -> now.ifPresent(runs::setValue));
        view.runs().addListener((ListChangeListener<StoredRun>)
                change -> property.get().ifPresent(runs::setValue));
        return runs;
    }

    private String title(StoredRun run) {
        return desk.texts().text("analyze.compare.run", "number", run.id(), "pipeline", run.pipeline());
    }

    private Node pareto() {
        List<CandidatePoint> shown = new ArrayList<>();
        PointChart chart = new PointChart(
                millis -> desk.texts().numbers().decimals(millis, 0),
                share -> desk.texts().numbers().wholePercent(share),
                at -> view.chooseCandidate(shown.get(at).run()));
        chart.setId("pareto");
        Runnable fill = () -> {
            shown.clear();
            List<PointChart.Point> points = new ArrayList<>();
            StringBuilder spoken = new StringBuilder(desk.texts().text("analyze.compare.pareto"));
            for (CandidatePoint point : view.pointsProperty().get()) {
                if (point.medianMillis().isPresent() && point.right().estimate().isPresent()) {
                    PointChart.Point made = point(point);
                    shown.add(point);
                    points.add(made);
                    spoken.append(". ").append(made.spoken());
                }
            }
            chart.show(points, spoken.toString());
        };
        view.pointsProperty().addListener((property, old, now) -> fill.run());
        view.candidateProperty().addListener((property, old, now) -> fill.run());
        view.otherProperty().addListener((property, old, now) -> fill.run());
        desk.texts().wordsProperty().addListener((property, old, now) -> fill.run());
        VBox.setVgrow(chart, Priority.ALWAYS);
        return titled("analyze.compare.pareto", "analyze.compare.pareto.hint", chart);
    }

    private PointChart.Point point(CandidatePoint point) {
        boolean candidate = isRun(view.candidateProperty().get(), point);
        boolean other = isRun(view.otherProperty().get(), point);
        double right = point.right().estimate().orElse(0);
        Interval interval = point.right().wilson().orElse(new Interval(right, right));
        double millis = point.medianMillis().orElse(0);
        String name = title(point.run());
        String spoken = name + ": " + desk.texts().numbers().percent(right) + ", "
                + desk.texts().numbers().millis(millis)
                + (point.weights().isPresent()
                        ? ", " + desk.texts().numbers().decimals(point.weights().getAsLong() / 1e6, 1) + "\u2009M"
                        : "");
        return new PointChart.Point(
                name,
                spoken,
                millis,
                right,
                interval.low(),
                interval.high(),
                point.weights().orElse(0),
                point.front(),
                other,
                candidate ? Token.SERIES_1 : other ? Token.SERIES_2 : Token.SERIES_7);
    }

    private static boolean isRun(java.util.Optional<StoredRun> run, CandidatePoint point) {
        return run.filter(one -> one.id() == point.run().id()).isPresent();
    }

    private Node slices() {
        CompareSlices slices = new CompareSlices(desk, view, samples);
        VBox.setVgrow(slices, Priority.ALWAYS);
        return titled("analyze.compare.slices", "analyze.compare.slices.hint", slices);
    }

    private Region titled(String titleKey, String hintKey, Node content) {
        Label title = desk.texts().on(new Label(), titleKey);
        title.getStyleClass().add("row-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label hint = desk.texts().on(new Label(), hintKey);
        hint.getStyleClass().add("text-caption");
        hint.setMinWidth(0);
        HBox head = new HBox(8, title, hint);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(6, head, content);
        box.getStyleClass().add("picture");
        box.setMinWidth(0);
        box.setPrefWidth(300);
        return box;
    }

    private Node tableHead() {
        Segments<PairLists.Outcome> choice = new Segments<>(
                List.of(PairLists.Outcome.values()), view.outcomeProperty().get(), this::counted);
        choice.setId("pair-list");
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.valueProperty().addListener((property, old, now) -> view.list(now));
        view.outcomeProperty()
                .addListener((property, old, now) -> choice.valueProperty().set(now));
        HBox head = new HBox(8, choice, hint());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("table-head");
        return head;
    }

    private Label hint() {
        Label hint = desk.texts().on(new Label(), "analyze.compare.order");
        hint.getStyleClass().add("text-muted");
        hint.setMinWidth(0);
        return hint;
    }

    private javafx.beans.value.ObservableValue<String> counted(PairLists.Outcome outcome) {
        return Bindings.createStringBinding(
                () -> desk.texts()
                        .text(
                                "analyze.compare.list." + outcome.word(),
                                "count",
                                desk.texts()
                                        .numbers()
                                        .count(view.comparisonProperty()
                                                .get()
                                                .map(comparison -> comparison
                                                        .lists()
                                                        .of(outcome)
                                                        .size())
                                                .orElse(0))),
                view.comparisonProperty(),
                desk.texts().wordsProperty());
    }
}
