package sigmark.labeling.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Provenance;

/** What was sent, what is here now and what came back, and what must come of it. */
class ThreeWayMergeTest {
    private static final Map<String, Integer> PLACES = Map.of("a", 0, "b", 100, "c", 200, "d", 300);

    /** A side is written {@code id=latex@left}; several with blanks between; nothing is an empty page. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            nullValues = "-",
            value = {
                "nothing changed              | a=x       | a=x         | a=x         | a=x           | -",
                "changed there                | a=x       | a=x         | a=y         | a=y           | -",
                "changed here                 | a=x       | a=y         | a=x         | a=y           | -",
                "the same change on both      | a=x       | a=y         | a=y         | a=y           | -",
                "text on both                 | a=x       | a=y         | a=z         | a=y           | a",
                "text there, box here         | a=x       | a=x@5       | a=y         | a=y@5         | -",
                "box on both                  | a=x       | a=x@5       | a=x@9       | a=x@5         | a",
                "text merges where box clashes| a=x       | a=x@5       | a=y@9       | a=y@5         | a",
                "drawn there                  | ''        | ''          | a=x         | a=x           | -",
                "drawn here                   | ''        | a=x         | ''          | a=x           | -",
                "drawn on both, other places  | ''        | a=x         | b=x         | a=x b=x       | -",
                "drawn on both, same place    | ''        | a=x         | e=y         | a=x           | e",
                "drawn on both, all the same  | ''        | a=x         | e=x         | a=x           | -",
                "deleted there                | a=x b=x   | a=x b=x     | b=x         | b=x           | -",
                "deleted here                 | a=x b=x   | b=x         | a=x b=x     | b=x           | -",
                "deleted on both              | a=x       | ''          | ''          | ''            | -",
                "deleted here, changed there  | a=x       | ''          | a=y         | ''            | a",
                "deleted there, changed here  | a=x       | a=y         | ''          | a=y           | a",
                "many at once                 | a=x b=x c=x | a=x b=y   | a=y b=x c=x d=x | a=y b=y d=x | -",
            })
    void merges(String name, String base, String ours, String theirs, String expected, String conflicts) {
        PageMerge merge = ThreeWayMerge.merge(page(base), page(ours), page(theirs), Resolution.ASK);
        assertThat(after(page(ours), merge)).isEqualTo(text(page(expected)));
        assertThat(merge.open())
                .extracting(Conflict::regionId)
                .containsExactlyElementsOf(conflicts == null ? List.of() : List.of(conflicts));
    }

    @ParameterizedTest
    @CsvSource({
        "OURS,   a=x, a=y, a=z, a=y",
        "THEIRS, a=x, a=y, a=z, a=z",
        "NEWER,  a=x, a=y, a=z, a=z",
        "THEIRS, a=x, '',  a=y, a=y",
        "OURS,   a=x, '',  a=y, ''",
        "THEIRS, a=x, a=y, '',  ''",
        "THEIRS, '',  a=x, e=y, e=y",
    })
    void conflictsAreSolvedByARule(Resolution.Rule rule, String base, String ours, String theirs, String expected) {
        PageMerge merge =
                ThreeWayMerge.merge(page(base), page(ours), later(page(theirs)), new Resolution(rule, Map.of()));
        assertThat(after(page(ours), merge)).isEqualTo(text(page(expected)));
        assertThat(merge.open()).isEmpty();
        assertThat(merge.conflicts()).hasSize(1);
    }

    @org.junit.jupiter.api.Test
    void oneConflictIsSolvedAgainstTheRule() {
        Resolution resolution = new Resolution(Resolution.Rule.OURS, Map.of("a", Resolution.Side.THEIRS));
        PageMerge merge = ThreeWayMerge.merge(page("a=x b=x"), page("a=y b=y"), page("a=z b=z"), resolution);
        assertThat(after(page("a=y b=y"), merge)).isEqualTo(Map.of("a", "z@0", "b", "y@100"));
    }

    /** On each side each region is left, changed in text, changed in place, or deleted; new ones stand apart. */
    @Property(tries = 500)
    void randomHistoriesComeOutAsTheModelSays(@ForAll("histories") List<Integer> steps) {
        Map<String, String> base = new TreeMap<>();
        Map<String, String> ours = new TreeMap<>();
        Map<String, String> theirs = new TreeMap<>();
        Map<String, String> wanted = new TreeMap<>();
        List<String> clashes = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String id = "r" + i;
            int here = steps.get(i) / 6;
            int there = steps.get(i) % 6;
            String sent = "x@" + 100 * i;
            side(base, id, here == 5 || there == 5 ? null : sent);
            side(ours, id, here == 5 ? "new@" + 100 * i : there == 5 ? null : step(sent, here, "o"));
            side(theirs, id, there == 5 && here != 5 ? "new@" + 100 * i : here == 5 ? null : step(sent, there, "t"));
            model(id, sent, here, there, wanted, clashes);
        }
        PageLabels now = page(line(ours));
        PageMerge merge = ThreeWayMerge.merge(page(line(base)), now, page(line(theirs)), Resolution.ASK);
        assertThat(merge.open()).extracting(Conflict::regionId).containsExactlyInAnyOrderElementsOf(clashes);
        assertThat(after(now, merge)).isEqualTo(wanted);
        PageLabels merged = now.with(regions(now, merge));
        PageMerge again = ThreeWayMerge.merge(page(line(theirs)), merged, page(line(theirs)), Resolution.ASK);
        assertThat(again.changesNothing()).as("the same return again").isTrue();
        assertThat(again.conflicts()).isEmpty();
    }

    /** The simple model: 0 left, 1 text, 2 place, 3 deleted, 4 text as the other side would, 5 drawn. */
    private static void model(
            String id, String sent, int here, int there, Map<String, String> wanted, List<String> clashes) {
        String mine = here == 5 || there == 5 ? "new@" + sent.substring(2) : step(sent, here, "o");
        if (here == 5 || there == 5) {
            wanted.put(id, mine);
            return;
        }
        String other = step(sent, there, "t");
        if (mine == null || other == null) {
            boolean clash = mine == null ? other != null && !other.equals(sent) : !mine.equals(sent);
            if (clash) {
                clashes.add(id);
            }
            if (mine != null && clash) {
                wanted.put(id, mine);
            }
            return;
        }
        String text = merged(word(mine), word(sent), word(other));
        String place = merged(place(mine), place(sent), place(other));
        if (text == null || place == null) {
            clashes.add(id);
        }
        wanted.put(id, (text == null ? word(mine) : text) + "@" + (place == null ? place(mine) : place));
    }

    private static String merged(String ours, String base, String theirs) {
        if (ours.equals(theirs) || theirs.equals(base)) {
            return ours;
        }
        return ours.equals(base) ? theirs : null;
    }

    private static String step(String sent, int step, String who) {
        return switch (step) {
            case 1 -> who + "@" + place(sent);
            case 2 -> "x@" + (Integer.parseInt(place(sent)) + (who.equals("o") ? 3 : 7));
            case 3 -> null;
            case 4 -> "both@" + place(sent);
            default -> sent;
        };
    }

    private static String word(String text) {
        return text.substring(0, text.indexOf('@'));
    }

    private static String place(String text) {
        return text.substring(text.indexOf('@') + 1);
    }

    private static void side(Map<String, String> side, String id, String value) {
        if (value != null) {
            side.put(id, value);
        }
    }

    private static String line(Map<String, String> side) {
        List<String> words = new ArrayList<>();
        side.forEach((id, value) -> words.add(id + "=" + value));
        return String.join(" ", words);
    }

    @Provide
    static Arbitrary<List<Integer>> histories() {
        Arbitrary<Integer> step = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5))
                .as((here, there) -> 6 * here + there);
        return step.list().ofMinSize(1).ofMaxSize(8);
    }

    private static PageLabels page(String text) {
        List<FormulaRegion> regions = new ArrayList<>();
        for (String each : text.isBlank() ? new String[0] : text.strip().split(" +")) {
            String id = each.substring(0, each.indexOf('='));
            String value = each.substring(each.indexOf('=') + 1);
            int at = value.indexOf('@');
            int left = (at < 0 ? 0 : Integer.parseInt(value.substring(at + 1))) + PLACES.getOrDefault(id, 0);
            regions.add(region(id, at < 0 ? value : value.substring(0, at), left));
        }
        return new PageLabels("page", "0".repeat(64), 0, 2_000, 2_000, regions);
    }

    private static FormulaRegion region(String id, String latex, int left) {
        return FormulaRegion.drawn("page", new Box(left, 0, left + 20, 30), FormulaKind.INLINE, Writing.PRINTED)
                .withId(id)
                .withOrder(1)
                .withLatex(Optional.of(latex))
                .withProvenance(new Provenance("P", Instant.EPOCH, Instant.EPOCH, 0, 0, Optional.empty()));
    }

    private static PageLabels later(PageLabels page) {
        return page.with(page.regions().stream()
                .map(region -> region.withState(LabelState.SUBMITTED)
                        .withFlags(Set.of())
                        .withProvenance(new Provenance(
                                "T", Instant.EPOCH, Instant.EPOCH.plusSeconds(5), 0, 0, Optional.empty())))
                .toList());
    }

    private static Map<String, String> text(PageLabels page) {
        Map<String, String> text = new HashMap<>();
        page.regions()
                .forEach(region -> text.put(
                        region.id(),
                        region.latex().orElse("") + "@" + (int) region.box().left()));
        return text;
    }

    private static Map<String, String> after(PageLabels ours, PageMerge merge) {
        return text(ours.with(regions(ours, merge)));
    }

    private static List<FormulaRegion> regions(PageLabels ours, PageMerge merge) {
        Map<String, FormulaRegion> regions = new LinkedHashMap<>();
        ours.regions().forEach(region -> regions.put(region.id(), region));
        merge.deleted().forEach(regions::remove);
        merge.put().forEach(region -> regions.put(region.id(), region));
        return List.copyOf(regions.values());
    }
}
