package sigmark.labeling.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideDiffTest {
    private static final String RULE = "{id: L-01, severity: warning, check: empty, good: [x], bad: [' ']}";

    private static Guide guide(String rule, String title) {
        Map<String, String> words = Map.of("en", "# G\n## S\n### L-01 " + title + "\nText");
        return GuideReader.read(new GuideSource("rules:\n- " + rule, words)).guide();
    }

    @Test
    void aGuideDoesNotDifferFromItself() {
        Guide shipped = GuideReader.read(ShippedGuide.source()).guide();
        assertThat(GuideDiff.between(shipped, shipped)).isEmpty();
        assertThat(GuideDiff.between(Guide.EMPTY, shipped))
                .hasSameSizeAs(shipped.rules())
                .allMatch(change -> change.kind() == RuleChange.Kind.ADDED && change.touchesLabels());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: L-01, severity: blocking, check: empty, good: [x], bad: [' ']} | Title | SEVERITY | true",
                "{id: L-01, severity: warning, check: comments, good: [x], bad: [' ']} | Title | CHECK | true",
                "{id: L-01, severity: warning, good: [x], bad: [' ']} | Title | CHECK | true",
                "{id: L-01, severity: warning, check: empty, good: [y], bad: [' ']} | Title | EXAMPLES | false",
                "{id: L-01, severity: warning, check: empty, good: [x], bad: [' ']} | Other | WORDS | false",
            })
    void eachPartThatChangesIsNamed(String after, String title, RuleChange.Part part, boolean touches) {
        List<RuleChange> changes = GuideDiff.between(guide(RULE, "Title"), guide(after, title));
        assertThat(changes)
                .extracting(RuleChange::ruleId, RuleChange::kind, RuleChange::parts)
                .containsExactly(tuple("L-01", RuleChange.Kind.CHANGED, Set.of(part)));
        assertThat(changes.get(0).touchesLabels()).isEqualTo(touches);
    }

    @Test
    void whatIsGoneComesLastAndTouchesNoLabel() {
        Guide two = GuideReader.read(new GuideSource(
                        "rules:\n- " + RULE + "\n- {id: L-02, severity: advice}",
                        Map.of("en", "# G\n## S\n### L-01 Title\nText\n### L-02 B\nb")))
                .guide();
        assertThat(GuideDiff.between(two, guide(RULE, "Other")))
                .extracting(RuleChange::ruleId, RuleChange::kind, RuleChange::touchesLabels)
                .containsExactly(
                        tuple("L-01", RuleChange.Kind.CHANGED, false), tuple("L-02", RuleChange.Kind.REMOVED, false));
    }
}
