package sigmark.app.analyze.sample;

import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.SampleMetric;
import sigmark.app.analyze.model.SampleOrder;
import sigmark.app.base.Desk;
import sigmark.inference.run.Step;

/**
 * The time of a sample's page as a bar of its steps, each beginning where the one before ends, beside the run's median. A
 * step's name leads to the samples whose page took longest in it. Style class {@code timing}.
 */
final class Waterfall extends VBox {
    private final Desk desk;
    private final AnalyzeViewModel view;

    Waterfall(Desk desk, AnalyzeViewModel view) {
        super(6);
        this.desk = desk;
        this.view = view;
        getStyleClass().add("timing");
    }

    void show(EvaluationSample sample) {
        double total = Math.max(1, sample.pageTimes().total());
        HBox bar = new HBox();
        bar.getStyleClass().add("waterfall");
        FlowPane words = new FlowPane(12, 2);
        Label title = new Label(desk.texts().text("analyze.sample.time", "ms", millis(total)));
        title.getStyleClass().add("row-title");
        words.getChildren().add(title);
        median().ifPresent(ms -> {
            Label beside = new Label(desk.texts()
                    .text("analyze.sample.median", "ms", desk.texts().numbers().millis(ms)));
            beside.getStyleClass().add("text-caption");
            words.getChildren().add(beside);
        });
        for (Step step : Step.of(List.of(sample.pageTimes()))) {
            Region part = new Region();
            part.getStyleClass().addAll("waterfall-part", "step-" + step.word());
            part.prefWidthProperty()
                    .bind(Bindings.multiply(
                            bar.widthProperty(), sample.pageTimes().of(step) / total));
            part.setMinWidth(0);
            bar.getChildren().add(part);
            words.getChildren().add(entry(step, sample.pageTimes().of(step)));
        }
        words.setRowValignment(javafx.geometry.VPos.CENTER);
        getChildren().setAll(words, bar);
    }

    private OptionalDouble median() {
        return view.evaluationProperty()
                .get()
                .map(evaluation -> evaluation.times().page().p50())
                .orElse(OptionalDouble.empty());
    }

    private Region entry(Step step, double nanos) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("step-swatch", "step-" + step.word());
        Label label = new Label(desk.texts().text("step." + step.word()) + " " + millis(nanos));
        label.getStyleClass().add("text-caption");
        HBox inside = new HBox(4, swatch, label);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button entry = new Button();
        entry.setGraphic(inside);
        entry.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        entry.getStyleClass().setAll("picture-link");
        entry.setAccessibleText(label.getText());
        entry.setOnAction(event -> Waterfall.this.view.sortBy(SampleOrder.worst(metric(step))));
        return entry;
    }

    private static SampleMetric metric(Step step) {
        return SampleMetric.valueOf(step.name());
    }

    private String millis(double nanos) {
        return desk.texts().numbers().millis(nanos / 1e6);
    }
}
