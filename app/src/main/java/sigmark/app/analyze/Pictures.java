package sigmark.app.analyze;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.timing.StepFigures;
import sigmark.app.base.Desk;
import sigmark.app.base.words.Numbers;
import sigmark.app.base.words.Words;
import sigmark.inference.run.Step;

/**
 * Three pictures of the evaluation, each a way to its samples: how far readings are from the truth, what became of the
 * formulas and of the time, and how the slices do. Style class {@code pictures}.
 */
final class Pictures extends HBox {
    private static final double BAR_HEIGHT = 92;
    private static final double ROW_BAR = 120;
    private static final int MOST_SLICES = 9;

    private final Desk desk;
    private final AnalyzeViewModel view;

    Pictures(Desk desk, AnalyzeViewModel view) {
        this.desk = desk;
        this.view = view;
        getStyleClass().add("pictures");
        view.slicesProperty().addListener((property, old, now) -> fill());
        view.figuresProperty().addListener((property, old, now) -> fill());
        desk.texts().wordsProperty().addListener((property, old, now) -> fill());
    }

    private void fill() {
        getChildren().clear();
        view.evaluationProperty().get().ifPresent(evaluation -> {
            List<EvaluationSample> slice = evaluation.samples().stream()
                    .filter(sample -> view.facets().stream()
                            .filter(SampleFacet::isSlice)
                            .allMatch(facet -> facet.matches(sample)))
                    .toList();
            getChildren().addAll(distances(slice), outcomes(slice, evaluation), slices());
            getChildren().forEach(picture -> HBox.setHgrow(picture, Priority.ALWAYS));
        });
    }

    private Region distances(List<EvaluationSample> samples) {
        int[] counts = new int[SampleFacet.BINS];
        for (EvaluationSample sample : samples) {
            OptionalDouble distance = sample.tokenDistance();
            if (distance.isPresent()) {
                counts[SampleFacet.bin(distance.getAsDouble())]++;
            }
        }
        int most = 1;
        for (int bin = 1; bin < counts.length; bin++) {
            most = Math.max(most, counts[bin]);
        }
        HBox bars = new HBox(3);
        bars.getStyleClass().add("histogram");
        for (int bin = 0; bin < counts.length; bin++) {
            Node bar = bar(bin, counts[bin], most);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bars.getChildren().add(bar);
        }
        Label exact = muted(words().text("analyze.histogram.exact", "count", counts[0]));
        return picture("distances", "distances.hint", bars, exact);
    }

    /** The exact ones would dwarf the rest: their bar is cut off and says so by its number. */
    private Node bar(int bin, int count, int most) {
        Region fill = new Region();
        boolean cut = bin == 0 && count > most;
        double height = count == 0 ? 1 : Math.max(3, BAR_HEIGHT * Math.min(count, most) / most);
        fill.getStyleClass().add(bin == 0 ? "bar-exact" : "bar");
        fill.setMinHeight(height);
        fill.setMaxHeight(height);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Label top = muted(cut ? numbers().count(count) + " ↑" : "");
        Label below = muted(bin == 0 ? "0" : bin % 2 == 1 ? "" : "." + bin);
        if (bin == SampleFacet.BINS - 1) {
            below.setText("1");
        }
        VBox column = new VBox(2, top, space, fill, below);
        column.setAlignment(javafx.geometry.Pos.BOTTOM_CENTER);
        column.setMinWidth(0);
        column.setPrefHeight(BAR_HEIGHT + 36);
        String spoken = words().text(
                        "analyze.histogram.bar",
                        "from",
                        numbers().decimals(Math.max(0, bin - 1) / 10.0, 1),
                        "to",
                        numbers().decimals(bin / 10.0, 1),
                        "count",
                        count);
        Button button = link(
                column, spoken, () -> view.narrow(new SampleFacet(SampleFacet.Field.DISTANCE, String.valueOf(bin))));
        button.setMaxWidth(Double.MAX_VALUE);
        column.prefWidthProperty().bind(button.widthProperty());
        return button;
    }

    private Region outcomes(List<EvaluationSample> samples, Evaluation evaluation) {
        Map<SampleOutcome, Integer> counts = new EnumMap<>(SampleOutcome.class);
        int wrong = 0;
        for (EvaluationSample sample : samples) {
            counts.merge(sample.outcome(), 1, Integer::sum);
            wrong += sample.outcome() == SampleOutcome.MATCHED && !sample.right() ? 1 : 0;
        }
        int all = Math.max(1, samples.size());
        VBox rows = new VBox();
        rows.getChildren().add(row("read-wrong", wrong, all, "row-bar-wrong", () -> {
            view.narrow(SampleFacet.WRONG);
            view.narrow(new SampleFacet(SampleFacet.Field.OUTCOME, SampleOutcome.MATCHED.word()));
        }));
        for (SampleOutcome outcome : List.of(SampleOutcome.MISSED, SampleOutcome.FALSE_BOX)) {
            rows.getChildren()
                    .add(row(
                            outcome.word(),
                            counts.getOrDefault(outcome, 0),
                            all,
                            "row-bar-wrong",
                            () -> view.narrow(new SampleFacet(SampleFacet.Field.OUTCOME, outcome.word()))));
        }
        Label time = new Label(words().text("analyze.picture.time"));
        time.getStyleClass().add("row-title");
        VBox.setMargin(time, new Insets(8, 0, 2, 0));
        rows.getChildren().add(time);
        double total = evaluation.times().page().p50().orElse(0);
        evaluation.times().steps().forEach((step, figures) -> rows.getChildren().add(stepRow(step, figures, total)));
        return picture("outcomes", "outcomes.hint", rows);
    }

    private Node row(String name, int count, int all, String style, Runnable open) {
        Region bar = new Region();
        bar.getStyleClass().addAll("row-bar", style);
        bar.setMinWidth(Math.max(1, ROW_BAR * count / all));
        bar.setMaxWidth(Math.max(1, ROW_BAR * count / all));
        String word = words().text("analyze.outcome." + name);
        HBox line = line(word, bar, numbers().count(count), numbers().wholePercent((double) count / all));
        return link(line, word + ", " + count, open);
    }

    private Node stepRow(Step step, StepFigures figures, double total) {
        Region bar = new Region();
        bar.getStyleClass().addAll("row-bar", "step-" + step.word());
        double share = total > 0 ? Math.min(1, figures.p50().orElse(0) / total) : 0;
        bar.setMinWidth(Math.max(1, ROW_BAR * share));
        bar.setMaxWidth(Math.max(1, ROW_BAR * share));
        String p50 = figures.p50().isPresent() ? numbers().millis(figures.p50().getAsDouble()) : "–";
        String p95 = figures.p95().isPresent()
                ? "p95 " + numbers().millis(figures.p95().getAsDouble())
                : "";
        HBox line = line(words().text("step." + step.word()), bar, p50, p95);
        line.getStyleClass().add("step-row");
        return line;
    }

    private Region slices() {
        VBox rows = new VBox();
        Map<String, EvaluationFigures> all = new TreeMap<>(view.slicesProperty().get());
        all.keySet().removeIf(name -> name.equals("split:none"));
        all.entrySet().stream()
                .filter(entry -> entry.getValue().endToEnd().count() > 0)
                .sorted(java.util.Comparator.comparingDouble(
                        (Map.Entry<String, EvaluationFigures> entry) -> entry.getValue()
                                .endToEnd()
                                .canonical()
                                .exact()
                                .estimate()
                                .orElse(1)))
                .limit(MOST_SLICES)
                .forEach(entry -> rows.getChildren().add(sliceRow(entry.getKey(), entry.getValue())));
        return picture("slices", "slices.hint", rows);
    }

    private Node sliceRow(String name, EvaluationFigures figures) {
        var exact = figures.endToEnd().canonical().exact();
        double share = exact.estimate().orElse(0);
        Region bar = new Region();
        bar.getStyleClass().addAll("row-bar", "row-bar-slice");
        bar.setMinWidth(Math.max(1, ROW_BAR * share));
        bar.setMaxWidth(Math.max(1, ROW_BAR * share));
        String interval = exact.wilson()
                .map(i -> "(" + numbers().decimals(100 * i.low(), 0) + "–"
                        + numbers().decimals(100 * i.high(), 0) + ")")
                .orElse("");
        HBox line = line(
                Facets.word(words(), facet(name)),
                bar,
                numbers().percent(share),
                interval + " n " + numbers().count(exact.n()));
        if (exact.fewSamples()) {
            line.getStyleClass().add("few");
        }
        return link(line, name + ", " + numbers().percent(share), () -> view.narrow(facet(name)));
    }

    private static SampleFacet facet(String slice) {
        int colon = slice.indexOf(':');
        SampleFacet.Field field =
                SampleFacet.Field.valueOf(slice.substring(0, colon).toUpperCase(java.util.Locale.ROOT));
        return new SampleFacet(field, slice.substring(colon + 1));
    }

    private static HBox line(String word, Region bar, String number, String more) {
        Label name = new Label(word);
        name.getStyleClass().add("picture-name");
        HBox track = new HBox(bar);
        track.setMinWidth(ROW_BAR);
        track.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        HBox.setHgrow(track, Priority.ALWAYS);
        Label value = new Label(number);
        value.getStyleClass().addAll("picture-number");
        Label beside = new Label(more);
        beside.getStyleClass().addAll("text-caption", "picture-beside");
        HBox line = new HBox(8, name, track, value, beside);
        line.getStyleClass().add("picture-row");
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private Region picture(String name, String hint, Node... content) {
        Label title = new Label(words().text("analyze.picture." + name));
        title.getStyleClass().add("row-title");
        HBox head = new HBox(8, title, muted(words().text("analyze.picture." + hint)));
        head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        VBox box = new VBox(6, head);
        box.getChildren().addAll(content);
        box.getStyleClass().add("picture");
        box.setMinWidth(0);
        box.setPrefWidth(320);
        return box;
    }

    private static Button link(Region content, String spoken, Runnable open) {
        Button button = new Button();
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("picture-link");
        button.setAccessibleText(spoken);
        button.setTooltip(new Tooltip(spoken));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setOnAction(event -> open.run());
        content.prefWidthProperty().bind(button.widthProperty());
        return button;
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

    private Numbers numbers() {
        return desk.texts().numbers();
    }
}
