package sigmark.analysis.recognition.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.analysis.ReferenceData;
import sigmark.analysis.recognition.FormSummary;
import sigmark.analysis.recognition.LatexPair;
import sigmark.analysis.recognition.NormalFormScore;
import sigmark.analysis.recognition.SampleId;
import sigmark.inference.work.Progress;

/** The published forms: by hand, on any text, and against what the programs printed where that file is at hand. */
class NormalFormsTest {
    /** The programs' slips, by the reason in the page of published forms. */
    private static final Set<String> REFUSED = Set.of("n421", "n433", "n475", "n643");

    private static final Set<String> REFUSED_ROMAN = Set.of("n682");
    private static final Set<String> DOLLAR = Set.of("n595");
    private static final Set<String> BEYOND_ASCII = Set.of("n406", "n418", "n655", "n658");
    private static final Set<String> ROOT_INDEX = Set.of("n571");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "im2markup-tokens # x^2_1+\\left(a\\right) # x ^ 2 _ 1 + \\left ( a \\right )",
                "im2markup-tokens # \\begin{cases} a \\\\ b \\end{cases} # \\begin {cases} a \\\\ b \\end {cases}",
                "im2markup-tokens # \\displaystyle a \\over b # \\displaystyle a \\over b",
                "im2markup # x^2_1+\\sin y # x _ { 1 } ^ { 2 } + \\operatorname { s i n } y",
                "im2markup # \\lim_{n} {a \\over b} # \\operatorname* { l i m } _ { n } { \\frac { a } { b } }",
                "im2markup # f'(x) \\\\ 100\\% # f ^ { \\prime } ( x ) \\, 1 0 0 \\%",
                "im2markup # {\\rm d}x\\text{if y} # \\mathrm { d } x \\mathrm { i f ~ y }",
                "im2markup # \\sqrt[3]x # \\sqrt [ 3 ] x",
                "im2markup # \\hat\\alpha\\overline{ab} # \\hat { \\alpha } \\overline { { a b } }",
                "im2markup # \\rule{1.50cm}{2pt} # \\rule { 1.5 cm } { 2 pt }",
                "im2markup # \\mathrm{\\alpha} # \\mathrm { \\alpha }",
                "im2markup # \\matrix{a & b \\cr c & d} # \\begin{matrix} { a } & { b } \\\\ { c } & { d } \\\\"
                        + " \\end{matrix}",
                "pix2tex # \\begin{pmatrix}a&b\\end{pmatrix} # \\left( \\begin{array} { l l } { a } & { b } \\\\"
                        + " \\end{array} \\r"
                        + "ight)",
                "pix2tex # \\begin{aligned}a&=b\\\\&=c\\end{aligned} # \\begin{array} { r l } { a } & { { } = b } \\\\"
                        + " \\end{array}",
                "cdm # \\begin{split}a&=b\\\\&=c\\end{split} # \\begin{array} { r l } { a } & { { } = b } \\\\ & { { }"
                        + " = c } \\end{array}",
                "cdm # \\operatorname{sin}x+\\max y # \\sin x + \\operatorname* { m a x } y",
                "unimernet # \\frac { a } { b } + \\sin x + \\mathrm { i f } # \\frac{a}{b}+\\sin x+\\mathrm{if}",
                "omnidocbench # \\left( A \\right) \\rightarrow \\mathbf{B} \\tag{1}. # (a)arrow{b}",
            })
    void spellsAFormulaAsTheProgramDoes(String form, String latex, String expected) {
        assertThat(NormalForms.named(form).orElseThrow().text(latex)).isEqualTo(expected);
    }

    @Test
    void splitsWhatKatexRefusesAndNeverLosesIt() {
        assertThat(form("im2markup").text("x+1}")).isEqualTo("x + 1 }");
        assertThat(form("im2markup").text("\\frac 1 \\sqrt 2")).isEqualTo("\\frac 1 \\sqrt 2");
        assertThat(form("pix2tex").text("{".repeat(5000))).hasSize(9999);
    }

    @Property(tries = 300)
    void anyTextHasEveryForm(
            @ForAll
                    @StringLength(max = 60)
                    @Chars({'\\', '{', '}', '^', '_', '&', '$', '%', '\'', '[', ']', ' ', '-'})
                    @CharRange(from = 'a', to = 'g')
                    @CharRange(from = '가', to = '나')
                    String latex) {
        for (NormalForm form : NormalForms.all()) {
            String text = form.text(latex);
            assertThat(form.units(text)).doesNotContain("");
            assertThat(form.words(text)).doesNotContain("");
        }
    }

    @Test
    void equalsTheProgramsWhereTheyAreRight() {
        List<JsonNode> cases = ReferenceData.lines("metrics/normalize.jsonl");
        assertThat(cases).hasSize(229);
        assertThat(different(cases, "im2markup-tokens", "im2markup_tokens"))
                .isEqualTo(all(REFUSED, DOLLAR, BEYOND_ASCII));
        assertThat(different(cases, "im2markup", "im2markup_normalized"))
                .isEqualTo(all(REFUSED, REFUSED_ROMAN, DOLLAR, BEYOND_ASCII, ROOT_INDEX));
        assertThat(different(cases, "pix2tex", "pix2tex_normalized")).isEqualTo(all(REFUSED, REFUSED_ROMAN, DOLLAR));
        assertThat(different(cases, "cdm", "cdm_tokenized")).isEqualTo(all(Set.of("n643", "n682"), DOLLAR));
    }

    @Test
    void textsWithoutBlanksEqualTheProgramsOnAllTheirCases() {
        for (JsonNode pair : ReferenceData.lines("metrics/text-pairs.jsonl")) {
            for (String side : List.of("gt", "pred")) {
                assertThat(form("unimernet").text(pair.get(side).asText()))
                        .isEqualTo(pair.get("unimernet_norm_" + side).asText());
            }
        }
        for (JsonNode page : ReferenceData.lines("metrics/page-matching.jsonl")) {
            for (String side : List.of("gt", "pred")) {
                for (int i = 0; i < page.get(side).size(); i++) {
                    assertThat(form("omnidocbench").text(page.get(side).get(i).asText()))
                            .isEqualTo(page.get("norm_" + side).get(i).asText());
                }
            }
        }
    }

    @Test
    void numbersInAFormEqualThePapersPrograms() {
        for (JsonNode group : ReferenceData.lines("metrics/bleu-corpora.jsonl")) {
            List<LatexPair> pairs = new ArrayList<>();
            for (JsonNode pair : group.get("pairs")) {
                SampleId id = new SampleId(String.valueOf(pairs.size()));
                String found = pair.get("pred").asText();
                pairs.add(new LatexPair(id, pair.get("gt").asText(), Optional.of(found)));
            }
            FormSummary summary = NormalFormScore.of(form("unimernet"), pairs, Progress.SILENT)
                    .summary();
            assertThat(summary.bleu().orElseThrow())
                    .isCloseTo(group.get("unimernet_bleu").asDouble(), within(1e-9));
            assertThat(summary.edit().sampleMean().orElseThrow())
                    .isCloseTo(group.get("unimernet_edit").asDouble(), within(1e-9));
        }
    }

    private static NormalForm form(String name) {
        return NormalForms.named(name).orElseThrow();
    }

    @SafeVarargs
    private static Set<String> all(Set<String>... sets) {
        Set<String> all = new TreeSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return all;
    }

    private static Set<String> different(List<JsonNode> cases, String form, String field) {
        Set<String> different = new TreeSet<>();
        for (JsonNode node : cases) {
            String expected = node.get(field).asText("").strip().replaceAll("\\s+", " ");
            if (!form(form).text(node.get("latex").asText()).equals(expected)) {
                different.add(node.get("id").asText());
            }
        }
        return different;
    }
}
