package sigmark.app.work.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sigmark.inference.training.Checkpoint;
import sigmark.inference.training.KnownRecognizer;
import sigmark.inference.training.RecognizerRelease;
import sigmark.inference.training.RecognizerSettings;
import sigmark.inference.training.RecognizerShape;
import sigmark.inference.training.TrainRecognizer;
import sigmark.inference.training.TrainingPlan;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.Progress;

/** Trains a recognizer in a folder of its own and puts it on the shelf, with a pipeline that reads with it. */
public final class RecognizerLesson implements Lesson {
    private static final double FINE_TUNING_RATE = 3e-4;
    private static final double FRESH_RATE = 1e-3;
    private static final String DETECTOR = "detector-1";

    private final RecognizerWish wish;
    private final Optional<ProjectCrops> project;
    private final RunFolder run;
    private final ModelShelf shelf;

    /**
     * @param project whose crops are used too
     * @param run folder of the run; one that was broken off goes on as it began, whatever the wish says now
     */
    public RecognizerLesson(RecognizerWish wish, Optional<ProjectCrops> project, RunFolder run, ModelShelf shelf) {
        this.wish = wish;
        this.project = project;
        this.run = run;
        this.shelf = shelf;
    }

    @Override
    public Optional<String> learn(Consumer<TrainingReport> told, Progress progress) {
        LessonNote note = new LessonNote("recognizer", wish.name(), wish.from().orElse(""), project.isPresent());
        return new Course<>(run, new Subject()).learn(note, told, progress);
    }

    /** The recognizer's part of the frame. */
    private final class Subject implements Course.Subject<RecognizerSettings> {
        @Override
        public RecognizerSettings settings(RunFolder begun) throws IOException {
            return RecognizerSettings.read(begun.settings());
        }

        @Override
        public RecognizerSettings prepare(Progress progress) throws IOException {
            Files.createDirectories(run.path());
            Optional<KnownRecognizer> known = wish.from().map(name -> KnownRecognizer.read(shelf.models(), name));
            RecognizerShape shape = wish.architecture().isPresent()
                    ? RecognizerShape.read(wish.architecture().get())
                    : known.map(KnownRecognizer::shape).orElseGet(RecognizerShape::shipped);
            List<Path> lists = new ArrayList<>();
            wish.crops().forEach(file -> lists.add(file.toAbsolutePath()));
            project.ifPresent(crops -> lists.add(crops.write(run.path().resolve("project-crops"), progress)
                    .list()
                    .toAbsolutePath()));
            double rate = known.isPresent() ? FINE_TUNING_RATE : FRESH_RATE;
            int warmUp = (int) Math.min(200, Math.max(1, wish.steps() / 10));
            TrainingPlan plan = new TrainingPlan(wish.steps(), rate, warmUp, 0.3, 0.01, 2, 1, 1);
            long shortFirst = known.isPresent() ? 0 : wish.steps() / 5;
            RecognizerSettings settings = RecognizerSettings.of(
                            lists, lists.isEmpty() ? 0 : wish.cropsShare(), shape, plan)
                    .withFormulas(
                            wish.formulas().stream().map(Path::toAbsolutePath).toList())
                    .with(wish.batch(), wish.longest(), shortFirst, wish.patience());
            if (known.isPresent() && !progress.cancelled()) {
                new TrainRecognizer(settings, run.path()).startFrom(known.get());
            }
            return settings;
        }

        @Override
        public Checkpoint train(RecognizerSettings settings, Progress progress, Consumer<TrainingReport> told)
                throws IOException {
            return new TrainRecognizer(settings, run.path()).run(progress, told);
        }

        @Override
        public long steps(RecognizerSettings settings) {
            return settings.plan().steps();
        }

        @Override
        public String release(RecognizerSettings settings) throws IOException {
            LessonNote begun = LessonNote.read(run)
                    .orElseGet(() -> new LessonNote("recognizer", wish.name(), "", project.isPresent()));
            int version = shelf.freeVersion(begun.name());
            String model = begun.name() + "-" + version;
            ObjectNode notes = new ObjectMapper().createObjectNode();
            notes.put("name", begun.name()).put("version", String.valueOf(version));
            notes.put("task", "recognizer").put("licence", "LicenseRef-own-data");
            if (!begun.from().isEmpty()) {
                notes.put("trainedFrom", begun.from());
            }
            ObjectNode data = notes.putObject("data");
            data.put("project", begun.project());
            settings.crops().forEach(file -> data.withArray("crops").add(file.toString()));
            settings.lines().forEach(file -> data.withArray("formulas").add(file.toString()));
            data.put("shareOfCropsInFiles", settings.cropsShare());
            data.put("others", "drawn from the program's own grammar");
            shelf.put(
                    begun.name(), version, target -> new RecognizerRelease(settings, run.path()).write(notes, target));
            shelf.putPipeline(model, DETECTOR, model);
            return model;
        }
    }
}
