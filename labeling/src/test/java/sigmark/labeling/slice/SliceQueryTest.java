package sigmark.labeling.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;

class SliceQueryTest {
    private static final Page PAGE = new Page(
            "p",
            1,
            "수능 2026-7.PNG",
            new PageSource("images/a.png", true, "ab", OptionalInt.empty(), 0),
            800,
            1000,
            1,
            0,
            800,
            1000,
            0,
            Split.TEST,
            LabelState.SUBMITTED,
            Set.of("Exam"),
            "blurred Scan",
            Instant.parse("2026-11-05T23:59:00Z"));

    private static final FormulaRegion REGION = FormulaRegion.drawn(
                    "p", new Box(0, 0, 10, 10), FormulaKind.DISPLAY, Writing.HANDWRITTEN)
            .withLatex(Optional.of("\\frac{x^2}{ 2 }"))
            .withState(LabelState.RETURNED)
            .withFlags(Set.of(RegionFlag.CUT_OFF))
            .withTags(Set.of("hard"))
            .withRemark("see Rule 7")
            .withProvenance(new Provenance(
                    "Kim Minsu",
                    Instant.parse("2026-11-10T08:00:00Z"),
                    Instant.parse("2026-11-20T08:00:00Z"),
                    0,
                    3,
                    Optional.of("pack-9")))
            .withOrigin(Optional.of(new ProposalOrigin("m1", "d", "r", 0.9, 0.4, List.of())));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "kind:display, true",
                "kind:INLINE, false",
                "-kind:inline, true",
                "writing:handwritten, true",
                "split:test, true",
                "split:val, false",
                "state:returned, true",
                "state:submitted, false",
                "flag:cut-off, true",
                "flag:illegible, false",
                "tag:hard, true",
                "tag:exam, true",
                "tag:exa, false",
                "labeler:kim, true",
                "labeler:minsu, true",
                "labeler:lee, false",
                "latex:x^2, true",
                "latex:\"{ 2 }\", true",
                "latex:X^2, false",
                "has:\\frac, true",
                "has:\\fra, false",
                "has:{2}, true",
                "has:x2, false",
                "len>8, true",
                "len>=9, true",
                "len:9, true",
                "len<9, false",
                "score<0.5, true",
                "score>=0.4, true",
                "doubtful, true",
                "-doubtful, false",
                "empty, false",
                "guide:3, true",
                "guide<3, false",
                "package:pack-9, true",
                "date:2026-11-20, true",
                "date:2026-11, true",
                "date:2026, true",
                "date<2026-11-20, false",
                "date<=2026-11, true",
                "date>2026-10, true",
                "remark:rule, true",
                "remark:scan, false",
                "source:image, true",
                "source:pdf, false",
                "수능, true",
                "2026-7.png, true",
                "\"2026-7.PNG\", true",
                "\"kind:display\", false",
                "layer:human, true",
                "layer:proposal, false",
                "layer:all, true",
                "'kind:display -split:train len>3 has:\\frac latex:\"x^2\"', true",
                "'kind:display tag:easy', false",
                "'  ', true",
            })
    void aRegionMatches(String query, boolean expected) {
        assertThat(SliceQuery.parse(query).matches(PAGE, REGION)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "kind:display, true",
                "kind:inline, true",
                "kind:chemistry, false",
                "-kind:chemistry, true",
                "-kind:inline, false",
                "'kind:display empty', false",
                "'kind:inline empty', true",
                "'kind:inline has:\\frac', false",
                "state:submitted, true",
                "state:returned, false",
                "tag:exam, true",
                "'tag:exam kind:inline', true",
                "'tag:hard kind:inline', false",
                "-tag:hard, false",
                "-tag:exam, false",
                "date:2026-11-05, true",
                "remark:scan, true",
                "remark:rule, false",
                "layer:proposal, false",
                "-layer:human, false",
                "-layer:gold, true",
            })
    void aPageMatchesByItselfAndItsRegions(String query, boolean expected) {
        FormulaRegion inline = FormulaRegion.drawn("p", new Box(0, 0, 10, 10), FormulaKind.INLINE, Writing.PRINTED);
        assertThat(SliceQuery.parse(query).matches(PAGE, List.of(REGION, inline)))
                .isEqualTo(expected);
    }

    @Test
    void aPageWithoutRegionsMatchesWhatNeedsNone() {
        assertThat(SliceQuery.parse("tag:exam -kind:display").matches(PAGE, List.of()))
                .isTrue();
        assertThat(SliceQuery.parse("kind:display").matches(PAGE, List.of())).isFalse();
    }

    @Test
    void scoresSpeakOfProposalsToo() {
        FormulaRegion proposal = REGION.withLayer(Layer.PROPOSAL);
        assertThat(SliceQuery.parse("score<0.5").matches(PAGE, proposal)).isTrue();
        assertThat(SliceQuery.parse("score<0.5 layer:human").matches(PAGE, proposal))
                .isFalse();
        assertThat(SliceQuery.parse("kind:display").matches(PAGE, proposal)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'kind:display colour:red', slice.unknown-key, 14",
                "kind:big, slice.unknown-value, 6",
                "'split:test -len>many', slice.not-a-number, 17",
                "len:, slice.no-value, 1",
                "'kind: display', slice.no-value, 1",
                "date:yesterday, slice.not-a-date, 6",
                "date:2026-13, slice.not-a-date, 6",
                "kind>display, slice.not-comparable, 1",
                "'a latex:\"x^2', slice.unclosed-quote, 9",
                "'\"a\"b', slice.blank-missing, 4",
                "'tag:\"\"', slice.no-value, 1",
                "len>NaN, slice.not-a-number, 5",
            })
    void aMistakeIsNamedWithItsColumn(String query, String code, String column) {
        assertThatThrownBy(() -> SliceQuery.parse(query)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            Problem problem = thrown.problem();
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.facts()).containsEntry("column", column);
            assertThat(problem.where()).isEqualTo(query);
        });
    }

    @Test
    void queriesJoin() {
        SliceQuery both = SliceQuery.parse("kind:display").and(SliceQuery.parse("split:test"));
        assertThat(both.text()).isEqualTo("kind:display split:test");
        assertThat(both.terms()).hasSize(2);
        assertThat(SliceQuery.ALL.and(both)).isEqualTo(both);
        assertThat(Map.of(SliceQuery.ALL, 1)).containsKey(SliceQuery.parse(""));
    }
}
