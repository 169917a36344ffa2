package sigmark.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import sigmark.app.base.EditWriter;
import sigmark.app.base.Jobs;
import sigmark.app.canvas.Outcome;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.work.Balance;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** What a person does while labeling, over a real project, without a window. */
class LabelViewModelTest {
    @TempDir
    Path folder;

    private ProjectStore store;
    private SheetProject.Sheet first;
    private SheetProject.Sheet second;
    private LabelFixture on;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() {
        store = SheetProject.create(folder.resolve("project"));
        first = SheetProject.addSheet(store, "a.png");
        second = SheetProject.addSheet(store, "b.png");
        on = new LabelFixture(store, folder.resolve("settings.json"), Jobs.onCurrentThread());
        on.view.activate();
    }

    @AfterEach
    void close() {
        on.view.close();
        store.close();
    }

    private List<FormulaRegion> human(String page) {
        return store.regions().ofPage(page, Layer.HUMAN);
    }

    private FormulaRegion shown() {
        return on.view.regionProperty().get().orElseThrow();
    }

    @Test
    void theFirstPageToDoOpensWithItsProposalsInReadingOrder() {
        assertThat(on.view.page().orElseThrow().id()).isEqualTo(first.pageId());
        assertThat(on.view.walkProperty().get()).extracting(FormulaRegion::id).isEqualTo(first.proposals());
        assertThat(on.view.pictureProperty().get()).isPresent();
    }

    @Test
    void theKeyboardLoopAcceptsAWholePage() {
        on.view.nextBox(1);
        for (int i = 0; i < first.proposals().size(); i++) {
            on.regions.acceptAndNext();
        }
        assertThat(human(first.pageId()))
                .extracting(region -> region.latex().orElse(""))
                .containsExactlyElementsOf(SheetProject.FORMULAS);
        assertThat(human(first.pageId())).allMatch(region -> region.state() == LabelState.LABELED);
        assertThat(store.regions().ofPage(first.pageId(), Layer.PROPOSAL)).hasSize(8);
        on.pages.accept();
        assertThat(store.pages().find(first.pageId()).orElseThrow().state()).isEqualTo(LabelState.ACCEPTED);
        assertThat(on.view.page().orElseThrow().id()).isEqualTo(second.pageId());
    }

    @Test
    void acceptingAPageAtOnceTakesEveryProposalAndIsOneUndoStep() {
        on.pages.accept();
        assertThat(human(first.pageId())).hasSize(8);
        store.undo();
        assertThat(human(first.pageId())).isEmpty();
        assertThat(store.pages().find(first.pageId()).orElseThrow().state()).isEqualTo(LabelState.UNTOUCHED);
    }

    @Test
    void aPageWithARegionWithoutLatexIsNotAcceptedButShowsTheRegion() {
        on.regions.carryOut(new Outcome.Draw(new Box(60, 1060, 160, 1090), false));
        String drawn = shown().id();
        on.view.select(Set.of());
        on.pages.accept();
        assertThat(store.pages().find(first.pageId()).orElseThrow().state()).isEqualTo(LabelState.LABELED);
        assertThat(shown().id()).isEqualTo(drawn);
    }

    @Test
    void submittedAndAcceptedPagesCanBeTakenBack() {
        on.pages.submit();
        on.view.open(first.pageId());
        assertThat(on.view.page().orElseThrow().state()).isEqualTo(LabelState.SUBMITTED);
        on.pages.reopen();
        assertThat(store.pages().find(first.pageId()).orElseThrow().state()).isEqualTo(LabelState.LABELED);
        on.pages.giveBack();
        assertThat(store.pages().find(first.pageId()).orElseThrow().state()).isEqualTo(LabelState.RETURNED);
    }

    @Test
    void typingOnAProposalMakesAHumanRegionAndLeavesTheProposal() {
        on.view.select(Set.of(first.proposals().get(1)));
        on.regions.type("y", false);
        on.regions.type("y^2", false);
        assertThat(human(first.pageId()))
                .extracting(region -> region.latex().orElse(""))
                .containsExactly("y^2");
        assertThat(store.regions().find(first.proposals().get(1)).orElseThrow().latex())
                .contains("x");
        assertThat(on.view.walkProperty().get()).hasSize(8);
        assertThat(shown().layer()).isEqualTo(Layer.HUMAN);
    }

    @Test
    void aPauseInTypingIsAnUndoStep() {
        on.regions.carryOut(new Outcome.Draw(new Box(60, 1060, 160, 1090), false));
        String id = shown().id();
        on.regions.type("a", false);
        on.regions.type("ab", false);
        on.nanos.addAndGet(3_000_000_000L);
        on.regions.type("abc", false);
        store.undo();
        assertThat(store.regions().find(id).orElseThrow().latex()).contains("ab");
        store.undo();
        assertThat(store.regions().find(id).orElseThrow().latex()).isEmpty();
    }

    @Test
    void tidyingIsAnUndoStepOfItsOwn() {
        on.view.select(Set.of(first.proposals().get(1)));
        on.regions.type("y ^2", false);
        on.regions.tidy();
        String id = shown().id();
        assertThat(store.regions().find(id).orElseThrow().latex()).contains("y^{2}");
        store.undo();
        assertThat(store.regions().find(id).orElseThrow().latex()).contains("y ^2");
    }

    @Test
    void undoGoesToThePageThatItChanges() {
        on.view.select(Set.of(first.proposals().get(0)));
        on.regions.acceptAndNext();
        on.view.openBeside(1);
        assertThat(on.view.page().orElseThrow().id()).isEqualTo(second.pageId());
        store.undo();
        assertThat(on.view.page().orElseThrow().id()).isEqualTo(first.pageId());
        store.redo();
        assertThat(human(first.pageId())).hasSize(1);
        assertThat(on.view.walkProperty().get())
                .filteredOn(r -> r.layer() == Layer.HUMAN)
                .hasSize(1);
    }

    @Test
    void aDrawnBoxStandsInReadingOrder() {
        on.pages.submit();
        on.view.open(first.pageId());
        Box between = new Box(60, 150, 160, 170);
        on.regions.carryOut(new Outcome.Draw(between, false));
        assertThat(human(first.pageId()).get(1).box()).isEqualTo(between);
        assertThat(on.view.number()).isEqualTo(2);
    }

    @Test
    void drawingSnapsToInkWhenAsked() {
        Box tight = store.regions().find(first.proposals().get(0)).orElseThrow().box();
        on.regions.carryOut(new Outcome.Draw(tight.grow(9), true));
        assertThat(shown().box()).isEqualTo(tight);
    }

    @Test
    void deletingAProposalMarksItAsNoFormulaAndComesBackByUndo() {
        on.view.select(Set.of(first.proposals().get(2)));
        on.regions.delete();
        assertThat(human(first.pageId())).hasSize(1).allMatch(r -> r.flags().contains(RegionFlag.NOT_A_FORMULA));
        assertThat(on.view.walkProperty().get()).hasSize(7);
        store.undo();
        assertThat(on.view.walkProperty().get()).hasSize(8);
    }

    @Test
    void regionsArePastedOnAnotherPageAtTheSamePlace() {
        on.view.select(Set.copyOf(first.proposals().subList(0, 2)));
        on.regions.copy();
        on.view.openBeside(1);
        on.regions.paste();
        assertThat(human(second.pageId()))
                .extracting(FormulaRegion::box)
                .containsExactlyElementsOf(first.proposals().subList(0, 2).stream()
                        .map(id -> store.regions().find(id).orElseThrow().box())
                        .toList());
        store.undo();
        assertThat(human(second.pageId())).isEmpty();
    }

    @Test
    void mergingJoinsBoxesAndLatex() {
        on.view.select(Set.copyOf(first.proposals().subList(0, 2)));
        on.regions.merge();
        assertThat(shown().latex()).contains("f(x)=x^2-4x+3 x");
        assertThat(on.view.walkProperty().get()).hasSize(7);
    }

    @Test
    void kindAndFlagsOfAProposalBecomeThePersons() {
        on.view.select(Set.of(first.proposals().get(0)));
        FormulaKind other = shown().kind() == FormulaKind.INLINE ? FormulaKind.DISPLAY : FormulaKind.INLINE;
        on.regions.setKind(other);
        on.regions.toggleFlag(RegionFlag.CUT_OFF);
        assertThat(human(first.pageId()).get(0).kind()).isEqualTo(other);
        assertThat(human(first.pageId()).get(0).flags()).containsExactly(RegionFlag.CUT_OFF);
        on.regions.toggleFlag(RegionFlag.CUT_OFF);
        assertThat(human(first.pageId()).get(0).flags()).isEmpty();
    }

    @Test
    void alternativesSayWhatDiffersAndAreTakenByNumber() {
        on.view.select(Set.of(first.proposals().get(4)));
        assertThat(on.regions.alternatives())
                .containsExactly(new Alternative("f(2)", 0.93, ""), new Alternative("f(2)+1", 0.04, "∅ → +1"));
        on.regions.takeAlternative(2);
        assertThat(human(first.pageId()).get(0).latex()).contains("f(2)+1");
        assertThat(on.regions.alternatives()).hasSize(2);
    }

    @Test
    void activeTimeIsKeptWithoutPauses() {
        on.nanos.addAndGet(2_000_000_000L);
        on.view.touched();
        on.nanos.addAndGet(600_000_000_000L);
        on.view.touched();
        on.nanos.addAndGet(1_000_000_000L);
        on.view.select(Set.of(first.proposals().get(0)));
        on.regions.acceptAndNext();
        assertThat(human(first.pageId()).get(0).provenance().activeMillis()).isEqualTo(3000);
    }

    @Test
    void turningAndRemovingAPageCanBeTakenBack() {
        on.view.select(Set.of(first.proposals().get(0)));
        on.regions.acceptAndNext();
        Box before = human(first.pageId()).get(0).box();
        on.pages.turn(1);
        assertThat(on.view.page().orElseThrow().width()).isEqualTo(1120);
        assertThat(on.view.pictureProperty().get().orElseThrow().width()).isEqualTo(1120);
        on.pages.turn(-1);
        assertThat(human(first.pageId()).get(0).box()).isEqualTo(before);
        on.pages.remove();
        assertThat(store.pages().count(SliceQuery.ALL)).isEqualTo(1);
        assertThat(on.view.page().orElseThrow().id()).isEqualTo(second.pageId());
        store.undo();
        assertThat(store.pages().count(SliceQuery.ALL)).isEqualTo(2);
        assertThat(human(first.pageId())).hasSize(1);
    }

    @Test
    void doubtfulBoxesAreFoundAcrossPages() {
        on.view.nextDoubtful();
        assertThat(shown().id()).isEqualTo(first.proposals().get(3));
        on.view.nextDoubtful();
        assertThat(shown().id()).isEqualTo(first.proposals().get(7));
        on.view.nextDoubtful();
        assertThat(on.view.page().orElseThrow().id()).isEqualTo(second.pageId());
        assertThat(shown().id()).isEqualTo(second.proposals().get(3));
    }

    @Test
    void newProposalsOfAModelShowAtOnceAndLeaveWhatPeopleMade() {
        on.view.select(Set.of(first.proposals().get(0)));
        on.regions.acceptAndNext();
        store.regions().replaceProposals(first.pageId(), List.of());
        assertThat(on.view.walkProperty().get()).hasSize(1);
        assertThat(human(first.pageId())).hasSize(1);
    }

    @Test
    void aPageListNarrowsByFilterNameAndLatex() {
        on.pages.submit();
        PageListViewModel list = on.view.pages();
        list.addFilter(PageListViewModel.TO_DO);
        assertThat(list.pages()).extracting(page -> page.name()).containsExactly("b.png");
        list.clear();
        list.searchProperty().set("a.p");
        assertThat(list.pages()).extracting(page -> page.name()).containsExactly("a.png");
        list.searchProperty().set("\\int_0^x");
        assertThat(list.pages()).extracting(page -> page.name()).containsExactly("a.png");
        list.searchProperty().set("state:nonsense");
        assertThat(list.problemProperty().get()).isPresent();
        assertThat(Optional.of(list.totalProperty().get())).contains(2);
    }

    @Test
    void everythingIsSavedWhenTheLineIsEmpty() {
        on.pages.accept();
        assertThat(on.workspace.edits().state()).isEqualTo(EditWriter.State.SAVED);
    }

    @Test
    void aWriteThatFailsStaysOnTheScreenUntilARetrySucceeds() throws Exception {
        String file = store.info().file().toString();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            other.createStatement()
                    .execute("CREATE TRIGGER full_disk BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'disk full');"
                            + " END");
            on.view.select(Set.of(first.proposals().get(0)));
            on.regions.type("kept", false);
            assertThat(on.workspace.edits().state()).isEqualTo(EditWriter.State.UNSAVED);
            assertThat(on.workspace.edits().reasonProperty().get()).isPresent();
            on.view.open(second.pageId());
            on.view.open(first.pageId());
            assertThat(on.view.walkProperty().get())
                    .extracting(region -> region.latex().orElse(""))
                    .contains("kept");
            assertThat(human(first.pageId())).isEmpty();
            other.createStatement().execute("DROP TRIGGER full_disk");
        }
        on.workspace.edits().retry();
        assertThat(on.workspace.edits().state()).isEqualTo(EditWriter.State.SAVED);
        assertThat(human(first.pageId()))
                .extracting(region -> region.latex().orElse(""))
                .containsExactly("kept");
    }

    @Test
    void importingAFolderEndsWithABalanceThatNamesTheBadFile() throws Exception {
        Path scans = Files.createDirectories(folder.resolve("scans"));
        var picture = new java.awt.image.BufferedImage(60, 40, java.awt.image.BufferedImage.TYPE_INT_RGB);
        javax.imageio.ImageIO.write(picture, "png", scans.resolve("good.png").toFile());
        Files.writeString(scans.resolve("bad.png"), "no image at all");
        on.pages.importPages(List.of(scans), ImportOptions.DEFAULT);
        Balance balance = on.workspace.desk().notices().endings().get(0).balance();
        assertThat(balance.in()).isEqualTo(2);
        assertThat(balance.out()).isEqualTo(1);
        assertThat(balance.leftOut()).anyMatch(left -> left.item().endsWith("bad.png"));
        assertThat(on.view.pages().pages()).extracting(page -> page.name()).contains("good.png");
    }
}
