package sigmark.app.run.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sigmark.app.work.train.DetectorLesson;
import sigmark.app.work.train.DetectorWish;
import sigmark.app.work.train.Lesson;
import sigmark.app.work.train.LessonNote;
import sigmark.app.work.train.ModelShelf;
import sigmark.app.work.train.ProjectCrops;
import sigmark.app.work.train.ProjectPages;
import sigmark.app.work.train.PyTorch;
import sigmark.app.work.train.RecognizerLesson;
import sigmark.app.work.train.RecognizerWish;
import sigmark.app.work.train.RunFolder;
import sigmark.inference.model.ModelCard;
import sigmark.inference.model.ModelStore;
import sigmark.inference.training.TrainingCurve;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Progress;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Real lessons on this machine. */
public final class LessonMachine implements TrainMachine {
    private static final String ACCEPTED = "state:accepted";
    private static final int CROPS = 16;
    private static final int PATCHES = 4;
    private static final int LONGEST = 100;
    private static final int SCORED = 4;

    private final ModelShelf shelf;
    private final Path runs;

    /** @param runs where the folders of trainings lie */
    public LessonMachine(ModelShelf shelf, Path runs) {
        this.shelf = shelf;
        this.runs = runs;
    }

    @Override
    public boolean canTrain() {
        return PyTorch.installed();
    }

    @Override
    public List<String> models(TrainWish.Task task) {
        List<String> names = new ArrayList<>();
        for (ModelCard card : shelf.models().list(new ArrayList<>())) {
            if (card.task().equals(task.word())) {
                names.add(ModelStore.nameOf(card));
            }
        }
        return names;
    }

    @Override
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        for (RunFolder run : RunFolder.open(runs)) {
            try {
                LessonNote.read(run)
                        .ifPresent(note -> broken.add(new Broken(
                                run,
                                note.task().equals(TrainWish.Task.DETECTOR.word())
                                        ? TrainWish.Task.DETECTOR
                                        : TrainWish.Task.RECOGNIZER,
                                note.name(),
                                new TrainingCurve(run.curve()).points())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return broken;
    }

    @Override
    public Optional<String> learn(
            ProjectStore store, TrainWish wish, Consumer<TrainingReport> told, Progress progress) {
        RunFolder run = wish.run().orElseGet(() -> RunFolder.fresh(runs, wish.name()));
        return lesson(store, wish, run).learn(told, progress);
    }

    private Lesson lesson(ProjectStore store, TrainWish wish, RunFolder run) {
        boolean labels = wish.data() != TrainWish.Data.DRAWN;
        SliceQuery query = SliceQuery.parse(ACCEPTED);
        double share = wish.data().share();
        if (wish.task() == TrainWish.Task.DETECTOR) {
            var detector = new DetectorWish(
                    wish.name(),
                    wish.from(),
                    List.of(),
                    share,
                    wish.architecture(),
                    wish.steps(),
                    PATCHES,
                    wish.patience(),
                    SCORED);
            Optional<ProjectPages> pages = labels ? Optional.of(new ProjectPages(store, query)) : Optional.empty();
            return new DetectorLesson(detector, pages, run, shelf);
        }
        var recognizer = new RecognizerWish(
                wish.name(),
                wish.from(),
                List.of(),
                share,
                List.of(),
                wish.architecture(),
                wish.steps(),
                CROPS,
                LONGEST,
                wish.patience());
        Optional<ProjectCrops> crops = labels ? Optional.of(new ProjectCrops(store, query)) : Optional.empty();
        return new RecognizerLesson(recognizer, crops, run, shelf);
    }
}
