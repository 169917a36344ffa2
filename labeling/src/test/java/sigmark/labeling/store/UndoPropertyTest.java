package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.edit.AcceptProposal;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.DeleteRegion;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.LinkPiece;
import sigmark.labeling.edit.MoveRegion;
import sigmark.labeling.edit.RemovePages;
import sigmark.labeling.edit.ReorderRegion;
import sigmark.labeling.edit.ReplacePage;
import sigmark.labeling.edit.SetFlags;
import sigmark.labeling.edit.SetKind;
import sigmark.labeling.edit.SetPageRemark;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.edit.SetPageTags;
import sigmark.labeling.edit.SetRemark;
import sigmark.labeling.edit.SetSplits;
import sigmark.labeling.edit.SetState;
import sigmark.labeling.edit.SetTags;
import sigmark.labeling.edit.SetWriting;
import sigmark.labeling.edit.TurnPage;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;

/**
 * Random edits, undos, redos, new proposals and restarts, against a model that is only a list of what the project looked
 * like after each step, and a place in it.
 */
class UndoPropertyTest {
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void undoAndRedoWalkThroughTheSameStates(@ForAll Random random, @ForAll @IntRange(min = 20, max = 60) int steps)
            throws IOException {
        Path folder = Files.createTempDirectory("undo");
        ProjectStore store = Sample.project(folder);
        try {
            List<Map<String, Object>> states = new ArrayList<>();
            states.add(dump(store));
            store.addPages(
                    List.of(Sample.page("p1", 1), Sample.page("p2", 2), Sample.page("p3", 3)),
                    List.of(Sample.region("given", "p3")));
            states.add(dump(store));
            int at = 1;
            for (int step = 0; step < steps; step++) {
                int choice = random.nextInt(20);
                if (choice == 0) {
                    store.close();
                    store = ProjectStore.open(folder, Sample.KIM);
                } else if (choice == 1) {
                    proposeAnew(store, random);
                } else if (choice < 6) {
                    boolean undo = random.nextInt(3) > 0;
                    Optional<Change> change = undo ? store.undo() : store.redo();
                    assertThat(change.isPresent()).isEqualTo(undo ? at > 0 : at < states.size() - 1);
                    at += change.isEmpty() ? 0 : undo ? -1 : 1;
                } else {
                    Optional<Edit> edit = edit(store, random);
                    if (edit.isPresent()
                            && !store.apply(edit.get(), random.nextInt(100)).isNothing()) {
                        states.subList(at + 1, states.size()).clear();
                        states.add(dump(store));
                        at++;
                    }
                }
                assertThat(dump(store)).isEqualTo(states.get(at));
                PageCountsTest.assertCounted(store);
            }
            store.close();
            store = ProjectStore.open(folder, Sample.KIM);
            assertThat(dump(store)).isEqualTo(states.get(at));
            while (store.undo().isPresent()) {
                at--;
            }
            assertThat(at).isZero();
            assertThat(dump(store)).isEqualTo(states.get(0));
            while (store.redo().isPresent()) {
                at++;
            }
            assertThat(at).isEqualTo(states.size() - 1);
            assertThat(dump(store)).isEqualTo(states.get(at));
            assertThat(store.check()).isEmpty();
        } finally {
            store.close();
            Sample.delete(folder);
        }
    }

    /** Everything that people made, as it looks. */
    private static Map<String, Object> dump(ProjectStore store) {
        Map<String, Object> dump = new TreeMap<>();
        for (Page page : store.pages().list(SliceQuery.ALL)) {
            dump.put(page.id(), page);
            dump.put(page.id() + " human", store.regions().ofPage(page.id(), Layer.HUMAN));
            dump.put(page.id() + " gold", store.regions().ofPage(page.id(), Layer.GOLD));
        }
        return dump;
    }

    private static void proposeAnew(ProjectStore store, Random random) {
        for (Page page : store.pages().list(SliceQuery.ALL)) {
            List<FormulaRegion> proposals = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                proposals.add(Sample.proposal(UUID.randomUUID().toString(), page.id(), random.nextDouble()));
            }
            store.regions().replaceProposals(page.id(), proposals);
        }
    }

    private static Optional<Edit> edit(ProjectStore store, Random random) {
        List<Page> pages = store.pages().list(SliceQuery.ALL);
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        Page page = pages.get(random.nextInt(pages.size()));
        List<FormulaRegion> own = new ArrayList<>(store.regions().ofPage(page.id(), Layer.HUMAN));
        own.addAll(store.regions().ofPage(page.id(), Layer.GOLD));
        Edit onPage = pageEdit(store, page, random);
        if (own.isEmpty() || random.nextInt(4) == 0) {
            return Optional.of(onPage);
        }
        Edit first = regionEdit(own, random);
        boolean together = !(onPage instanceof RemovePages) && random.nextInt(6) == 0;
        return Optional.of(together ? new Compound(List.of(first, onPage), "both") : first);
    }

    private static Edit pageEdit(ProjectStore store, Page page, Random random) {
        List<FormulaRegion> proposals = store.regions().ofPage(page.id(), Layer.PROPOSAL);
        return switch (random.nextInt(9)) {
            case 0 -> new TurnPage(page.id(), 1 + random.nextInt(3));
            case 1 -> new SetPageState(page.id(), any(random, LabelState.values()));
            case 2 -> new SetPageTags(page.id(), Set.of("t" + random.nextInt(3)));
            case 3 -> new SetPageRemark(page.id(), "remark " + random.nextInt(3));
            case 4 -> new SetSplits(page.id(), any(random, Split.values()));
            case 5 -> new RemovePages(List.of(page.id()));
            case 6 -> new ReplacePage(page.id(), Sample.page("other", 77 + random.nextInt(3)));
            case 7 ->
                proposals.isEmpty()
                        ? draw(page, random)
                        : new AcceptProposal(proposals.get(0).id());
            default -> draw(page, random);
        };
    }

    private static Edit draw(Page page, Random random) {
        return new DrawRegion(Sample.region(UUID.randomUUID().toString(), page.id())
                .withLayer(random.nextInt(5) == 0 ? Layer.GOLD : Layer.HUMAN)
                .withBox(box(random)));
    }

    private static Edit regionEdit(List<FormulaRegion> regions, Random random) {
        FormulaRegion one = regions.get(random.nextInt(regions.size()));
        Optional<String> earlier = regions.stream()
                .filter(region -> region.order() < one.order() && region.layer() == one.layer())
                .filter(region -> region.pieceOf().isEmpty())
                .map(FormulaRegion::id)
                .filter(id -> !id.equals(one.id()))
                .findFirst();
        boolean ends = regions.stream().noneMatch(region -> region.pieceOf().equals(Optional.of(one.id())));
        return switch (random.nextInt(11)) {
            case 0 -> new DeleteRegion(one.id());
            case 1 -> new MoveRegion(one.id(), box(random));
            case 2 -> new SetKind(one.id(), any(random, FormulaKind.values()));
            case 3 -> new SetWriting(one.id(), any(random, Writing.values()));
            case 4 -> new SetFlags(one.id(), Set.of(any(random, RegionFlag.values())));
            case 5 -> new SetTags(one.id(), Set.of("t" + random.nextInt(4), "u"));
            case 6 -> new SetRemark(one.id(), "r" + random.nextInt(4));
            case 7 -> new SetState(one.id(), any(random, LabelState.values()));
            case 8 -> new LinkPiece(one.id(), ends ? earlier : Optional.empty());
            case 9 -> new ReorderRegion(one.id(), random.nextInt(4));
            default ->
                new TypeLatex(
                        one.id(),
                        random.nextInt(4) == 0 ? Optional.empty() : Optional.of("\\alpha_{" + random.nextInt(9) + "}"),
                        "");
        };
    }

    private static Box box(Random random) {
        return Box.ofSize(random.nextDouble() * 500, random.nextDouble() * 500, 1 + random.nextDouble() * 90, 20);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
