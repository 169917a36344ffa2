package sigmark.app.analyze.overview;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.analyze.chart.ChartRow;
import sigmark.app.analyze.chart.Histogram;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.ErrorFigures;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.SampleMetric;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.base.Desk;
import sigmark.app.base.words.Numbers;
import sigmark.app.base.words.Words;
import sigmark.app.latex.FormulaPictures;

/** How far readings are from the truth, what kinds of errors they have, which sign is taken for which. */
final class ReadingPictures {
    private static final int MOST_CLASSES = 8;

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final CropStore crops;
    private final FormulaPictures formulas;

    ReadingPictures(Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas) {
        this.desk = desk;
        this.view = view;
        this.crops = crops;
        this.formulas = formulas;
    }

    List<Region> make() {
        return List.of(distances(), classes(), confusions());
    }

    private Region distances() {
        int[] counts = new int[SampleFacet.BINS];
        for (EvaluationSample sample : view.sliceProperty().get()) {
            if (sample.tokenDistance().isPresent()) {
                counts[SampleFacet.bin(sample.tokenDistance().getAsDouble())]++;
            }
        }
        List<Histogram.Bar> bars = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            String label = bin == 0 ? "0" : bin == counts.length - 1 ? "1" : bin % 2 == 1 ? "" : "." + bin;
            bars.add(new Histogram.Bar(counts[bin], label, bin == 0, spoken(bin, counts[bin])));
        }
        Histogram histogram =
                new Histogram(bars, count -> numbers().count(count), (from, to) -> view.narrow(bins(from, to)));
        return new Picture(
                words(),
                "distances",
                histogram,
                Picture.caption(words().text("analyze.histogram.exact", "count", counts[0])));
    }

    private static SampleFacet bins(int from, int to) {
        return from == to
                ? new SampleFacet(SampleFacet.Field.DISTANCE, String.valueOf(from))
                : SampleFacet.range(SampleMetric.EDIT, from == 0 ? 0 : (from - 1) / 10.0 + 1e-9, to / 10.0);
    }

    private String spoken(int bin, int count) {
        return words().text(
                        "analyze.histogram.bar",
                        "from",
                        numbers().decimals(Math.max(0, bin - 1) / 10.0, 1),
                        "to",
                        numbers().decimals(bin / 10.0, 1),
                        "count",
                        count);
    }

    private Region classes() {
        VBox rows = new VBox();
        List<ErrorFigures.OfClass> classes = view.errorsProperty().get().classes();
        int most = classes.isEmpty() ? 1 : classes.get(0).samples();
        classes.stream().limit(MOST_CLASSES).forEach(row -> rows.getChildren()
                .add(ChartRow.bar(
                        words().text("analyze.error." + row.error().word()),
                        (double) row.samples() / most,
                        "row-bar-class",
                        numbers().count(row.samples()),
                        numbers().wholePercent(row.costShare()),
                        () -> view.narrow(SampleFacet.error(row.error())))));
        if (classes.isEmpty()) {
            rows.getChildren().add(Picture.caption(words().text("analyze.picture.classes.none")));
        }
        return new Picture(words(), "classes", rows);
    }

    private Region confusions() {
        List<ErrorFigures.Confusion> pairs = view.errorsProperty().get().confusions();
        if (pairs.isEmpty()) {
            return new Picture(words(), "confusions", Picture.caption(words().text("analyze.picture.confusions.none")));
        }
        return new Picture(words(), "confusions", new ConfusionMatrix(desk, view, crops, formulas, pairs));
    }

    private Words words() {
        return desk.texts().words();
    }

    private Numbers numbers() {
        return desk.texts().numbers();
    }
}
