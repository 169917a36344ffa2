package sigmark.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import sigmark.app.canvas.Viewport.Size;
import sigmark.inference.page.Box;

class ViewportTest {
    private static final Size VIEW = new Size(800, 600);

    @Property(tries = 200)
    void thePointUnderThePointerStaysThereWhileZooming(
            @ForAll @DoubleRange(min = 0.02, max = 20) double scale,
            @ForAll @DoubleRange(min = 0.2, max = 5) double factor,
            @ForAll @DoubleRange(min = 0, max = 800) double x,
            @ForAll @DoubleRange(min = 0, max = 600) double y) {
        var before = new Viewport(scale, 120, -40);
        Viewport after = before.zoomedAt(factor, x, y);
        assertThat(after.toPageX(x)).isCloseTo(before.toPageX(x), within(1e-6));
        assertThat(after.toPageY(y)).isCloseTo(before.toPageY(y), within(1e-6));
    }

    @Test
    void fittingShowsTheWholePageInTheMiddle() {
        Viewport fitted = Viewport.fit(new Size(3000, 4000), VIEW);
        Box page = fitted.toScreen(new Box(0, 0, 3000, 4000));
        assertThat(page.top()).isBetween(0.0, 20.0);
        assertThat(page.bottom()).isBetween(580.0, 600.0);
        assertThat(page.centerX()).isCloseTo(400, within(1e-9));
    }

    @Test
    void aCenteredSmallBoxIsReadable() {
        var box = new Box(1000, 1000, 1060, 1030);
        Box screen = new Viewport(0.3, 0, 0).centeredOn(box, VIEW, 44).toScreen(box);
        assertThat(screen.height()).isCloseTo(44, within(1e-9));
        assertThat(screen.centerX()).isCloseTo(400, within(1e-9));
        assertThat(screen.centerY()).isCloseTo(300, within(1e-9));
    }

    @Test
    void aReadableBoxIsCenteredWithoutZooming() {
        Viewport before = new Viewport(1, 0, 0);
        assertThat(before.centeredOn(new Box(1000, 1000, 1060, 1030), VIEW, 44).scale())
                .isEqualTo(1);
        assertThat(before.centeredOn(new Box(1000, 1000, 1060, 1500), VIEW, 44).scale())
                .isLessThan(1);
    }

    @Test
    void aCenteredWideBoxFits() {
        var box = new Box(0, 1000, 3000, 1040);
        Box screen = new Viewport(2, 0, 0).centeredOn(box, VIEW, 44).toScreen(box);
        assertThat(screen.width()).isLessThanOrEqualTo(800 * 0.8 + 1e-9);
    }

    @Test
    void revealingMovesNothingThatIsInSight() {
        var viewport = new Viewport(1, 0, 0);
        assertThat(viewport.revealing(new Box(100, 100, 200, 120), VIEW, 48)).isEqualTo(viewport);
        Viewport moved = viewport.revealing(new Box(100, 900, 200, 920), VIEW, 48);
        assertThat(moved.toScreenY(920)).isCloseTo(600 - 48, within(1e-9));
        assertThat(moved.originX()).isZero();
    }

    @Test
    void thePageCannotBePushedOutOfSight() {
        var page = new Size(1000, 1000);
        Viewport limited = new Viewport(1, 0, 0).panned(-5000, 5000).limited(page, VIEW);
        assertThat(limited.toScreenX(1000)).isCloseTo(80, within(1e-9));
        assertThat(limited.toScreenY(0)).isCloseTo(520, within(1e-9));
    }
}
