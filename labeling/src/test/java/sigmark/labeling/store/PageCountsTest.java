package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.labeling.edit.AcceptProposal;
import sigmark.labeling.edit.DeleteRegion;
import sigmark.labeling.edit.MoveRegion;
import sigmark.labeling.edit.SetState;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.slice.SliceQuery;

/** The counts that are kept beside pages; random edits are in {@link UndoPropertyTest}. */
class PageCountsTest {
    @TempDir
    Path folder;

    private ProjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = Sample.project(folder);
        store.addPages(List.of(Sample.page("p", 1), Sample.page("q", 2)), List.of(Sample.region("r", "p")));
        store.regions()
                .replaceProposals("p", List.of(Sample.proposal("sure", "p", 0.8), Sample.proposal("unsure", "p", 0.2)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eachKindOfChangeIsCounted() {
        assertThat(first()).containsExactly(1, 0, 0, 1, 2, 1);
        store.apply(new TypeLatex("r", "x"), 0);
        assertThat(first()).containsExactly(1, 0, 0, 0, 2, 1);
        store.apply(new SetState("r", LabelState.ACCEPTED), 0);
        assertThat(first()).containsExactly(1, 1, 0, 0, 2, 1);
        store.apply(new AcceptProposal("unsure"), 0);
        assertThat(first()).containsExactly(2, 1, 0, 0, 1, 1);
        store.undo();
        assertThat(first()).containsExactly(1, 1, 0, 0, 2, 1);
        store.apply(new DeleteRegion("r"), 0);
        store.regions().replaceProposals("p", List.of());
        assertThat(first()).containsExactly(0, 0, 0, 0, 0, 0);
        assertCounted(store);
    }

    @Test
    void aChangeThatDoesNotCountLeavesTheRow() {
        store.database().write(handle -> handle.execute("UPDATE page_count SET regions = 77"));
        store.apply(new MoveRegion("r", Sample.region("r", "p").box().translate(5, 5)), 0);
        assertThat(first().get(0)).isEqualTo(77);
        assertThat(store.check()).hasSize(2).allMatch(line -> line.startsWith("kept counts of page"));
    }

    @Test
    void whatIsMissingIsCountedWhenItIsRead() {
        store.database().write(handle -> handle.execute("DELETE FROM page_count"));
        assertThat(first()).containsExactly(1, 0, 0, 1, 2, 1);
        assertThat(store.pages().summaries(SliceQuery.ALL)).isEqualTo(expected(store));
    }

    /** What an older project gets when it is brought up to date. */
    @Test
    void theMigrationCountsTheSame() throws IOException {
        List<PageSummary> before = kept(store);
        store.database().write(handle -> {
            handle.execute("DELETE FROM page_count");
            return handle.execute(filling());
        });
        assertThat(kept(store)).isEqualTo(before);
        assertCounted(store);
    }

    /** The statement of the migration that fills the table. */
    private static String filling() {
        try (var script = PageCountsTest.class.getResourceAsStream("migrations/V7__page_counts.sql")) {
            String text = new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return text.substring(text.indexOf("INSERT INTO page_count"), text.indexOf("PRAGMA"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every page has its row, and the row is what its regions give, counted here one by one. */
    static void assertCounted(ProjectStore store) {
        assertThat(kept(store)).isEqualTo(expected(store));
        int without = store.database().read(handle -> handle.createQuery(
                        "SELECT count(*) FROM page WHERE key NOT IN (SELECT page FROM page_count)")
                .mapTo(Integer.class)
                .one());
        assertThat(without).as("pages without a row").isZero();
        assertThat(store.database().read(PageCounts::wrong)).isEmpty();
    }

    private static List<PageSummary> kept(ProjectStore store) {
        return store.database().read(PageCounts::summaries);
    }

    private static List<PageSummary> expected(ProjectStore store) {
        List<PageSummary> expected = new ArrayList<>();
        for (Page page : store.pages().list(SliceQuery.ALL)) {
            List<FormulaRegion> human = store.regions().ofPage(page.id(), Layer.HUMAN);
            Set<String> accepted = new HashSet<>();
            human.forEach(region -> region.origin().ifPresent(origin -> accepted.add(origin.proposalId())));
            store.regions().ofPage(page.id(), Layer.GOLD).forEach(region -> region.origin()
                    .ifPresent(origin -> accepted.add(origin.proposalId())));
            List<FormulaRegion> open = store.regions().ofPage(page.id(), Layer.PROPOSAL).stream()
                    .filter(region -> !accepted.contains(region.id()))
                    .toList();
            expected.add(new PageSummary(
                    page.id(),
                    page.name(),
                    page.split(),
                    page.state(),
                    page.width(),
                    page.height(),
                    human.size(),
                    in(LabelState.ACCEPTED, human),
                    in(LabelState.RETURNED, human),
                    (int) human.stream()
                            .filter(region -> region.latex().isEmpty())
                            .count(),
                    open.size(),
                    doubtful(human) + doubtful(open)));
        }
        return expected;
    }

    private static int in(LabelState state, List<FormulaRegion> regions) {
        return (int) regions.stream().filter(region -> region.state() == state).count();
    }

    private static int doubtful(List<FormulaRegion> regions) {
        return (int) regions.stream()
                .flatMap(region -> region.origin().stream())
                .filter(origin -> Math.min(origin.score(), origin.latexScore()) < ProposalOrigin.DOUBT)
                .count();
    }

    /** Counts of the first page. */
    private List<Integer> first() {
        PageSummary page = kept(store).get(0);
        return List.of(
                page.regions(),
                page.accepted(),
                page.returned(),
                page.withoutLatex(),
                page.proposals(),
                page.doubtful());
    }
}
