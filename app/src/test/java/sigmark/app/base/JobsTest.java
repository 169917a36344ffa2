package sigmark.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

class JobsTest {
    private final Jobs jobs = Jobs.onCurrentThread();
    private final List<Object> heard = new ArrayList<>();

    @Test
    void aJobTellsHowFarItIsAndEndsWithItsResult() {
        Job job = jobs.run(
                Message.of("job.import"),
                progress -> {
                    progress.update(3, 4, "p3");
                    return "done";
                },
                heard::add,
                heard::add);
        assertThat(heard).containsExactly("done");
        assertThat(job.state()).isEqualTo(Job.State.FINISHED);
        assertThat(job.standing().share()).isEqualTo(0.75);
        assertThat(job.standing().left()).isPresent();
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void aCancelledJobKeepsWhatItHas() {
        Job job = jobs.run(
                Message.of("job.import"),
                progress -> {
                    int done = 0;
                    while (!progress.cancelled() && done < 10) {
                        done++;
                        if (done == 4) {
                            jobs.running().get(0).cancel();
                        }
                    }
                    return done;
                },
                heard::add,
                heard::add);
        assertThat(heard).containsExactly(4);
        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void failuresArriveAsProblems() {
        Problem known = Problem.of("image.truncated", "a.png");
        jobs.run(
                Message.of("x"),
                progress -> {
                    throw new ProblemException(known);
                },
                heard::add,
                heard::add);
        jobs.load(
                () -> {
                    throw new IllegalStateException("odd");
                },
                heard::add,
                heard::add);
        assertThat(heard)
                .containsExactly(known, Problem.of("app.unforeseen", "IllegalStateException", "message", "odd"));
    }

    @Test
    void anOvertakenAnswerIsDropped() {
        Jobs.Latest latest = jobs.latest();
        latest.load(
                () -> {
                    latest.load(() -> "new", heard::add, heard::add);
                    return "old";
                },
                heard::add,
                heard::add);
        assertThat(heard).containsExactly("new");
    }

    @Test
    void editsThatFailWaitInOrderUntilARetry() {
        EditWriter writer = new EditWriter(jobs);
        AtomicBoolean full = new AtomicBoolean(true);
        Problem diskFull = Problem.of("project.disk-full", "/p");
        writer.submit(
                () -> {
                    if (full.get()) {
                        throw new ProblemException(diskFull);
                    }
                    return "first";
                },
                heard::add,
                heard::add);
        writer.submit(() -> "second", heard::add, heard::add);

        assertThat(writer.state()).isEqualTo(EditWriter.State.UNSAVED);
        assertThat(writer.waitingProperty().get()).isEqualTo(2);
        assertThat(writer.reasonProperty().get()).contains(diskFull);

        full.set(false);
        writer.retry();
        assertThat(heard).containsExactly("first", "second");
        assertThat(writer.state()).isEqualTo(EditWriter.State.SAVED);
        assertThat(writer.reasonProperty().get()).isEmpty();
    }

    @Test
    void aRefusedEditDoesNotHoldUpTheOthers() {
        EditWriter writer = new EditWriter(jobs);
        Problem gone = Problem.of("edit.region-gone", "r1");
        writer.submit(
                () -> {
                    throw new ProblemException(gone);
                },
                heard::add,
                heard::add);
        writer.submit(() -> "next", heard::add, heard::add);
        assertThat(heard).containsExactly(gone, "next");
        assertThat(writer.state()).isEqualTo(EditWriter.State.SAVED);
    }
}
