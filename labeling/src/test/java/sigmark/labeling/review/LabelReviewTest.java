package sigmark.labeling.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.MergeLabels;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.PageImporter;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.draft.DraftEdit;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.packing.GoldPages;
import sigmark.labeling.packing.Rework;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

class LabelReviewTest {
    private static final GuideSource FIRST = guide("- {id: L-01, severity: warning, check: comments}");
    private static final GuideSource SECOND = guide("- {id: L-01, severity: warning, check: comments}\n"
            + "- {id: L-02, severity: blocking, check: {kind: pattern, where: any, patterns: ['.*\\\\leq.*']}}");

    @TempDir
    Path folder;

    private ProjectStore store;
    private GuideStore guides;
    private String page = "";

    private static GuideSource guide(String rules) {
        String more = rules.contains("L-02") ? "### L-02 T\nt\n" : "";
        return new GuideSource("rules:\n" + rules, Map.of("en", "# G\n## S\n### L-01 T\nt\n" + more));
    }

    private static Guide read(GuideSource source) {
        assertThat(GuideReader.read(source).problems()).isEmpty();
        return GuideReader.read(source).guide();
    }

    @BeforeEach
    void create() throws Exception {
        store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"));
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 400, 200);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(100, 60, 80, 30);
        Path file = folder.resolve("page.png");
        ImageIO.write(image, "png", file.toFile());
        PageImporter.importPages(store, List.of(file), ImportOptions.DEFAULT, Progress.SILENT);
        page = store.pages().ids(SliceQuery.ALL).get(0);
        guides = new GuideStore(store);
        guides.publish(FIRST, "");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private FormulaRegion draw(double left, String latex) {
        FormulaRegion region = FormulaRegion.drawn(
                        page, new Box(left, 60, left + 80, 90), FormulaKind.INLINE, Writing.PRINTED)
                .withLatex(Optional.of(latex));
        store.apply(new DrawRegion(region), 0);
        return region;
    }

    @Test
    void onlyOldLabelsThatANewRuleFindsWrongAreTouched() {
        FormulaRegion old = draw(100, "x\\leq 1");
        draw(200, "x\\le 1 % old fault");
        guides.publish(SECOND, "");
        draw(300, "y\\leq 1");
        Guide now = read(SECOND);
        ReviewOutcome touched = LabelReview.touchedBy(store, now, 2, SliceQuery.ALL, Progress.SILENT);
        assertThat(touched.regions()).isEqualTo(2);
        assertThat(touched.byRule()).isEqualTo(Map.of("L-02", 1));
        assertThat(touched.broken()).singleElement().satisfies(region -> {
            assertThat(region.region().id()).isEqualTo(old.id());
            assertThat(region.blocks()).isTrue();
        });
        assertThat(Rework.regionsByLabeler(touched)).isEqualTo(Map.of("Kim", 1));
        assertThat(Rework.pages(touched, "Kim")).hasSize(1);
        assertThat(Rework.pages(touched, "Lee")).isEmpty();

        ReviewOutcome all = LabelReview.review(store, now, SliceQuery.ALL, Progress.SILENT);
        assertThat(all.regions()).isEqualTo(3);
        assertThat(all.byRule()).isEqualTo(Map.of("L-01", 1, "L-02", 2));
    }

    @Test
    void aPageWhosePictureIsGoneIsSaidAndItsLatexStillJudged() throws Exception {
        draw(100, "x\\leq 1");
        java.nio.file.Files.delete(
                store.pages().imagePath(store.pages().find(page).orElseThrow()));
        ReviewOutcome outcome = LabelReview.review(store, read(SECOND), SliceQuery.ALL, Progress.SILENT);
        assertThat(outcome.leftOut()).hasSize(1);
        assertThat(outcome.byRule()).containsKey("L-02");
    }

    @Test
    void aRegionBecomesAnExampleThatCanBeShownAndIsKeptFromGold() {
        FormulaRegion region = draw(100, "\\frac{1}{2}");
        GuideExample example = RegionExample.of(store, region.id(), "L-01", true, Map.of("en", "bar"));
        GuideSource source = DraftEdit.addExample(FIRST, "L-01", example);
        GuideExample shown =
                read(source).rule("L-01").orElseThrow().examples(true).get(0);
        assertThat(new ExampleGallery().exhibit(shown).box().width()).isEqualTo(80);
        assertThat(((ExampleScene.Cut) shown.scene()).page())
                .isEqualTo(store.pages().find(page).orElseThrow().source().sha256());

        guides.publish(source, "");
        store.apply(new MergeLabels(List.of(region.withState(LabelState.ACCEPTED)), List.of(), Map.of()), 0);
        assertThat(GoldPages.make(store, SliceQuery.ALL)).isEqualTo(new GoldPages.Made(0, 0, 1));
    }

    @Test
    void aGoldPageIsNoExample() {
        FormulaRegion region = draw(100, "x");
        GuideSource before =
                DraftEdit.addExample(FIRST, "L-01", RegionExample.of(store, region.id(), "L-01", true, Map.of()));
        store.apply(new MergeLabels(List.of(region.withId("gold").withLayer(Layer.GOLD)), List.of(), Map.of()), 0);
        assertThatThrownBy(() -> RegionExample.of(store, region.id(), "L-01", true, Map.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("guide.example-gold");
        assertThatThrownBy(() -> guides.publish(before, "")).hasMessageContaining("guide.example-gold");
    }
}
