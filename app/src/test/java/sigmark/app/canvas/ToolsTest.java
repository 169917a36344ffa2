package sigmark.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.app.canvas.PageScene.Pointer;
import sigmark.app.canvas.Viewport.Size;
import sigmark.inference.page.Box;

/** Gestures as values: where the pointer went down and up, and what comes of it. The view shows the page at half size. */
class ToolsTest {
    private static final BoxMark A = mark("a", new Box(100, 100, 300, 200));
    private static final BoxMark B = mark("b", new Box(150, 120, 200, 160));
    private static final BoxMark C = mark("c", new Box(600, 600, 700, 640));

    private static BoxMark mark(String id, Box box) {
        return new BoxMark(id, box, BoxStyle.HUMAN, id, "", id, "human");
    }

    private static PageScene scene(String... selected) {
        return new PageScene(
                new Size(1000, 800),
                new Viewport(0.5, 0, 0),
                new BoxIndex(List.of(A, B, C)),
                new java.util.LinkedHashSet<>(List.of(selected)));
    }

    private static Outcome drag(Tool tool, PageScene scene, double x0, double y0, double x1, double y1) {
        return tool.press(scene, new Pointer(x0, y0, false)).release(new Pointer(x1, y1, false));
    }

    @Test
    void aClickTakesTheSmallestBoxUnderThePointer() {
        assertThat(drag(new SelectTool(), scene(), 85, 70, 85, 70)).isEqualTo(new Outcome.Select(Set.of("b")));
        assertThat(drag(new SelectTool(), scene(), 140, 90, 140, 90)).isEqualTo(new Outcome.Select(Set.of("a")));
    }

    @Test
    void aClickBesideEveryBoxSelectsNothing() {
        assertThat(drag(new SelectTool(), scene("a"), 450, 20, 450, 20)).isEqualTo(new Outcome.Select(Set.of()));
    }

    @Test
    void aClickWithShiftAddsAndTakesAway() {
        var add = new Pointer(320, 310, true);
        assertThat(new SelectTool().press(scene("a"), add).release(add))
                .isEqualTo(new Outcome.Select(Set.of("a", "c")));
        assertThat(new SelectTool().press(scene("a", "c"), add).release(add))
                .isEqualTo(new Outcome.Select(Set.of("a")));
    }

    @Test
    void aRubberBandSelectsWhatItTouches() {
        assertThat(drag(new SelectTool(), scene(), 460, 20, 90, 320))
                .isEqualTo(new Outcome.Select(Set.of("a", "b", "c")));
        assertThat(drag(new SelectTool(), scene(), 290, 290, 400, 350)).isEqualTo(new Outcome.Select(Set.of("c")));
    }

    @Test
    void draggingMovesInPagePixels() {
        assertThat(drag(new SelectTool(), scene(), 320, 310, 330, 305))
                .isEqualTo(new Outcome.Reshape(Map.of("c", new Box(620, 590, 720, 630)), false));
    }

    @Test
    void selectedBoxesMoveTogetherAndStayOnThePage() {
        Outcome outcome = drag(new SelectTool(), scene("a", "c"), 320, 310, 620, 310);
        assertThat(outcome)
                .isEqualTo(new Outcome.Reshape(
                        Map.of("a", new Box(400, 100, 600, 200), "c", new Box(900, 600, 1000, 640)), false));
    }

    @Test
    void handlesResizeTheSelectedBoxOnly() {
        assertThat(drag(new SelectTool(), scene("c"), 350, 320, 360, 330))
                .isEqualTo(new Outcome.Reshape(Map.of("c", new Box(600, 600, 720, 660)), false));
    }

    @Test
    void edgesMayCross() {
        assertThat(drag(new SelectTool(), scene("c"), 350, 320, 250, 320))
                .isEqualTo(new Outcome.Reshape(Map.of("c", new Box(500, 600, 600, 640)), false));
    }

    @Test
    void drawingClipsToThePageAndTakesWholePixels() {
        assertThat(drag(new DrawTool(false), scene(), 400, 350, 700, 500))
                .isEqualTo(new Outcome.Draw(new Box(800, 700, 1000, 800), false));
        assertThat(drag(new DrawTool(true), scene(), 400, 50, 420.3, 60.2))
                .isEqualTo(new Outcome.Draw(new Box(800, 100, 841, 120), true));
    }

    @Test
    void aSlipOfTheHandDrawsNothing() {
        assertThat(drag(new DrawTool(false), scene(), 320, 310, 322, 311)).isEqualTo(new Outcome.Select(Set.of("c")));
    }

    @Test
    void theSnapToolHugsABoxThatIsClicked() {
        assertThat(drag(new DrawTool(true), scene(), 320, 310, 320, 310))
                .isEqualTo(new Outcome.Reshape(Map.of("c", C.box()), true));
    }

    @ParameterizedTest
    @CsvSource({
        "RIGHT, false, false, 601, 600, 701, 640",
        "RIGHT, true, false, 610, 600, 710, 640",
        "UP, false, false, 600, 599, 700, 639",
        "RIGHT, false, true, 600, 600, 701, 640",
        "UP, false, true, 600, 600, 700, 639",
        "LEFT, true, true, 599, 600, 700, 640",
        "DOWN, true, true, 600, 601, 700, 640",
    })
    void arrowsNudge(KeyCode code, boolean shift, boolean control, double l, double t, double r, double b) {
        Nudge nudge = Nudge.of(code, shift, control, false).orElseThrow();
        assertThat(nudge.apply(C.box(), scene())).isEqualTo(new Box(l, t, r, b));
    }

    @Test
    void nudgingNeverEmptiesABoxNorLeavesThePage() {
        Nudge left = Nudge.of(KeyCode.LEFT, false, true, false).orElseThrow();
        assertThat(left.apply(new Box(10, 10, 11, 20), scene())).isEqualTo(new Box(10, 10, 11, 20));
        Nudge right = Nudge.of(KeyCode.RIGHT, true, false, false).orElseThrow();
        assertThat(right.apply(new Box(985, 10, 995, 20), scene())).isEqualTo(new Box(990, 10, 1000, 20));
    }
}
