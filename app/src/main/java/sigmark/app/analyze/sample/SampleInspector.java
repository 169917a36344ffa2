package sigmark.app.analyze.sample;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.recognition.LatexSample;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.part.AnalyzeActions;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.DiffFlow;
import sigmark.app.analyze.part.SampleText;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.ActionButton;
import sigmark.app.latex.FormulaPane;
import sigmark.app.latex.FormulaPictures;
import sigmark.inference.run.Reading;

/** Everything about one sample: crop, both renderings, token diff, confidence, figures, and the way to its label. */
public final class SampleInspector extends VBox {
    private static final double TYPE = 20;
    private static final double DOUBT = 0.7;
    private static final double BAR = 30;

    private final Desk desk;
    private final CropStore crops;
    private final VBox content = new VBox();
    private final ImageView crop = new ImageView();
    private final StackPane cropBox = new StackPane(crop);
    private final FormulaPane truth;
    private final FormulaPane prediction;
    private final DiffFlow truthTokens = new DiffFlow();
    private final DiffFlow predictedTokens = new DiffFlow();
    private final Jobs.Latest place;

    public SampleInspector(
            Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas, AnalyzeActions actions) {
        this.desk = desk;
        this.crops = crops;
        this.place = crops.place();
        truth = new FormulaPane(formulas, TYPE);
        prediction = new FormulaPane(formulas, TYPE);
        getStyleClass().add("sample-inspector");
        cropBox.getStyleClass().addAll("paper", "sample-crop");
        crop.setPreserveRatio(true);
        crop.setSmooth(true);
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
        getChildren().addAll(scroll, foot);
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
        content.getChildren().add(section("crop", "", cropBox));
        showCrop(sample);
        content.getChildren()
                .add(section(
                        "truth",
                        sample.truth()
                                .map(region -> region.provenance().person())
                                .orElse(""),
                        rendering(truth, right, "truth-box")));
        content.getChildren()
                .add(section(
                        "prediction",
                        sample.latexScore().isPresent()
                                ? text(
                                        "analyze.sample.score",
                                        "score",
                                        score(sample.latexScore().getAsDouble()))
                                : "",
                        rendering(prediction, read, "prediction-box")));
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

    private void showCrop(EvaluationSample sample) {
        crops.crop(place, sample, picture -> {
            crop.setImage(picture.map(shown -> shown.image()).orElse(null));
            picture.ifPresent(shown -> {
                double fit = Math.min(
                        3,
                        Math.min(
                                84 / shown.image().getHeight(),
                                320 / shown.image().getWidth()));
                crop.setFitHeight(Math.max(8, shown.image().getHeight() * fit));
            });
        });
    }

    private Node rendering(FormulaPane pane, Optional<String> latex, String style) {
        if (latex.isEmpty()) {
            Label nothing = new Label(text("analyze.sample.nothing"));
            nothing.getStyleClass().add("text-muted");
            return nothing;
        }
        pane.show(latex.get(), true, TYPE);
        pane.setMaxHeight(84);
        StackPane box = new StackPane(pane);
        box.getStyleClass().addAll("rendering", style);
        box.setMinHeight(64);
        return box;
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
        HBox row = new HBox(16);
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
