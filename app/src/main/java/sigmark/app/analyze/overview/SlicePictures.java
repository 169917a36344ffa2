package sigmark.app.analyze.overview;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.analyze.chart.ChartRow;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.FacetWords;
import sigmark.app.analyze.model.SliceList;
import sigmark.app.base.Desk;
import sigmark.app.base.control.IntervalBar;
import sigmark.app.base.words.Numbers;
import sigmark.app.base.words.Words;

/** Slices that do worse than the rest, by kind of formula, by length; exact end to end, each with its interval. */
final class SlicePictures {
    private static final int MOST = 7;

    private final Desk desk;
    private final AnalyzeViewModel view;

    SlicePictures(Desk desk, AnalyzeViewModel view) {
        this.desk = desk;
        this.view = view;
    }

    List<Region> make() {
        SliceList list = view.sliceListProperty().get();
        return List.of(
                weak(list),
                rows("slices.source", list, name -> Stream.of("tag:", "split:", "source:")
                        .anyMatch(name::startsWith)),
                rows("slices.form", list, name -> Stream.of("kind:", "writing:", "length:")
                        .anyMatch(name::startsWith)));
    }

    private Region weak(SliceList list) {
        VBox rows = new VBox();
        list.weak().stream().limit(MOST).forEach(row -> rows.getChildren().add(row(row)));
        if (list.weak().isEmpty()) {
            rows.getChildren().add(Picture.caption(words().text("analyze.picture.slices.weak.none")));
        }
        return new Picture(words(), "slices.weak", rows);
    }

    private Region rows(String name, SliceList list, Predicate<String> wanted) {
        VBox rows = new VBox();
        list.rows().stream()
                .filter(row -> wanted.test(row.name()))
                .filter(row -> !row.name().equals("split:none"))
                .sorted(Comparator.comparingDouble(
                        (SliceList.Row row) -> row.figures().right().estimate().orElse(1)))
                .limit(MOST)
                .forEach(row -> rows.getChildren().add(row(row)));
        return new Picture(words(), name, rows);
    }

    private Region row(SliceList.Row row) {
        Proportion right = row.figures().right();
        double share = right.estimate().orElse(0);
        Interval interval = right.wilson().orElse(new Interval(0, 1));
        String between =
                numbers().decimals(100 * interval.low(), 0) + "–" + numbers().decimals(100 * interval.high(), 0);
        double whole = view.evaluationProperty()
                .get()
                .flatMap(evaluation -> evaluation.figures().endToEnd().canonical().exact().estimate().stream()
                        .boxed()
                        .findFirst())
                .orElse(Double.NaN);
        IntervalBar bar = new IntervalBar(
                new IntervalBar.Scale(0, 1, interval.low(), share, interval.high(), whole, true),
                row.weak().isPresent() ? "missed" : "unjudged",
                between);
        ChartRow made = ChartRow.drawn(
                FacetWords.slice(words(), row.name()),
                bar,
                numbers().percent(share),
                "(" + between + ") n " + numbers().count(right.n()),
                () -> view.narrow(row.facet()));
        if (right.fewSamples()) {
            made.getStyleClass().add("few");
        }
        return made;
    }

    private Words words() {
        return desk.texts().words();
    }

    private Numbers numbers() {
        return desk.texts().numbers();
    }
}
