package sigmark.app.analyze.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.recognition.cdm.MatchFate;
import sigmark.analysis.recognition.cdm.MatchMark;
import sigmark.analysis.recognition.cdm.MatchSides;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.analyze.part.SampleText;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.TokenColors;
import sigmark.app.canvas.PicturePainter;
import sigmark.app.canvas.PlaneView;
import sigmark.app.latex.FormulaPictures;

/**
 * Crop, truth and prediction of one sample after another, seen through one zoom, with character detection matching drawn
 * on both renderings. The token under the pointer lights up with what stands for it, and is said in words.
 */
final class SampleParts {
    private final Desk desk;
    private final CropStore crops;
    private final SampleZoom zoom;
    private final TokenColors colors = new TokenColors();
    private final PlaneView crop = new PlaneView();
    private final RenderedPart truth;
    private final RenderedPart prediction;
    private final Label said = new Label();
    private final BooleanProperty matched = new SimpleBooleanProperty(true);
    private final Jobs.Latest page;
    private final Jobs.Latest match;
    private final PicturePainter painter = new PicturePainter();
    private Optional<MatchSides> sides = Optional.empty();

    SampleParts(Desk desk, CropStore crops, FormulaPictures formulas, SampleZoom zoom) {
        this.desk = desk;
        this.crops = crops;
        this.zoom = zoom;
        page = crops.place();
        match = desk.jobs().latest();
        truth = new RenderedPart(formulas, desk.jobs(), zoom, colors);
        prediction = new RenderedPart(formulas, desk.jobs(), zoom, colors);
        crop.setId("sample-part-crop");
        truth.view().setId("sample-part-truth");
        prediction.view().setId("sample-part-prediction");
        crop.getStyleClass().add("paper");
        said.setWrapText(true);
        said.getStyleClass().add("text-muted");
        said.setId("sample-match");
        for (PlaneView view : List.of(crop, truth.view(), prediction.view())) {
            view.setOnMoved(wanted -> view.size().ifPresent(size -> zoom.partMoved(wanted, size)));
            view.setOnFit(() -> zoom.fit(zoom.stateProperty().get().pageScale()));
            view.setOnSized(() -> follow(view));
        }
        truth.view().setOnPointer((x, y) -> light(truth, prediction, x, y));
        prediction.view().setOnPointer((x, y) -> light(prediction, truth, x, y));
        zoom.stateProperty().addListener((property, old, now) -> {
            follow(crop);
            follow(truth.view());
            follow(prediction.view());
            truth.sharpen();
            prediction.sharpen();
        });
        colors.versionProperty().addListener((property, old, now) -> draw());
        matched.addListener((property, old, now) -> {
            truth.setMarked(now);
            prediction.setMarked(now);
        });
    }

    /** Takes no room; has to stand in the scene. */
    TokenColors colors() {
        return colors;
    }

    PlaneView crop() {
        return crop;
    }

    PlaneView truth() {
        return truth.view();
    }

    PlaneView prediction() {
        return prediction.view();
    }

    /** What the match says, in words. */
    Label said() {
        return said;
    }

    /** Whether the match is drawn. */
    BooleanProperty matchedProperty() {
        return matched;
    }

    void show(EvaluationSample sample) {
        crop.setPainter((graphics, viewport, view, outputScale) -> {});
        crops.page(
                page,
                sample.page(),
                picture -> crop.setPainter((graphics, viewport, view, outputScale) ->
                        painter.paint(graphics, picture, viewport, view, outputScale)),
                problem -> {});
        Optional<String> right = SampleText.truth(sample);
        Optional<String> read = SampleText.prediction(sample);
        crop.setAccessibleText(desk.texts().text("analyze.section.crop"));
        truth.show(sample.box(), right);
        prediction.show(sample.box(), read);
        sides = Optional.empty();
        said.setText("");
        match.forget();
        if (right.isPresent() && read.isPresent()) {
            match.load(() -> MatchSides.of(right.get(), read.get()), this::matched, problem -> {});
        }
    }

    private void matched(Optional<MatchSides> found) {
        sides = found;
        found.ifPresentOrElse(
                both -> {
                    truth.match(both.truth());
                    prediction.match(both.prediction());
                },
                () -> {});
        said.setText(summary());
    }

    private void draw() {
        truth.draw();
        prediction.draw();
    }

    private void follow(PlaneView view) {
        view.size().ifPresent(size -> view.look(zoom.stateProperty().get().part(size)));
    }

    private void light(RenderedPart here, RenderedPart there, double x, double y) {
        OptionalInt place = matched.get() && !Double.isNaN(x) ? here.at(x, y) : OptionalInt.empty();
        here.light(place);
        OptionalInt partner =
                place.isPresent() ? here.marks().get(place.getAsInt()).partner() : OptionalInt.empty();
        there.light(partner);
        said.setText(
                place.isEmpty()
                        ? summary()
                        : sentence(
                                here.marks().get(place.getAsInt()),
                                partner.isPresent()
                                        ? there.marks().get(partner.getAsInt()).token()
                                        : "",
                                here == truth));
    }

    private String sentence(MatchMark mark, String other, boolean ofTruth) {
        boolean alone = mark.fate() == MatchFate.ALONE;
        String key = alone ? (ofTruth ? "missing" : "extra") : mark.fate().word();
        return desk.texts()
                .text(
                        "analyze.match.token." + key,
                        "token",
                        ofTruth ? mark.token() : alone ? mark.token() : other,
                        "other",
                        ofTruth ? other : mark.token());
    }

    /** How many tokens have which fate; those of which there are none are not named. */
    private String summary() {
        if (sides.isEmpty()) {
            return "";
        }
        MatchSides both = sides.get();
        List<String> parts = new ArrayList<>();
        add(parts, "right", both.truth().count(MatchFate.RIGHT));
        add(parts, "other-token", both.truth().count(MatchFate.OTHER_TOKEN));
        add(parts, "other-place", both.truth().count(MatchFate.OTHER_PLACE));
        add(parts, "missing", both.truth().count(MatchFate.ALONE));
        add(parts, "extra", both.prediction().count(MatchFate.ALONE));
        return String.join(" · ", parts);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(desk.texts().text("analyze.match." + key, "count", count));
        }
    }
}
