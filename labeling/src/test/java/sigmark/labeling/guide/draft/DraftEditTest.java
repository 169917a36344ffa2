package sigmark.labeling.guide.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideDiff;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideReading;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.RuleChange;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.Severity;
import sigmark.labeling.guide.ShippedGuide;

class DraftEditTest {
    private static final GuideSource SHIPPED = ShippedGuide.source();
    private static final Guide BEFORE = GuideReader.read(SHIPPED).guide();

    private static Guide read(GuideSource source) {
        GuideReading reading = GuideReader.read(source);
        assertThat(reading.problems()).isEmpty();
        return reading.guide();
    }

    private static GuideExample cut(boolean good) {
        return new GuideExample(
                "B-07",
                good,
                1,
                new ExampleScene.Cut("iVBORw0KGgo=", new Box(1, 2, 30.5, 40), List.of(new Box(0, 0, 1, 1)), "ab12"),
                List.of(0.0, 0.0, 0.0, 0.0),
                Optional.of("\\frac{1}{2}: \"x\" # y"),
                Optional.of(FormulaKind.DISPLAY),
                Writing.HANDWRITTEN,
                Set.of(),
                true,
                Map.of("ko", "쉼표: 안에", "en", "a 'comma'"));
    }

    @Test
    void cutAndPutTogetherTheTextsAreWhatTheyWere() {
        assertThat(RulesText.of(SHIPPED.rules()).text()).isEqualTo(SHIPPED.rules());
        SHIPPED.words().values().forEach(text -> assertThat(WordsText.of(text).text())
                .isEqualTo(text));
    }

    @Test
    void otherWordsAndSeverityChangeThatRuleAlone() {
        GuideSource source = DraftEdit.words(SHIPPED, "ko", "L-03", new RuleWords("새 제목", "첫 줄\n\n## 아니다\n둘째"));
        source = DraftEdit.severity(source, "B-07", Severity.ADVICE);
        Guide after = read(source);
        assertThat(GuideDiff.between(BEFORE, after))
                .extracting(RuleChange::ruleId, RuleChange::parts)
                .containsExactly(
                        tuple("B-07", Set.of(RuleChange.Part.SEVERITY)), tuple("L-03", Set.of(RuleChange.Part.WORDS)));
        assertThat(after.in("ko").rule("L-03").title()).isEqualTo("새 제목");
        assertThat(after.in("ko").sections()).hasSameSizeAs(BEFORE.in("ko").sections());
        assertThat(source.rules().lines().filter(line -> line.startsWith("#")))
                .as("comments stay")
                .hasSameSizeAs(SHIPPED.rules()
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .toList());
    }

    @Test
    void anExampleComesBackAsItWasWritten() {
        Guide after = read(DraftEdit.addExample(SHIPPED, "B-07", cut(true)));
        List<GuideExample> good = after.rule("B-07").orElseThrow().examples(true);
        GuideExample last = good.get(good.size() - 1);
        assertThat(last).usingRecursiveComparison().ignoringFields("number").isEqualTo(cut(true));
        GuideSource gone =
                DraftEdit.removeExample(DraftEdit.addExample(SHIPPED, "B-07", cut(true)), "B-07", true, last.number());
        assertThat(GuideDiff.between(BEFORE, read(gone))).isEmpty();
    }

    @Test
    void aRuleIsAddedAtTheEndOfItsSectionAndTakenOutAgain() {
        List<String> ids = BEFORE.in("en").sections().get(1).ruleIds();
        String id = DraftEdit.freeId(BEFORE, ids);
        GuideSource more = DraftEdit.addRule(SHIPPED, BEFORE, 1, id, new RuleWords("New", "Text"));
        Guide after = read(more);
        assertThat(after.in("ko").sections().get(1).ruleIds()).endsWith(id).hasSize(ids.size() + 1);
        assertThat(GuideDiff.between(BEFORE, after))
                .extracting(RuleChange::ruleId, RuleChange::kind)
                .containsExactly(tuple(id, RuleChange.Kind.ADDED));
        assertThat(read(DraftEdit.removeRule(more, id))).isEqualTo(BEFORE);
    }

    @Test
    void sectionsAndIntroductionAreChangedInOneLanguage() {
        GuideSource source = DraftEdit.section(SHIPPED, "en", 0, "What", "All of it.");
        Guide after = read(DraftEdit.introduction(source, "en", "Guide", "Hello"));
        assertThat(after.in("en").sections().get(0).title()).isEqualTo("What");
        assertThat(after.in("en").introduction()).isEqualTo("Hello");
        assertThat(after.in("ko")).isEqualTo(BEFORE.in("ko"));
        assertThat(after.rules()).isEqualTo(BEFORE.rules());
    }

    @Test
    void rulesThatCannotBeCutAreSpelledAnew() {
        GuideSource flow = new GuideSource(
                "{format: 1, rules: [{id: L-01, severity: warning, good: [x]}, {id: L-02, severity: advice}]}",
                Map.of("en", "# G\n## S\n### L-01 A\nb\n\n### L-02 C\nd"));
        Guide after = read(DraftEdit.severity(flow, "L-02", Severity.BLOCKING));
        assertThat(after.rule("L-02").orElseThrow().severity()).isEqualTo(Severity.BLOCKING);
        assertThat(after.rule("L-01").orElseThrow().examples(true)).hasSize(1);
    }

    @Test
    void aFirstRuleGoesIntoAnEmptyGuide() {
        GuideSource empty = new GuideSource("rules: []\n", Map.of("en", "# G\n## S"));
        GuideSource one =
                DraftEdit.addRule(empty, GuideReader.read(empty).guide(), 0, "L-01", new RuleWords("First", "Text"));
        assertThat(read(one).in("en").sections().get(0).ruleIds()).containsExactly("L-01");
    }

    @Test
    void aRulesOwnLinesAreWrittenByHand() {
        String lines = DraftEdit.lines(SHIPPED, "F-02");
        assertThat(lines).startsWith("- id: F-02").contains("not-a-formula");
        GuideSource broken = DraftEdit.lines(SHIPPED, "F-02", "- id: F-02\n  severity: loud");
        assertThat(GuideReader.read(broken).problems())
                .extracting(problem -> problem.code())
                .containsExactly("guide.bad-severity");
        assertThat(read(DraftEdit.lines(broken, "F-02", lines))).isEqualTo(BEFORE);
    }
}
