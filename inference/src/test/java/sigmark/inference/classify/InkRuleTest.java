package sigmark.inference.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.Writing;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;

class InkRuleTest {
    private static final int CROPS = 120;

    @Test
    void takesNineInTenDrawnFormulasForPrint() {
        FormulaGrammar grammar = new FormulaGrammar(Coverage.all());
        SplittableRandom random = new SplittableRandom(11);
        List<GreyImage> crops = new ArrayList<>();
        while (crops.size() < CROPS) {
            float points = 14 + random.nextInt(26);
            FormulaRenderer.render(grammar.display(random), new RenderStyle(points, 0xFF000000, true))
                    .image()
                    .ifPresent(image -> crops.add(image.on(0xFFFFFFFF).grey()));
        }
        assertThat(share(crops, Writing.PRINTED)).isGreaterThan(0.9);
    }

    @Test
    void takesNineInTenWobblyFormulasForHandwriting() {
        WobblyInk hand = new WobblyInk(12);
        List<GreyImage> crops = new ArrayList<>();
        for (int i = 0; i < CROPS; i++) {
            crops.add(hand.draw(3 + i % 9));
        }
        assertThat(share(crops, Writing.HANDWRITTEN)).isGreaterThan(0.9);
    }

    @Test
    void anEmptyCropIsPrint() {
        byte[] paper = new byte[40 * 20];
        Arrays.fill(paper, (byte) 250);
        assertThat(new InkRule().classify(List.of(new GreyImage(40, 20, paper), new GreyImage(1, 1, new byte[] {0}))))
                .containsExactly(Writing.PRINTED, Writing.PRINTED);
    }

    @Test
    void aBarIsStraightAndAlone() {
        byte[] pixels = new byte[120 * 60];
        Arrays.fill(pixels, (byte) 255);
        for (int y = 28; y < 33; y++) {
            Arrays.fill(pixels, y * 120 + 10, y * 120 + 110, (byte) 0);
        }
        InkStatistics bar = InkStatistics.of(new GreyImage(120, 60, pixels));
        assertThat(bar.shapes()).isEqualTo(1);
        assertThat(bar.levels()).isZero();
        assertThat(bar.straight()).isGreaterThan(0.9);
        assertThat(bar.thickness()).isBetween(4.0, 6.0);
    }

    @Test
    void theHashNamesTheConstants() {
        assertThat(new InkRule().hash()).matches("[0-9a-f]{64}");
        assertThat(new InkRule().rule()).isTrue();
    }

    private static double share(List<GreyImage> crops, Writing wanted) {
        long hits =
                new InkRule().classify(crops).stream().filter(wanted::equals).count();
        return (double) hits / crops.size();
    }
}
