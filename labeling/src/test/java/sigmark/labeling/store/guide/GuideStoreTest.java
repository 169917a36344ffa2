package sigmark.labeling.store.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.edit.Author;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.QuizSetting;
import sigmark.labeling.guide.ShippedGuide;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.store.ProjectStore;

class GuideStoreTest {
    private static final GuideSource SMALL = source("L-01", "empty");

    @TempDir
    Path folder;

    private ProjectStore store;
    private GuideStore guides;

    @BeforeEach
    void create() {
        store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"));
        guides = new GuideStore(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static GuideSource source(String id, String check) {
        String rules = "rules:\n- {id: %s, severity: warning, check: %s, good: [x], bad: [' ']}".formatted(id, check);
        return new GuideSource(rules, Map.of("en", "# G\n## S\n### %s Title\nText".formatted(id)));
    }

    @Test
    void aProjectWithoutAGuideShowsTheOneThatShips() {
        assertThat(guides.current()).isEmpty();
        assertThat(guides.sourceInForce()).isEqualTo(ShippedGuide.source());
        guides.adoptShipped();
        guides.adoptShipped();
        assertThat(guides.versions()).extracting(GuideVersion::version).containsExactly(1);
        assertThat(store.info().guideVersion()).isEqualTo(1);
    }

    @Test
    void versionsAreKeptAsTheyWerePublished() {
        GuideVersion first = guides.publish(SMALL, "first");
        GuideSource more = source("L-02", "comments");
        guides.saveDraft(more);
        assertThat(guides.draft()).hasValueSatisfying(draft -> {
            assertThat(draft.source()).isEqualTo(more);
            assertThat(draft.basedOn()).isEqualTo(1);
        });
        GuideVersion second = guides.publish(more, "second");
        assertThat(guides.draft()).isEmpty();
        assertThat(guides.versions()).containsExactly(second, first);
        assertThat(guides.current()).contains(second);
        assertThat(first.person()).isEqualTo("Kim");
        assertThatThrownBy(() -> store.database().write(handle -> handle.execute("DELETE FROM guide_version")))
                .hasStackTraceContaining("guides are not deleted");
        assertThat(guides.version(1)).contains(first);
    }

    @Test
    void aGuideThatCannotBeReadWholeIsNotPublished() {
        GuideSource bad = source("L-01", "no-such-check");
        assertThatThrownBy(() -> guides.publish(bad, ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("guide.not-publishable")
                .hasMessageContaining("guide.unknown-check");
        assertThat(guides.versions()).isEmpty();
    }

    @Test
    void aVersionFromElsewhereKeepsItsNumberAndIsNeverOverwritten() {
        GuideVersion seventh = new GuideVersion(7, SMALL, "Lee", store.clock().instant(), "");
        guides.keep(seventh);
        guides.keep(seventh);
        assertThat(store.info().guideVersion()).isEqualTo(7);
        GuideVersion other = new GuideVersion(
                7, source("L-09", "empty"), "Lee", store.clock().instant(), "");
        assertThatThrownBy(() -> guides.keep(other)).hasMessageContaining("guide.other-version");
    }

    @Test
    void quizResultsAndDisputesAreKept() {
        QuizStore quiz = new QuizStore(store);
        quiz.set(new QuizSetting(0.9, 10));
        assertThat(quiz.setting()).isEqualTo(new QuizSetting(0.9, 10));
        quiz.add(1, 10, 8, 0.9, List.of("L-01", "B-02"));
        assertThat(quiz.passed("Kim")).isFalse();
        quiz.add(1, 10, 9, 0.9, List.of("L-01"));
        assertThat(quiz.passed("Kim")).isTrue();
        assertThat(quiz.results()).hasSize(2);

        DisputeStore disputes = new DisputeStore(store);
        FormulaRegion region = FormulaRegion.drawn("page", new Box(0, 0, 9, 9), FormulaKind.INLINE, Writing.PRINTED);
        String id = disputes.add(region, "L-01", "it is right").id();
        assertThat(disputes.add(region, "L-01", "again").id()).isEqualTo(id);
        disputes.setQuestion(id, "q1");
        assertThat(disputes.list()).singleElement().satisfies(dispute -> {
            assertThat(dispute.ruleId()).isEqualTo("L-01");
            assertThat(dispute.questionId()).contains("q1");
        });
        disputes.remove(id);
        assertThat(disputes.list()).isEmpty();
    }
}
