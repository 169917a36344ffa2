package sigmark.labeling.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.guide.check.Fix;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.guide.example.RuleTrial;

/** The guide that ships judges its own examples rightly, and says everything in both languages. */
class ShippedGuideTest {
    private static final ExampleGallery GALLERY = new ExampleGallery();
    private static GuideReading reading;

    @BeforeAll
    static void read() {
        reading = GuideReader.read(ShippedGuide.source());
    }

    @Test
    void readsWithoutAProblem() {
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void hasEnoughRulesAndExamples() {
        Guide guide = reading.guide();
        assertThat(guide.rules()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(guide.executable()).isGreaterThanOrEqualTo(25);
        assertThat(guide.rules()).allSatisfy(rule -> {
            assertThat(rule.examples(true)).as(rule.id() + " good").hasSizeGreaterThanOrEqualTo(2);
            assertThat(rule.examples(false)).as(rule.id() + " bad").hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void everyRuleJudgesItsOwnExamplesRightly() {
        List<RuleTrial> trials = RuleTrial.all(reading.guide(), GALLERY);
        assertThat(trials).hasSameSizeAs(reading.guide().rules());
        assertThat(trials.stream().flatMap(trial -> trial.problems().stream())).isEmpty();
        assertThat(trials.stream()
                        .flatMap(trial -> trial.broken().stream())
                        .map(GuideExample::id)
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    @Test
    void everyFixMendsItsExample() {
        GuideChecker checker = new GuideChecker(reading.guide());
        List<String> unmended = new ArrayList<>();
        int fixes = 0;
        for (GuideRule rule : reading.guide().rules()) {
            for (GuideExample example : rule.examples(false)) {
                CheckedRegion region = GALLERY.exhibit(example).region();
                List<Violation> found = checker.check(rule, region).orElse(List.of());
                if (found.isEmpty() || found.get(0).fix().isEmpty()) {
                    continue;
                }
                fixes++;
                Fix fix = found.get(0).fix().get();
                if (!checker.check(rule, fix.on(region)).orElseThrow().isEmpty()) {
                    unmended.add(example.id() + " " + fix);
                }
            }
        }
        assertThat(unmended).isEmpty();
        assertThat(fixes).isGreaterThan(50);
    }
}
