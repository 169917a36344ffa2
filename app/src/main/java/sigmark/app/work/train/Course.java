package sigmark.app.work.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import sigmark.inference.training.Checkpoint;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;

/** The frame of every training: settings once, steps until the end or a stop, a model on the shelf. */
final class Course<S> {
    private final RunFolder run;
    private final Subject<S> subject;

    /**
     * What is trained.
     *
     * @param <S> its settings
     */
    interface Subject<S> {
        /** The settings of a run that has begun. */
        S settings(RunFolder run) throws IOException;

        /** Fetches data, and the first weights where it goes on from a model; gives the settings. */
        S prepare(Progress progress) throws IOException;

        Checkpoint train(S settings, Progress progress, Consumer<TrainingReport> told) throws IOException;

        /** Steps in all. */
        long steps(S settings);

        /** Puts the model on the shelf and gives its name. */
        String release(S settings) throws IOException;
    }

    Course(RunFolder run, Subject<S> subject) {
        this.run = run;
        this.subject = subject;
    }

    /** @throws ProblemException {@code training.no-pytorch}, {@code training.run-finished}, {@code training.other-run} */
    Optional<String> learn(LessonNote note, Consumer<TrainingReport> told, Progress progress) {
        PyTorch.require();
        try {
            check(note);
            S settings;
            if (run.begun()) {
                settings = subject.settings(run);
            } else {
                note.write(run);
                settings = subject.prepare(progress);
                if (progress.cancelled()) {
                    return Optional.empty();
                }
            }
            Checkpoint end = subject.train(settings, progress, told);
            if (progress.cancelled() && end.step() < subject.steps(settings)) {
                return Optional.empty();
            }
            String model = subject.release(settings);
            run.finish(model);
            return Optional.of(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(LessonNote note) throws IOException {
        run.model().ifPresent(model -> {
            throw new ProblemException(
                    Problem.of("training.run-finished", run.path().toString(), "model", model));
        });
        Optional<LessonNote> before = run.begun() ? LessonNote.read(run) : Optional.empty();
        if (before.isPresent() && !before.get().task().equals(note.task())) {
            throw new ProblemException(Problem.of(
                    "training.other-run",
                    run.path().toString(),
                    "task",
                    before.get().task()));
        }
    }
}
