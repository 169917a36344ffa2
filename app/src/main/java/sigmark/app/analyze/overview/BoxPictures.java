package sigmark.app.analyze.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.detection.ScoreCurve;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.app.analyze.chart.ChartRow;
import sigmark.app.analyze.chart.CurveChart;
import sigmark.app.analyze.chart.Histogram;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.SampleMetric;
import sigmark.app.base.Desk;
import sigmark.app.base.control.TokenColors.Token;
import sigmark.app.base.words.Numbers;
import sigmark.app.base.words.Words;

/** How boxes were found: precision against recall, what became of the formulas, how well boxes fit. */
final class BoxPictures {
    private static final int FITS = 10;
    private static final int MOST_POINTS = 400;

    private final Desk desk;
    private final AnalyzeViewModel view;

    BoxPictures(Desk desk, AnalyzeViewModel view) {
        this.desk = desk;
        this.view = view;
    }

    List<Region> make() {
        return List.of(curve(), outcomes(), fits());
    }

    private Region curve() {
        List<ScoreCurve.Found> found = new ArrayList<>();
        int truths = 0;
        for (EvaluationSample sample : view.sliceProperty().get()) {
            truths += sample.truth().isPresent() ? 1 : 0;
            sample.prediction()
                    .ifPresent(box -> found.add(
                            new ScoreCurve.Found(box.detection().score(), sample.outcome() == SampleOutcome.MATCHED)));
        }
        List<ScoreCurve.Point> points = thinned(ScoreCurve.of(found, truths).points());
        double[] recall = points.stream().mapToDouble(ScoreCurve.Point::recall).toArray();
        double[] precision =
                points.stream().mapToDouble(ScoreCurve.Point::precision).toArray();
        CurveChart.Curve curve =
                new CurveChart.Curve(words().text("analyze.curve.precision"), Token.SERIES_1, recall, precision);
        String best = points.stream()
                .max(Comparator.comparingDouble(ScoreCurve.Point::f1))
                .map(point -> words().text(
                                "analyze.curve.best",
                                "f1",
                                numbers().percent(point.f1()),
                                "score",
                                numbers().decimals(point.score(), 2)))
                .orElse(words().text("analyze.curve.nothing"));
        CurveChart chart = new CurveChart(
                List.of(curve),
                new CurveChart.Axes(1, 1, numbers()::wholePercent, numbers()::wholePercent),
                words().text("analyze.picture.precision") + ". " + best,
                (which, point) -> view.narrow(SampleFacet.range(
                        SampleMetric.BOX_SCORE, points.get(point).score(), Double.POSITIVE_INFINITY)));
        return new Picture(words(), "precision", chart, Picture.caption(best));
    }

    private static List<ScoreCurve.Point> thinned(List<ScoreCurve.Point> points) {
        int step = Math.max(1, points.size() / MOST_POINTS);
        List<ScoreCurve.Point> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i % step == 0 || i == points.size() - 1) {
                kept.add(points.get(i));
            }
        }
        return kept;
    }

    private Region outcomes() {
        List<EvaluationSample> samples = view.sliceProperty().get();
        Map<SampleOutcome, Integer> counts = new EnumMap<>(SampleOutcome.class);
        int wrong = 0;
        for (EvaluationSample sample : samples) {
            counts.merge(sample.outcome(), 1, Integer::sum);
            wrong += sample.outcome() == SampleOutcome.MATCHED && !sample.right() ? 1 : 0;
        }
        int all = Math.max(1, samples.size());
        int right = counts.getOrDefault(SampleOutcome.MATCHED, 0) - wrong;
        VBox rows = new VBox();
        SampleFacet matched = new SampleFacet(SampleFacet.Field.OUTCOME, SampleOutcome.MATCHED.word());
        rows.getChildren()
                .add(row(
                        "right",
                        right,
                        all,
                        "row-bar-right",
                        () -> view.narrow(matched, SampleFacet.range(SampleMetric.EDIT, 0, 0))));
        rows.getChildren()
                .add(row("read-wrong", wrong, all, "row-bar-wrong", () -> view.narrow(SampleFacet.WRONG, matched)));
        for (SampleOutcome outcome : SampleOutcome.values()) {
            if (outcome != SampleOutcome.MATCHED) {
                rows.getChildren()
                        .add(row(
                                outcome.word(),
                                counts.getOrDefault(outcome, 0),
                                all,
                                "row-bar-wrong",
                                () -> view.narrow(new SampleFacet(SampleFacet.Field.OUTCOME, outcome.word()))));
            }
        }
        losses(rows, samples);
        return new Picture(words(), "outcomes", rows);
    }

    /** Whose the loss end to end is, of the formulas that were read on their true boxes too. */
    private void losses(VBox rows, List<EvaluationSample> samples) {
        int read = (int) samples.stream().filter(s -> s.onTrueBox().isPresent()).count();
        if (read == 0) {
            return;
        }
        loss(rows, "detection", samples, SampleFacet.LOST_BY_DETECTION, read);
        loss(rows, "recognition", samples, SampleFacet.INEXACT_ON_TRUE_BOX, read);
    }

    private void loss(VBox rows, String name, List<EvaluationSample> samples, SampleFacet facet, int read) {
        int count = (int) samples.stream().filter(facet::matches).count();
        rows.getChildren()
                .add(ChartRow.bar(
                        words().text("analyze.loss." + name),
                        (double) count / read,
                        "row-bar-class",
                        numbers().count(count),
                        numbers().wholePercent((double) count / read),
                        () -> view.narrow(facet)));
    }

    private Region row(String name, int count, int all, String style, Runnable open) {
        return ChartRow.bar(
                words().text("analyze.outcome." + name),
                (double) count / all,
                style,
                numbers().count(count),
                numbers().wholePercent((double) count / all),
                open);
    }

    private Region fits() {
        int[] counts = new int[FITS];
        for (EvaluationSample sample : view.sliceProperty().get()) {
            if (sample.outcome() == SampleOutcome.MATCHED) {
                counts[(int) Math.max(0, Math.min(FITS - 1, Math.floor((sample.iou() - 0.5) * 2 * FITS)))]++;
            }
        }
        List<Histogram.Bar> bars = new ArrayList<>();
        for (int i = 0; i < FITS; i++) {
            String label = i % 2 == 0 ? numbers().decimals(0.5 + i / 20.0, 1).substring(1) : "";
            bars.add(new Histogram.Bar(
                    counts[i],
                    label,
                    false,
                    words().text(
                                    "analyze.histogram.fit",
                                    "from",
                                    numbers().decimals(0.5 + i / 20.0, 2),
                                    "to",
                                    numbers().decimals(0.55 + i / 20.0, 2),
                                    "count",
                                    counts[i])));
        }
        return new Picture(
                words(),
                "fits",
                new Histogram(
                        bars,
                        count -> numbers().count(count),
                        (from, to) ->
                                view.narrow(SampleFacet.range(SampleMetric.IOU, 0.5 + from / 20.0, 0.55 + to / 20.0))));
    }

    private Words words() {
        return desk.texts().words();
    }

    private Numbers numbers() {
        return desk.texts().numbers();
    }
}
