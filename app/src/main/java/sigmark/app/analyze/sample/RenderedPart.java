package sigmark.app.analyze.sample;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sigmark.analysis.recognition.cdm.MatchMark;
import sigmark.analysis.recognition.cdm.MatchSides;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.TokenColors;
import sigmark.app.canvas.PlaneView;
import sigmark.app.latex.FormulaPictures;
import sigmark.inference.page.Box;

/** One reading's rendering in the place of its formula, drawn off the window's thread and again when zoomed in. */
final class RenderedPart {
    /** Size of the type at first, in screen pixels. */
    private static final double SIZE = 48;

    /** Drawn anew when a pixel of the picture covers so many of the screen. */
    private static final double COARSE = 1.1;

    private static final double LARGEST = 400;

    private final FormulaPictures formulas;
    private final SampleZoom zoom;
    private final TokenColors colors;
    private final PlaneView view = new PlaneView();
    private final Jobs.Latest drawing;
    private Optional<PlacedFormula> placed = Optional.empty();
    private Optional<String> latex = Optional.empty();
    private List<MatchMark> marks = List.of();
    private Box region = new Box(0, 0, 1, 1);
    private double size = SIZE;
    private boolean busy;
    private boolean marked = true;
    private OptionalInt lit = OptionalInt.empty();

    RenderedPart(FormulaPictures formulas, Jobs jobs, SampleZoom zoom, TokenColors colors) {
        this.formulas = formulas;
        this.zoom = zoom;
        this.colors = colors;
        drawing = jobs.latest();
        view.getStyleClass().add("rendering");
        view.setPainter((graphics, viewport, room, outputScale) -> placed.ifPresent(
                formula -> formula.paint(graphics, viewport, region, new PlacedFormula.Look(colors, marked, lit))));
    }

    PlaneView view() {
        return view;
    }

    List<MatchMark> marks() {
        return marks;
    }

    void show(Box box, Optional<String> text) {
        region = box;
        latex = text;
        marks = List.of();
        lit = OptionalInt.empty();
        placed = Optional.empty();
        size = SIZE;
        view.setAccessibleText(text.orElse(""));
        draw();
    }

    /** What was laid out for the match, and what became of it. */
    void match(MatchSides.Side side) {
        latex = Optional.of(side.latex());
        marks = side.marks();
        draw();
    }

    void draw() {
        if (latex.isEmpty()) {
            drawing.forget();
            view.repaint();
            return;
        }
        busy = true;
        String text = latex.get();
        List<MatchMark> wanted = marks;
        double outputScale = view.getScene() == null || view.getScene().getWindow() == null
                ? 1
                : view.getScene().getWindow().getOutputScaleX();
        var look = new FormulaPictures.Look(size, outputScale, colors.get(TokenColors.Token.TEXT), true);
        drawing.load(
                () -> PlacedFormula.of(formulas, text, look, wanted),
                drawn -> {
                    busy = false;
                    if (drawn.isPresent() || size == SIZE) {
                        placed = drawn;
                    }
                    view.repaint();
                    sharpen();
                },
                problem -> busy = false);
    }

    /** Draws anew with larger type when the picture has become too coarse. */
    void sharpen() {
        if (busy || placed.isEmpty() || size >= LARGEST) {
            return;
        }
        view.size().ifPresent(room -> {
            double scale = zoom.stateProperty().get().part(room).scale();
            PlacedFormula formula = placed.get();
            double coarse =
                    formula.place(region).width() * scale / formula.ink().width();
            if (coarse > COARSE) {
                size = Math.min(LARGEST, size * coarse * 1.3);
                draw();
            }
        });
    }

    void setMarked(boolean wish) {
        marked = wish;
        view.repaint();
    }

    void light(OptionalInt place) {
        if (!lit.equals(place)) {
            lit = place;
            view.repaint();
        }
    }

    /** The token under a point of the page. */
    OptionalInt at(double pageX, double pageY) {
        return placed.map(formula -> formula.at(region, pageX, pageY)).orElse(OptionalInt.empty());
    }
}
