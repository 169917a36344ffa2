package sigmark.app.analyze.compare;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import sigmark.analysis.compare.SliceComparison;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.McNemar;
import sigmark.app.analyze.chart.ChartRow;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.CompareViewModel;
import sigmark.app.analyze.model.Comparison;
import sigmark.app.analyze.model.FacetWords;
import sigmark.app.analyze.model.SliceList;
import sigmark.app.base.Desk;
import sigmark.app.base.control.IntervalBar;
import sigmark.app.base.words.Words;

/** The difference slice by slice, the candidate's losses first; a row narrows the comparison to its slice. */
final class CompareSlices extends ListView<SliceComparison> {
    private static final double WIDEST = 0.4;

    private final Desk desk;
    private final AnalyzeViewModel samples;

    CompareSlices(Desk desk, CompareViewModel view, AnalyzeViewModel samples) {
        this.desk = desk;
        this.samples = samples;
        getStyleClass().addAll("compare-slices", "edge-to-edge");
        desk.texts().name(this, "analyze.compare.slices");
        setFixedCellSize(24);
        setMinHeight(0);
        setCellFactory(list -> new SliceCell());
        view.comparisonProperty().addListener((property, old, now) -> getItems()
                .setAll(now.map(Comparison::slices).orElse(java.util.List.of())));
        desk.texts().wordsProperty().addListener((property, old, now) -> refresh());
    }

    private final class SliceCell extends ListCell<SliceComparison> {
        @Override
        protected void updateItem(SliceComparison slice, boolean empty) {
            super.updateItem(slice, empty);
            setGraphic(empty || slice == null ? null : row(slice));
        }

        private ChartRow row(SliceComparison slice) {
            Words words = desk.texts().words();
            McNemar exact = slice.comparison().exact();
            Interval range = CompareWords.range(exact);
            double difference = exact.difference().orElse(0);
            CompareWords.Verdict verdict = CompareWords.verdict(exact, slice.adjustedP());
            IntervalBar bar = new IntervalBar(
                    new IntervalBar.Scale(-WIDEST, WIDEST, range.low(), difference, range.high(), 0, true),
                    verdict.style(),
                    CompareWords.interval(words, exact));
            return ChartRow.drawn(
                    FacetWords.slice(words, slice.name()),
                    bar,
                    CompareWords.points(words, difference),
                    words.text(
                            "analyze.compare.slice",
                            "n",
                            words.numbers().count(exact.n()),
                            "p",
                            CompareWords.p(words, slice.adjustedP())),
                    () -> samples.narrowHere(SliceList.facet(slice.name())));
        }
    }
}
