package sigmark.app.analyze.overview;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.recognition.CdmSummary;
import sigmark.analysis.recognition.EditAverages;
import sigmark.analysis.recognition.FormSummary;
import sigmark.analysis.recognition.RecognitionSummary;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.SampleMetric;
import sigmark.app.analyze.model.SampleOrder;
import sigmark.app.base.Desk;
import sigmark.app.base.control.IntervalBar;
import sigmark.app.base.words.Words;

/** The numbers at the top, each with its interval and a way to the samples that made it. Style class {@code numbers}. */
public final class NumberCards extends HBox {
    private final Desk desk;
    private final AnalyzeViewModel view;
    private final Runnable toSamples;

    /** @param toSamples gives the samples the focus */
    public NumberCards(Desk desk, AnalyzeViewModel view, Runnable toSamples) {
        this.toSamples = toSamples;
        this.desk = desk;
        this.view = view;
        getStyleClass().add("numbers");
        view.figuresProperty().addListener((property, old, now) -> fill());
        desk.texts().wordsProperty().addListener((property, old, now) -> fill());
    }

    private void fill() {
        getChildren().clear();
        view.figuresProperty().get().ifPresent(figures -> {
            Evaluation evaluation = view.evaluationProperty().get().orElseThrow();
            getChildren()
                    .addAll(
                            boxes(figures),
                            exact(
                                    "on-true-boxes",
                                    figures.onTrueBoxes().map(RecognitionSummary::canonical),
                                    () -> view.narrow(SampleFacet.INEXACT_ON_TRUE_BOX)),
                            exact(
                                    "end-to-end",
                                    Optional.of(figures.endToEnd().canonical()),
                                    () -> view.narrow(SampleFacet.INEXACT_END_TO_END)),
                            edit(
                                    figures.endToEnd().canonical().edit(),
                                    figures.endToEnd().count()),
                            cdm(figures.endToEnd().cdm()),
                            time(evaluation));
        });
        getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    }

    private Region boxes(EvaluationFigures figures) {
        var detection = figures.detection();
        String detail = words().text(
                        "analyze.number.precision-recall",
                        "precision",
                        percent(detection.precision().estimate()),
                        "recall",
                        percent(detection.recall().estimate()));
        return card(
                "f1",
                new Shown(
                        detection.f1(),
                        detection.f1Interval(),
                        true,
                        detection.recall().n(),
                        detail),
                () -> view.narrow(new SampleFacet(
                        SampleFacet.Field.OUTCOME,
                        detection.recall().k() < detection.recall().n()
                                ? SampleOutcome.MISSED.word()
                                : SampleOutcome.FALSE_BOX.word())));
    }

    private Region exact(String name, Optional<FormSummary> form, Runnable open) {
        Optional<Proportion> rate = form.map(FormSummary::exact);
        return card(
                name,
                new Shown(
                        rate.map(Proportion::estimate).orElse(OptionalDouble.empty()),
                        rate.flatMap(Proportion::wilson),
                        true,
                        rate.map(Proportion::n).orElse(0L),
                        form.map(this::within).orElse("")),
                open);
    }

    private String within(FormSummary form) {
        return words().text(
                        "analyze.number.within",
                        "one",
                        percent(form.expRate().get(1).estimate()),
                        "two",
                        percent(form.expRate().get(2).estimate()));
    }

    private Region edit(EditAverages edit, int count) {
        String detail = edit.pooled().isPresent()
                ? words().text(
                                "analyze.number.pooled",
                                "pooled",
                                String.format(Locale.ROOT, "%.3f", edit.pooled().getAsDouble()))
                : "";
        return card(
                "edit",
                new Shown(edit.sampleMean(), edit.interval(), false, count, detail),
                () -> view.sortBy(SampleOrder.WORST));
    }

    private Region cdm(CdmSummary cdm) {
        String detail = cdm.whole().estimate().isPresent()
                ? words().text(
                                "analyze.number.whole",
                                "share",
                                percent(cdm.whole().estimate()))
                : "";
        return card(
                "cdm",
                new Shown(cdm.f1(), cdm.f1Interval(), false, cdm.samples(), detail),
                () -> view.sortBy(SampleOrder.worst(SampleMetric.CDM)));
    }

    private Region time(Evaluation evaluation) {
        var page = evaluation.times().page();
        VBox box = frame("time");
        Label value = new Label(
                page.p95().isPresent()
                        ? desk.texts().numbers().millis(page.p95().getAsDouble())
                        : notMeasured());
        value.getStyleClass().add("headline");
        String median = page.p50().isPresent()
                ? words().text(
                                "analyze.number.median",
                                "ms",
                                desk.texts().numbers().millis(page.p50().getAsDouble()))
                : "";
        String bound = page.p95Bound().isPresent()
                ? words().text(
                                "analyze.number.bound",
                                "ms",
                                desk.texts().numbers().millis(page.p95Bound().getAsDouble()))
                : words().text("analyze.number.no-bound", "pages", Math.max(0, 59 - page.pages()));
        box.getChildren().addAll(value, caption(median, count(page.pages())), muted(bound));
        return clickable(box, "time", () -> view.sortBy(SampleOrder.SLOWEST_PAGE));
    }

    /** @param percent shown as percentage, else as a score with three decimals */
    private record Shown(OptionalDouble value, Optional<Interval> interval, boolean percent, long n, String detail) {}

    private Region card(String name, Shown shown, Runnable open) {
        VBox box = frame(name);
        Label value =
                new Label(shown.value.isPresent() ? number(shown.value.getAsDouble(), shown.percent) : notMeasured());
        value.getStyleClass().add("headline");
        String interval = shown.interval
                .map(i -> number(i.low(), shown.percent) + "–" + number(i.high(), shown.percent))
                .orElse("");
        box.getChildren().addAll(value, caption(interval, count(shown.n)));
        shown.interval.ifPresent(i -> {
            double to = shown.percent || name.equals("cdm") ? 1 : Math.max(0.2, Math.min(1, i.high() * 1.5));
            box.getChildren()
                    .add(new IntervalBar(
                            new IntervalBar.Scale(
                                    0, to, i.low(), shown.value.orElse(i.low()), i.high(), Double.NaN, shown.percent),
                            "unjudged",
                            interval));
        });
        if (!shown.detail.isEmpty()) {
            box.getChildren().add(muted(shown.detail));
        }
        if (shown.n > 0 && shown.n < Proportion.ENOUGH) {
            box.getStyleClass().add("few");
            box.getChildren().add(muted(words().text("analyze.number.few")));
        }
        return clickable(box, name, open);
    }

    private VBox frame(String name) {
        Label title = new Label(words().text("analyze.number." + name));
        title.getStyleClass().add("row-title");
        title.setMinWidth(0);
        VBox box = new VBox(2, title);
        box.getStyleClass().add("number-card");
        return box;
    }

    private Region clickable(VBox box, String name, Runnable open) {
        Button button = new Button();
        button.setGraphic(box);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("number-button");
        button.setId("number-" + name);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> words().text("analyze.number." + name)));
        box.prefWidthProperty().bind(button.widthProperty().subtract(25));
        button.setOnAction(event -> {
            open.run();
            toSamples.run();
        });
        return button;
    }

    private HBox caption(String left, String right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, muted(left), space, muted(right));
        line.setMinWidth(0);
        return line;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-caption");
        label.setMinWidth(0);
        return label;
    }

    private String number(double value, boolean percent) {
        return percent
                ? desk.texts().numbers().percent(value)
                : desk.texts().numbers().score(value);
    }

    private String percent(OptionalDouble value) {
        return value.isPresent() ? desk.texts().numbers().percent(value.getAsDouble()) : "–";
    }

    private String count(long n) {
        return "n " + desk.texts().numbers().count(n);
    }

    private String notMeasured() {
        return words().text("analyze.not-measured");
    }

    private Words words() {
        return desk.texts().words();
    }
}
