package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.edit.AcceptProposal;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.RemovePages;
import sigmark.labeling.edit.SetPageRemark;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.edit.SetPageTags;
import sigmark.labeling.edit.SetSplits;
import sigmark.labeling.edit.SetState;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;

/** Random queries over a random project: the store's columns and the meaning on single records agree. */
class SliceAgreementTest {
    private static final List<String> LATEX = List.of(
            "x",
            "\\frac{x^2}{2}",
            "\\\\frac",
            "\\begin{aligned}a&=b\\\\c&=d\\end{aligned}",
            "\\begin {cases} x \\end{cases}",
            "가=\\text{나}",
            " ",
            "",
            "\\max x\\,y",
            "x ^ 2+\\fraction",
            "\\");

    private static Path folder;
    private static ProjectStore store;
    private static final Map<Page, List<FormulaRegion>> records = new LinkedHashMap<>();

    @BeforeContainer
    static void create() throws IOException {
        folder = Files.createTempDirectory("slices");
        Random random = new Random(7);
        Instant start = Instant.parse("2026-10-30T12:00:00Z");
        for (String person : List.of("Kim", "Lee Kimin")) {
            Clock clock = Clock.fixed(start.plus(Duration.ofDays(random.nextInt(5))), ZoneOffset.UTC);
            Author author = new Author(person);
            store = person.equals("Kim")
                    ? Sample.project(folder, author, clock)
                    : ProjectStore.open(folder, author, clock);
            fill(random, person);
            if (person.equals("Kim")) {
                store.close();
            }
        }
    }

    @AfterContainer
    static void delete() throws IOException {
        store.close();
        Sample.delete(folder);
    }

    private static void fill(Random random, String person) {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pages.add(Sample.page(person + i, random.nextInt(100)));
        }
        store.addPages(pages, List.of());
        for (Page page : pages) {
            List<FormulaRegion> proposals = new ArrayList<>();
            for (int i = 0; i < random.nextInt(4); i++) {
                proposals.add(Sample.proposal(page.id() + "m" + i, page.id(), random.nextDouble()));
            }
            store.regions().replaceProposals(page.id(), proposals);
            List<Edit> edits = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                edits.add(new DrawRegion(region(random, page.id(), page.id() + "r" + i)));
            }
            if (!proposals.isEmpty() && random.nextBoolean()) {
                edits.add(new AcceptProposal(page.id() + "m0", page.id() + "a"));
                edits.add(new SetState(page.id() + "a", any(random, LabelState.values())));
            }
            edits.add(new SetPageState(page.id(), any(random, LabelState.values())));
            edits.add(new SetSplits(page.id(), any(random, Split.values())));
            edits.add(new SetPageTags(page.id(), random.nextBoolean() ? Set.of("Exam") : Set.of()));
            edits.add(new SetPageRemark(page.id(), random.nextBoolean() ? "Bad scan" : ""));
            store.apply(new Compound(edits, "fill"), 0);
        }
        store.apply(new RemovePages(List.of(pages.get(3).id())), 0);
    }

    private static FormulaRegion region(Random random, String page, String id) {
        return FormulaRegion.drawn(
                        page, new Box(1, 2, 30, 40), any(random, FormulaKind.values()), any(random, Writing.values()))
                .withId(id)
                .withLayer(random.nextInt(5) == 0 ? Layer.GOLD : Layer.HUMAN)
                .withLatex(
                        random.nextInt(6) == 0
                                ? Optional.empty()
                                : Optional.of(LATEX.get(random.nextInt(LATEX.size()))))
                .withState(any(random, LabelState.values()))
                .withFlags(random.nextInt(3) == 0 ? Set.of(any(random, RegionFlag.values())) : Set.of())
                .withTags(random.nextInt(3) == 0 ? Set.of("hard", "EXAM") : Set.of())
                .withRemark(random.nextInt(4) == 0 ? "See scan 7" : "");
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> term = Arbitraries.of(
                "kind:display",
                "kind:inline",
                "kind:unit",
                "writing:handwritten",
                "layer:proposal",
                "layer:gold",
                "layer:all",
                "layer:human",
                "state:labeled",
                "state:returned",
                "state:accepted",
                "flag:illegible",
                "flag:not-a-formula",
                "tag:exam",
                "tag:hard",
                "split:test",
                "split:none",
                "len>3",
                "len:0",
                "len<=1",
                "score<0.5",
                "score>=0.9",
                "doubtful",
                "empty",
                "has:\\frac",
                "has:x",
                "has:\\begin{cases}",
                "has:\"x^2\"",
                "has:나",
                "has:\\\\",
                "has:\\max",
                "has:\\begin",
                "latex:\"x ^\"",
                "latex:frac",
                "latex:가",
                "labeler:kim",
                "labeler:lee",
                "remark:scan",
                "guide:0",
                "package:none",
                "date:2026-11",
                "date<2026-11-02",
                "date>2026-11-01",
                "date:2026-10-31",
                "kim1",
                "lee",
                "source:pdf",
                "source:image");
        Arbitrary<String> maybeNegated =
                term.flatMap(word -> Arbitraries.of("", "", "-").map(sign -> sign + word));
        return maybeNegated.list().ofMinSize(1).ofMaxSize(4).map(words -> String.join(" ", words));
    }

    @Property(tries = 300)
    void columnsAndRecordsAgree(@ForAll("queries") String text) {
        if (records.isEmpty()) {
            store.pages()
                    .list(SliceQuery.ALL)
                    .forEach(page -> records.put(page, store.regions().ofPage(page.id())));
        }
        SliceQuery query = SliceQuery.parse(text);
        List<String> pages = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        records.forEach((page, itsRegions) -> {
            if (query.matches(page, itsRegions)) {
                pages.add(page.id());
            }
            itsRegions.stream()
                    .filter(region -> query.matches(page, region))
                    .forEach(region -> regions.add(region.id()));
        });
        assertThat(store.pages().ids(query)).isEqualTo(pages);
        assertThat(store.regions().search(query)).extracting(FormulaRegion::id).isEqualTo(regions);
    }

    @Property(tries = 25)
    void theyStillAgreeAfterEdits(@ForAll("queries") String text, @ForAll Random random) {
        List<FormulaRegion> human = store.regions().search(SliceQuery.ALL);
        FormulaRegion one = human.get(random.nextInt(human.size()));
        store.apply(new TypeLatex(one.id(), LATEX.get(random.nextInt(LATEX.size()))), 0);
        store.apply(new SetPageState(one.pageId(), any(random, LabelState.values())), 0);
        records.clear();
        if (random.nextInt(3) == 0) {
            store.apply(new RemovePages(List.of(one.pageId())), 0);
            columnsAndRecordsAgree(text);
            store.undo();
            records.clear();
        }
        columnsAndRecordsAgree(text);
    }
}
