package sigmark.app.analyze.sample;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.recognition.LatexSample;
import sigmark.analysis.recognition.cdm.StructureError;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.part.AnalyzeActions;
import sigmark.app.analyze.part.DiffFlow;
import sigmark.app.analyze.part.SampleText;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.canvas.PlaneView;
import sigmark.inference.run.Reading;

/** Everything about one sample: crop, both renderings, token diff, confidence, figures, and the way to its label. */
final class SampleInspector extends VBox {
    private static final double DOUBT = 0.7;
    private static final double BAR = 30;
    private static final double PART = 84;

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final VBox content = new VBox();
    private final SampleParts parts;
    private final DiffFlow truthTokens = new DiffFlow();
    private final DiffFlow predictedTokens = new DiffFlow();

    SampleInspector(Desk desk, AnalyzeViewModel view, SampleParts parts, AnalyzeActions actions) {
        this.desk = desk;
        this.view = view;
        this.parts = parts;
        getStyleClass().add("sample-inspector");
        setPrefWidth(372);
        setMinWidth(372);
        setMaxWidth(372);
        content.getStyleClass().add("inspector-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox foot = new HBox(8, ActionButton.next(desk, actions.fixLabel()), ActionButton.of(desk, actions.back()));
        foot.getStyleClass().add("inspector-foot");
        getChildren().addAll(parts.colors(), scroll, foot);
        view.selectedProperty().addListener((property, old, now) -> show(now));
        desk.texts()
                .wordsProperty()
                .addListener(
                        (property, old, now) -> show(view.selectedProperty().get()));
    }

    private void show(Optional<EvaluationSample> sample) {
        content.getChildren().clear();
        sample.ifPresent(this::fill);
    }

    private void fill(EvaluationSample sample) {
        Optional<String> right = SampleText.truth(sample);
        Optional<String> read = SampleText.prediction(sample);
        content.getChildren().add(head(sample));
        parts.show(sample);
        content.getChildren().add(section("crop", "", part(parts.crop(), Optional.of(""), "sample-crop")));
        content.getChildren()
                .add(section(
                        "truth",
                        sample.truth()
                                .map(region -> region.provenance().person())
                                .orElse(""),
                        part(parts.truth(), right, "truth-box")));
        content.getChildren()
                .add(section(
                        "prediction",
                        sample.latexScore().isPresent()
                                ? text(
                                        "analyze.sample.score",
                                        "score",
                                        score(sample.latexScore().getAsDouble()))
                                : "",
                        part(parts.prediction(), read, "prediction-box")));
        match(sample).ifPresent(content.getChildren()::add);
        if (right.isPresent()) {
            truthTokens.showSide(right.get(), read.orElse(""), true);
            predictedTokens.showSide(right.get(), read.orElse(""), false);
            content.getChildren().add(section("diff", text("analyze.sample.canonical"), truthTokens, predictedTokens));
        }
        sample.prediction()
                .map(found -> found.reading().tokens())
                .filter(tokens -> !tokens.isEmpty())
                .ifPresent(tokens -> content.getChildren().add(confidence(tokens)));
        sample.endToEnd().ifPresent(score -> content.getChildren().add(figures(sample, score)));
        classes(sample).ifPresent(content.getChildren()::add);
        alone(sample).ifPresent(said -> content.getChildren().add(said));
    }

    private Node head(EvaluationSample sample) {
        Label title = new Label(sample.page().name());
        title.getStyleClass().add("row-title");
        title.setMinWidth(0);
        Label kind = new Label(text("kind." + sample.kind().word()));
        kind.getStyleClass().add("text-muted");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String word = sample.outcome() == SampleOutcome.MATCHED
                ? sample.right() ? "right" : "read-wrong"
                : sample.outcome().word();
        Label outcome = new Label(text("analyze.outcome." + word));
        outcome.getStyleClass().add(sample.right() ? "good" : "bad");
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, title, kind, space, outcome);
        head.getStyleClass().add("inspector-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** A part through the zoom, or that there is nothing. */
    private Node part(PlaneView shown, Optional<String> latex, String style) {
        if (latex.isEmpty()) {
            Label nothing = new Label(text("analyze.sample.nothing"));
            nothing.getStyleClass().add("text-muted");
            return nothing;
        }
        if (!shown.getStyleClass().contains(style)) {
            shown.getStyleClass().add(style);
        }
        shown.setMinHeight(PART);
        shown.setPrefHeight(PART);
        return shown;
    }

    /** What the match says, and what it cannot see. */
    private Optional<Node> match(EvaluationSample sample) {
        if (sample.endToEnd().flatMap(LatexSample::cdm).isEmpty()
                || sample.prediction().isEmpty()) {
            return Optional.empty();
        }
        LatexSample reading = sample.endToEnd().get();
        String f1 = desk.texts().numbers().score(reading.cdm().orElseThrow().f1());
        VBox remarks = new VBox(4, parts.said());
        for (StructureError error : reading.structure()) {
            Label remark = new Label(text("analyze.structure." + error.word()));
            remark.setWrapText(true);
            remark.getStyleClass().add("warning");
            remarks.getChildren().add(remark);
        }
        return Optional.of(section("match", "CDM F1 " + f1, remarks));
    }

    /** Its errors and tags; each leads to the samples that have the same. */
    private Optional<Node> classes(EvaluationSample sample) {
        FlowPane chips = new FlowPane(6, 6);
        view.samplesProperty().get().flatMap(all -> all.errors(sample)).ifPresent(profile -> profile.errors()
                .keySet()
                .forEach(error -> chips.getChildren()
                        .add(chip(text("analyze.error." + error.word()), "chip-accent", SampleFacet.error(error)))));
        sample.tags().forEach(tag -> chips.getChildren()
                .add(chip(tag, "chip-plain", new SampleFacet(SampleFacet.Field.TAG, tag))));
        return chips.getChildren().isEmpty() ? Optional.empty() : Optional.of(section("classes", "", chips));
    }

    private Node chip(String word, String tint, SampleFacet facet) {
        Button chip = new Button(word);
        chip.getStyleClass().setAll("chip", tint, "filter-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(event -> view.narrow(facet));
        return chip;
    }

    /** A bar a token, as wide as its text; doubtful ones stand out. */
    private Node confidence(List<Reading.TokenScore> tokens) {
        FlowPane bars = new FlowPane(2, 4);
        int doubtful = 0;
        for (Reading.TokenScore token : tokens) {
            boolean doubt = token.probability() < DOUBT;
            doubtful += doubt ? 1 : 0;
            Region bar = new Region();
            bar.getStyleClass().add(doubt ? "confidence-doubtful" : "confidence");
            bar.setMinHeight(Math.max(2, BAR * token.probability()));
            bar.setMaxHeight(Math.max(2, BAR * token.probability()));
            Region space = new Region();
            space.setMinHeight(BAR - bar.getMinHeight());
            Label name = new Label(token.token().equals("\\ ") ? "␣" : token.token());
            name.getStyleClass().addAll("mono", doubt ? "warning" : "diff-same");
            VBox column = new VBox(space, bar, name);
            Tooltip.install(column, new Tooltip(token.token() + "  " + score(token.probability())));
            bars.getChildren().add(column);
        }
        bars.setAccessibleText(text("analyze.sample.doubtful", "count", doubtful));
        return section("confidence", text("analyze.sample.doubtful", "count", doubtful), bars);
    }

    private Node figures(EvaluationSample sample, LatexSample score) {
        FlowPane row = new FlowPane(16, 8);
        row.getChildren()
                .addAll(
                        figure(
                                "edit-tokens",
                                decimals(score.canonical().distance()),
                                text(
                                        "analyze.sample.of",
                                        "errors",
                                        score.canonical().errors(),
                                        "all",
                                        score.canonical().longer())),
                        figure(
                                "edit-characters",
                                decimals(score.characterDistance()),
                                text(
                                        "analyze.sample.of",
                                        "errors",
                                        score.characterErrors(),
                                        "all",
                                        score.longerCharacters())),
                        figure("exact", text(score.canonical().exact() ? "analyze.yes" : "analyze.no"), ""),
                        figure("iou", decimals(sample.iou()), ""));
        return section("figures", "", row);
    }

    private Node figure(String name, String value, String detail) {
        Label title = new Label(text("analyze.figure." + name));
        title.getStyleClass().add("text-caption");
        Label number = new Label(value);
        number.getStyleClass().add("section-title");
        Label below = new Label(detail);
        below.getStyleClass().add("text-caption");
        return new VBox(title, number, below);
    }

    /** Whose loss it is: the recognizer given the true box against the recognizer given the found one. */
    private Optional<Node> alone(EvaluationSample sample) {
        if (sample.onTrueBox().isEmpty() || sample.endToEnd().isEmpty()) {
            return Optional.empty();
        }
        boolean aloneRight = sample.onTrueBox().get().canonical().exact();
        boolean right = sample.right();
        String key = right ? "right" : aloneRight ? "detection" : "recognition";
        Label said = new Label(text("analyze.blame." + key));
        said.setWrapText(true);
        VBox box = new VBox(6, said);
        if (!right && !aloneRight) {
            Label reading = new Label(sample.onTrueBox().get().prediction().orElse(""));
            reading.getStyleClass().addAll("mono", "text-muted");
            reading.setWrapText(true);
            box.getChildren().add(reading);
        }
        return Optional.of(section("blame", "", box));
    }

    private Node section(String name, String beside, Node... nodes) {
        Label title = new Label(text("analyze.section." + name));
        title.getStyleClass().add("field-name");
        Label note = new Label(beside);
        note.getStyleClass().add("text-caption");
        HBox head = new HBox(8, title, note);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(6, head);
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("inspector-section");
        return box;
    }

    private String text(String key, Object... values) {
        return desk.texts().text(key, values);
    }

    private static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String decimals(double value) {
        return desk.texts().numbers().decimals(value, 2);
    }
}
