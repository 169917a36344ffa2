package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sigmark.labeling.store.Sample.KIM;
import static sigmark.labeling.store.Sample.page;
import static sigmark.labeling.store.Sample.proposal;
import static sigmark.labeling.store.Sample.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.page.Box;
import sigmark.labeling.edit.AcceptProposal;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.DeleteRegion;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.HistoryEntry;
import sigmark.labeling.edit.LinkPiece;
import sigmark.labeling.edit.RemovePages;
import sigmark.labeling.edit.ReplacePage;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.edit.TurnPage;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;

class ProjectStoreTest {
    @TempDir
    Path folder;

    private ProjectStore store;

    @BeforeEach
    void create() throws IOException {
        store = Sample.project(folder);
        store.addPages(List.of(page("p1", 1), page("p2", 2)), List.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        store = ProjectStore.open(folder, KIM);
    }

    private FormulaRegion find(String id) {
        return store.regions().find(id).orElseThrow();
    }

    @Test
    void whatWasDrawnAndTypedIsThereAfterReopening() {
        store.apply(new DrawRegion(region("r1", "p1")), 1500);
        store.apply(new TypeLatex("r1", "\\frac12 "), 2500);
        reopen();
        FormulaRegion found = find("r1");
        assertThat(found.latex()).contains("\\frac12 ");
        assertThat(found.box()).isEqualTo(new Box(10.5, 20.25, 110, 60));
        assertThat(found.provenance().person()).isEqualTo("Kim");
        assertThat(found.provenance().activeMillis()).isEqualTo(4000);
        assertThat(store.pages().find("p1").orElseThrow().state()).isEqualTo(LabelState.LABELED);
        assertThat(store.info().name()).isEqualTo("Exams");
        assertThat(store.info().revision()).isEqualTo(3);
    }

    @Test
    void undoAndRedoGoOnAfterReopening() {
        store.apply(new DrawRegion(region("r1", "p1")), 0);
        store.apply(new TypeLatex("r1", "x"), 0);
        store.undo();
        reopen();
        assertThat(find("r1").latex()).isEmpty();
        assertThat(store.redo()).isPresent();
        assertThat(find("r1").latex()).contains("x");
        store.undo();
        store.undo();
        assertThat(store.regions().find("r1")).isEmpty();
        assertThat(store.pages().find("p1").orElseThrow().state()).isEqualTo(LabelState.UNTOUCHED);
        assertThat(store.undo().map(Change::edit)).contains("add-pages");
        assertThat(store.pages().list(SliceQuery.ALL)).isEmpty();
        assertThat(store.undo()).isEmpty();
        store.redo();
        store.redo();
        store.redo();
        assertThat(find("r1").latex()).contains("x");
        assertThat(store.redo()).isEmpty();
    }

    @Test
    void oneTypingSessionIsOneStep() {
        store.apply(new DrawRegion(region("r1", "p1")), 0);
        store.apply(new TypeLatex("r1", Optional.of("a"), "s1"), 100);
        store.apply(new TypeLatex("r1", Optional.of("ab"), "s1"), 100);
        store.apply(new TypeLatex("r1", Optional.of("abc"), "s2"), 100);
        store.undo();
        assertThat(find("r1").latex()).contains("ab");
        store.undo();
        assertThat(find("r1").latex()).isEmpty();
        store.redo();
        assertThat(find("r1").latex()).contains("ab");
        assertThat(store.history(0, 20).stream().filter(e -> e.kind() == Change.Kind.EDIT))
                .extracting(HistoryEntry::edit, HistoryEntry::activeMillis)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("type-latex", 100L),
                        org.assertj.core.groups.Tuple.tuple("type-latex", 200L),
                        org.assertj.core.groups.Tuple.tuple("draw-region", 0L));
    }

    @Test
    void aProposalIsHiddenWhileAHumanRegionMadeFromItExists() {
        store.regions().replaceProposals("p1", List.of(proposal("m1", "p1", 0.8)));
        assertThat(store.regions().ofPage("p1")).extracting(FormulaRegion::id).containsExactly("m1");
        store.apply(new AcceptProposal("m1", "r1"), 10);
        assertThat(store.regions().ofPage("p1")).extracting(FormulaRegion::id).containsExactly("r1");
        assertThat(find("r1").layer()).isEqualTo(Layer.HUMAN);
        assertThat(find("r1").latex()).contains("x^{2}");
        assertThat(find("r1").origin().orElseThrow().proposalId()).isEqualTo("m1");
        assertThat(store.regions().ofPage("p1", Layer.PROPOSAL)).hasSize(1);
        store.undo();
        assertThat(store.regions().ofPage("p1")).extracting(FormulaRegion::id).containsExactly("m1");
    }

    @Test
    void undoLeavesNewerProposalsAlone() {
        store.regions().replaceProposals("p1", List.of(proposal("m1", "p1", 0.8)));
        store.apply(new AcceptProposal("m1", "r1"), 10);
        store.apply(new TurnPage("p1", 1), 10);
        store.regions().replaceProposals("p1", List.of(proposal("m2", "p1", 0.7)));
        store.undo();
        store.undo();
        assertThat(store.regions().ofPage("p1")).extracting(FormulaRegion::id).containsExactly("m2");
        assertThat(find("m2").box()).isEqualTo(new Box(2, 970, 40, 999));
    }

    @Test
    void turningAPageTurnsBoxesAndBack() {
        store.apply(new DrawRegion(region("r1", "p1").withBox(new Box(0.1, 0.2, 300.3, 40.7))), 0);
        store.apply(new TurnPage("p1", 1), 0);
        Page turned = store.pages().find("p1").orElseThrow();
        assertThat(turned.width()).isEqualTo(1000);
        assertThat(turned.height()).isEqualTo(800);
        assertThat(find("r1").box()).isEqualTo(new Box(959.3, 0.1, 999.8, 300.3));
        store.apply(new TurnPage("p1", -1), 0);
        assertThat(find("r1").box()).isEqualTo(new Box(0.1, 0.2, 300.3, 40.7));
    }

    @Test
    void anotherPictureBehindAPageScalesAllItsBoxesAndUndoScalesThemBack() {
        store.apply(new DrawRegion(region("r1", "p1").withBox(new Box(10, 20, 110, 60))), 0);
        store.regions().replaceProposals("p1", List.of(proposal("m1", "p1", 0.8)));
        Page p1 = store.pages().find("p1").orElseThrow();
        Page scan = page("scan", 9);
        Page larger = new Page(
                "scan",
                9,
                "scan.png",
                scan.source(),
                1600,
                2500,
                1,
                0,
                1600,
                2500,
                1,
                scan.split(),
                scan.state(),
                scan.tags(),
                "",
                scan.importedAt());
        store.apply(new ReplacePage("p1", larger), 0);
        assertThat(find("r1").box()).isEqualTo(new Box(20, 50, 220, 150));
        assertThat(find("m1").box()).isEqualTo(new Box(2, 5, 60, 100));
        store.undo();
        assertThat(store.pages().find("p1")).contains(p1);
        assertThat(find("r1").box()).isEqualTo(new Box(10, 20, 110, 60));
        assertThat(find("m1").box()).isEqualTo(new Box(1, 2, 30, 40));
    }

    @Test
    void removedPagesComeBackWithTheirRegions() {
        store.apply(new DrawRegion(region("r1", "p1")), 0);
        store.apply(new RemovePages(List.of("p1")), 0);
        assertThat(store.regions().find("r1")).isEmpty();
        assertThat(store.pages().list(SliceQuery.ALL)).extracting(Page::id).containsExactly("p2");
        reopen();
        store.undo();
        assertThat(find("r1").pageId()).isEqualTo("p1");
        assertThat(store.pages().list(SliceQuery.ALL)).extracting(Page::id).containsExactly("p1", "p2");
    }

    @Test
    void deletingTheMiddlePieceLinksItsNeighbours() {
        for (String id : List.of("r1", "r2", "r3")) {
            store.apply(new DrawRegion(region(id, "p1")), 0);
        }
        store.apply(new LinkPiece("r2", Optional.of("r1")), 0);
        store.apply(new LinkPiece("r3", Optional.of("r2")), 0);
        store.apply(new DeleteRegion("r2"), 0);
        assertThat(find("r3").pieceOf()).contains("r1");
        store.undo();
        assertThat(find("r3").pieceOf()).contains("r2");
        assertThat(find("r2").pieceOf()).contains("r1");
        store.apply(new Compound(List.of(new DeleteRegion("r1"), new DeleteRegion("r2")), "delete"), 0);
        assertThat(find("r3").pieceOf()).isEmpty();
    }

    @Test
    void pageStatesGoForwardAndBack() {
        store.apply(new DrawRegion(region("r1", "p1")), 0);
        for (LabelState state : List.of(LabelState.SUBMITTED, LabelState.ACCEPTED, LabelState.LABELED)) {
            store.apply(new SetPageState("p1", state), 0);
            assertThat(store.pages().find("p1").orElseThrow().state()).isEqualTo(state);
            assertThat(find("r1").state()).isEqualTo(state);
        }
    }

    @Test
    void listenersHearOfEveryChangeButNotOfNothing() throws Exception {
        List<String> heard = new ArrayList<>();
        Edit draw = new DrawRegion(region("r1", "p1"));
        try (AutoCloseable listening = store.onChange(change -> heard.add(change.kind() + " " + change.pages()))) {
            assertThat(listening).isNotNull();
            store.apply(draw, 0);
            store.apply(new TypeLatex("r1", Optional.empty(), ""), 0);
            store.undo();
        }
        store.redo();
        assertThat(heard).containsExactly("EDIT [p1]", "UNDO [p1]");
    }
}
