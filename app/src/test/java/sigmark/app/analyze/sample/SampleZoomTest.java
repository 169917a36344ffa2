package sigmark.app.analyze.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import sigmark.app.canvas.Viewport;
import sigmark.inference.page.Box;

class SampleZoomTest {
    private static final Viewport.Size PART = new Viewport.Size(340, 80);
    private static final Viewport.Size PAGE = new Viewport.Size(650, 700);
    private static final Box FORMULA = new Box(400, 300, 700, 360);

    private final SampleZoom zoom = new SampleZoom();

    @Test
    void aFormulaIsOpenedWholeInEveryPart() {
        zoom.open(FORMULA, 0.5);

        Box seen = part().visible(PART);
        assertThat(seen.left()).isLessThanOrEqualTo(FORMULA.left());
        assertThat(seen.right()).isGreaterThanOrEqualTo(FORMULA.right());
        assertThat(seen.top()).isLessThanOrEqualTo(FORMULA.top());
        assertThat(seen.bottom()).isGreaterThanOrEqualTo(FORMULA.bottom());
    }

    @Test
    void aPartZoomedAtThePointerTakesThePageWithIt() {
        zoom.open(FORMULA, 0.5);
        double underPointer = part().toPageX(100);

        zoom.partMoved(part().zoomedAt(4, 100, 40), PART);

        assertThat(part().toPageX(100)).isCloseTo(underPointer, within(1e-6));
        Viewport page = zoom.stateProperty().get().page(PAGE);
        assertThat(page.scale()).isCloseTo(2, within(1e-9));
        assertThat(middle(page, PAGE)).isCloseTo(middle(part(), PART), within(1e-6));
    }

    @Test
    void thePageMovedByHandMovesTheParts() {
        zoom.open(FORMULA, 0.5);
        zoom.zoomBy(8);

        zoom.pageMoved(Viewport.centered(4, 650, 330, PAGE), PAGE);

        assertThat(middle(part(), PART)).isCloseTo(650, within(1e-6));
    }

    @Test
    void aPartStaysOnItsFormulaHoweverFarThePageIsMoved() {
        zoom.open(FORMULA, 0.5);
        zoom.zoomBy(8);

        zoom.pageMoved(Viewport.centered(4, 5000, 5000, PAGE), PAGE);

        assertThat(part().visible(PART).sharedArea(FORMULA)).isGreaterThan(0);
    }

    @Test
    void actualSizeIsAPixelForAPixelOnPageAndPart() {
        zoom.open(FORMULA, 0.37);

        zoom.actualSize(PART);

        assertThat(part().scale()).isCloseTo(1, within(1e-9));
        assertThat(zoom.stateProperty().get().page(PAGE).scale()).isCloseTo(1, within(1e-9));
    }

    @Test
    void fitComesBackFromAnywhere() {
        zoom.open(FORMULA, 0.5);
        Viewport before = part();
        zoom.zoomBy(9);
        zoom.partMoved(part().panned(-500, 20), PART);

        zoom.fit(0.5);

        assertThat(part()).isEqualTo(before);
    }

    @Property(tries = 200)
    void scalesKeepTheirRatio(@ForAll @DoubleRange(min = 0.3, max = 30) double factor) {
        zoom.open(FORMULA, 0.5);
        double ratio = part().scale() / zoom.stateProperty().get().page(PAGE).scale();

        zoom.partMoved(part().zoomedAt(factor, 20, 20), PART);

        assertThat(part().scale() / zoom.stateProperty().get().page(PAGE).scale())
                .isCloseTo(ratio, within(1e-9));
    }

    private Viewport part() {
        return zoom.stateProperty().get().part(PART);
    }

    private static double middle(Viewport viewport, Viewport.Size size) {
        return viewport.toPageX(size.width() / 2);
    }
}
