package sigmark.labeling.store.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.edit.Author;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;
import sigmark.labeling.verdict.Decision;
import sigmark.labeling.verdict.Verdict;
import sigmark.labeling.verdict.VerdictDraft;

class VerdictStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    private ProjectStore store;
    private long first;
    private long second;

    @BeforeEach
    void twoRuns() {
        store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"), Clock.fixed(NOON, ZoneOffset.UTC));
        first = store.runs().begin(start("default 1"));
        second = store.runs().begin(start("default 2"));
        store.runs().finish(first);
        store.runs().finish(second);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aVerdictComesBackAsItWasGiven() {
        var verdicts = new VerdictStore(store);
        var draft = new VerdictDraft(
                second, List.of(first), List.of("r2", "r1", "r2"), "뺄셈을 덜 놓친다 — \"x\"", Decision.CHOSEN);
        Verdict kept = verdicts.add(draft);
        assertThat(kept.draft().samples()).containsExactly("r2", "r1");
        assertThat(kept.person()).isEqualTo("Kim");
        assertThat(kept.at()).isEqualTo(NOON);
        assertThat(kept.pipeline()).isEqualTo("default 2");
        assertThat(verdicts.list()).containsExactly(kept);
    }

    @Test
    void theNewestOfARunCountsAndTheOlderStay() {
        var verdicts = new VerdictStore(store);
        verdicts.add(draft(Decision.CHOSEN));
        verdicts.add(draft(Decision.REFUSED));
        assertThat(verdicts.newestOf(first).orElseThrow().draft().decision()).isEqualTo(Decision.REFUSED);
        assertThat(verdicts.newestOf(second)).isEmpty();
        assertThat(verdicts.list())
                .extracting(verdict -> verdict.draft().decision())
                .containsExactly(Decision.REFUSED, Decision.CHOSEN);
    }

    @Test
    void whatIsKeptCannotBeChangedOrDeleted() {
        new VerdictStore(store).add(draft(Decision.OPEN));
        assertThatThrownBy(() -> sql("UPDATE verdict SET notes = 'better'"))
                .hasStackTraceContaining("cannot be changed");
        assertThatThrownBy(() -> sql("DELETE FROM verdict")).hasStackTraceContaining("not deleted");
        assertThat(new VerdictStore(store).list()).hasSize(1);
    }

    @Test
    void whoTakesTheTriggersAwayBreaksTheSeal() {
        var verdicts = new VerdictStore(store);
        verdicts.add(draft(Decision.OPEN));
        Verdict changed = verdicts.add(draft(Decision.REFUSED));
        verdicts.add(draft(Decision.OPEN));
        assertThat(verdicts.broken()).isEmpty();
        sql("DROP TRIGGER verdict_stays");
        sql("UPDATE verdict SET decision = 'chosen' WHERE id = " + changed.id());
        assertThat(verdicts.broken()).containsExactly(changed.id());
    }

    @Test
    void aDeletedVerdictIsNoticedByTheNext() {
        var verdicts = new VerdictStore(store);
        Verdict gone = verdicts.add(draft(Decision.OPEN));
        Verdict next = verdicts.add(draft(Decision.REFUSED));
        sql("DROP TRIGGER verdict_is_kept");
        sql("DELETE FROM verdict WHERE id = " + gone.id());
        assertThat(verdicts.broken()).containsExactly(next.id());
    }

    @Test
    void aDecisionNeedsARunAndWords() {
        assertThatThrownBy(() ->
                        new VerdictStore(store).add(new VerdictDraft(99, List.of(), List.of(), "", Decision.OPEN)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("verdict.no-run"));
        assertThatThrownBy(() -> new VerdictDraft(first, List.of(), List.of(), " ", Decision.CHOSEN))
                .hasMessageContaining("without notes");
        assertThatThrownBy(() -> new VerdictDraft(first, List.of(first), List.of(), "a", Decision.CHOSEN))
                .hasMessageContaining("with itself");
    }

    private void sql(String statement) {
        store.database().write(handle -> handle.execute(statement));
    }

    private VerdictDraft draft(Decision decision) {
        return new VerdictDraft(first, List.of(second), List.of("r1"), "seen " + decision.word(), decision);
    }

    private static RunStart start(String pipeline) {
        var here = new RunEnvironment("cpu", "", "test", 2, 1, 1, "test", "17", "none", "test");
        return new RunStart(pipeline, "d", "r", "", 0, here);
    }
}
