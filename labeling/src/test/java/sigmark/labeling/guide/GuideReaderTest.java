package sigmark.labeling.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.inference.work.Problem;
import sigmark.labeling.guide.check.CheckedRegion;

class GuideReaderTest {
    private static final String WORDS = "# G\nIntro\n## First\nAbout\n### L-01 One\nText **one**.\n### L-02 Two\n";

    @Test
    void rulesAndWordsComeTogetherByTheirIds() {
        String rules =
                """
                rules:
                - id: L-01
                  severity: blocking
                  check: {kind: spelling, words: {'\\leq': '\\le'}}
                  good: ['x \\le 1']
                  bad: ['x \\leq 1', {latex: 'y \\leq 2', kind: inline, note: {en: two, ko: 둘}}]
                - {id: L-02, severity: advice}
                """;
        GuideReading reading = GuideReader.read(new GuideSource(rules, Map.of("en", WORDS)));
        assertThat(reading.problems()).isEmpty();
        Guide guide = reading.guide();
        assertThat(guide.executable()).isEqualTo(1);
        assertThat(guide.in("en").title()).isEqualTo("G");
        assertThat(guide.in("en").introduction()).isEqualTo("Intro");
        assertThat(guide.in("en").sections())
                .containsExactly(new GuideSection("First", "About", java.util.List.of("L-01", "L-02")));
        assertThat(guide.in("en").rule("L-01")).isEqualTo(new RuleWords("One", "Text **one**."));
        assertThat(guide.rule("L-01").orElseThrow().examples(false).get(1).note("ko"))
                .isEqualTo("둘");
        var findings = new GuideChecker(guide).check(CheckedRegion.ofLatex("a\\leq b\\leq c"));
        assertThat(findings).hasSize(2).allMatch(Finding::blocks);
        assertThat(findings.get(0).violation().fix().orElseThrow().latex()).contains("a\\le b\\le c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {id: L-01, severity: loud}|guide.bad-severity
                    {id: l1, severity: advice}|guide.bad-id
                    {id: L-01, severity: advice, check: nothing}|guide.unknown-check
                    {id: L-01, severity: advice, check: {kind: forbidden}}|guide.bad-setting
                    {id: L-01, severity: advice, check: {kind: pattern, patterns: '('}}|guide.bad-setting
                    {id: L-01, severity: advice, check: {kind: empty, what: 1}}|guide.unknown-setting
                    {id: L-01, severity: advice, good: [{box: 1}]}|guide.bad-example
                    {id: L-01, severity: advice, good: [{latex: x, kind: odd}]}|guide.bad-example
                    {id: L-01, severity: advice, colour: red}|guide.unknown-field
                    {id: L-09, severity: advice}|guide.rule-without-words
                    """)
    void whatIsWrongIsNamed(String rule, String code) {
        GuideReading reading = GuideReader.read(new GuideSource("rules:\n- " + rule, Map.of("en", WORDS)));
        assertThat(reading.problems()).extracting(Problem::code).contains(code);
    }

    @Test
    void yamlThatIsNoYamlSaysItsLine() {
        GuideReading reading = GuideReader.read(new GuideSource("rules:\n- {id: L-01\n  x", Map.of("en", WORDS)));
        assertThat(reading.problems().get(0).code()).isEqualTo("guide.bad-yaml");
        assertThat(reading.problems().get(0).where()).startsWith("rules:");
    }

    @Test
    void aPatternThatNeverEndsIsGivenUp() {
        String rule = "rules:\n- {id: L-01, severity: advice, check: {kind: pattern, patterns: '(a|aa)+b'}}";
        Guide guide =
                GuideReader.read(new GuideSource(rule, Map.of("en", WORDS))).guide();
        assertThat(new GuideChecker(guide).check(CheckedRegion.ofLatex("a".repeat(150))))
                .isEmpty();
    }

    @Property(tries = 300)
    void noTextBreaksTheReader(@ForAll @StringLength(max = 80) String text) {
        GuideReading reading = GuideReader.read(new GuideSource("rules:\n" + text, Map.of("en", text)));
        assertThat(reading.guide()).isNotNull();
    }

    @Property(tries = 400)
    void noLatexBreaksACheck(@ForAll @StringLength(max = 40) String latex) {
        assertThat(SHIPPED.check(CheckedRegion.ofLatex(latex))).isNotNull();
    }

    @Property(tries = 400)
    void noRowOfTokensBreaksACheck(@ForAll("latex") String latex) {
        assertThat(SHIPPED.check(CheckedRegion.ofLatex(latex))).isNotNull();
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> latex() {
        return net.jqwik.api.Arbitraries.of(
                        "{",
                        "}",
                        "_",
                        "^",
                        "\\left",
                        "\\right",
                        "(",
                        ")",
                        "[",
                        "]",
                        "\\begin{matrix}",
                        "\\end{matrix}",
                        "\\begin{array}",
                        "\\end{array}",
                        "&",
                        "\\\\",
                        "\\text",
                        "한",
                        "x",
                        "1",
                        ".",
                        ",",
                        "\\over",
                        "\\rm",
                        "\\frac",
                        "'",
                        "$",
                        "%",
                        "\n",
                        "\\quad",
                        "\\color",
                        "\\,",
                        "\\tag",
                        "\\{",
                        "sin",
                        "if",
                        "\\sqrt")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static final GuideChecker SHIPPED =
            new GuideChecker(GuideReader.read(ShippedGuide.source()).guide());
}
