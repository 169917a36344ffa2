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
import sigmark.inference.training.TrainingReport;
import sigmark.inference.training.detector.DetectorRelease;
import sigmark.inference.training.detector.DetectorSettings;
import sigmark.inference.training.detector.DetectorShape;
import sigmark.inference.training.detector.KnownDetector;
import sigmark.inference.training.detector.TrainDetector;
import sigmark.inference.work.Progress;

/** Trains a detector in a folder of its own and puts it on the shelf, with a pipeline that finds with it. */
public final class DetectorLesson implements Lesson {
    private static final double FINE_TUNING_RATE = 4e-4;
    private static final double FRESH_RATE = 1.5e-3;
    private static final String RECOGNIZER = "recognizer-1";

    private final DetectorWish wish;
    private final Optional<ProjectPages> project;
    private final RunFolder run;
    private final ModelShelf shelf;

    /**
     * @param project whose pages are used too
     * @param run folder of the run; one that was broken off goes on as it began, whatever the wish says now
     */
    public DetectorLesson(DetectorWish wish, Optional<ProjectPages> project, RunFolder run, ModelShelf shelf) {
        this.wish = wish;
        this.project = project;
        this.run = run;
        this.shelf = shelf;
    }

    @Override
    public Optional<String> learn(Consumer<TrainingReport> told, Progress progress) {
        LessonNote note = new LessonNote("detector", wish.name(), wish.from().orElse(""), project.isPresent());
        return new Course<>(run, new Subject()).learn(note, told, progress);
    }

    /** The detector's part of the frame. */
    private final class Subject implements Course.Subject<DetectorSettings> {
        @Override
        public DetectorSettings settings(RunFolder begun) throws IOException {
            return DetectorSettings.read(begun.settings());
        }

        @Override
        public DetectorSettings prepare(Progress progress) throws IOException {
            Files.createDirectories(run.path());
            Optional<KnownDetector> known = wish.from().map(name -> KnownDetector.read(shelf.models(), name));
            DetectorShape shape = wish.architecture().isPresent()
                    ? DetectorShape.read(wish.architecture().get())
                    : known.map(KnownDetector::shape).orElseGet(DetectorShape::shipped);
            List<Path> lists = new ArrayList<>();
            wish.pages().forEach(file -> lists.add(file.toAbsolutePath()));
            project.ifPresent(pages -> lists.add(pages.write(run.path().resolve("project-pages"), progress)
                    .list()
                    .toAbsolutePath()));
            double rate = known.isPresent() ? FINE_TUNING_RATE : FRESH_RATE;
            DetectorSettings settings = DetectorSettings.of(
                            lists,
                            lists.isEmpty() ? 0 : wish.pagesShare(),
                            shape,
                            DetectorSettings.plan(wish.steps(), rate))
                    .with(wish.batch(), wish.patience(), wish.scoredPages());
            if (known.isPresent() && !progress.cancelled()) {
                new TrainDetector(settings, run.path()).startFrom(known.get());
            }
            return settings;
        }

        @Override
        public Checkpoint train(DetectorSettings settings, Progress progress, Consumer<TrainingReport> told)
                throws IOException {
            return new TrainDetector(settings, run.path()).run(progress, told);
        }

        @Override
        public long steps(DetectorSettings settings) {
            return settings.plan().steps();
        }

        @Override
        public String release(DetectorSettings settings) throws IOException {
            LessonNote begun = LessonNote.read(run).orElseThrow();
            int version = shelf.freeVersion(begun.name());
            String model = begun.name() + "-" + version;
            ObjectNode notes = new ObjectMapper().createObjectNode();
            notes.put("name", begun.name()).put("version", String.valueOf(version));
            notes.put("task", "detector").put("licence", "LicenseRef-own-data");
            if (!begun.from().isEmpty()) {
                notes.put("trainedFrom", begun.from());
            }
            ObjectNode data = notes.putObject("data");
            data.put("project", begun.project());
            settings.pages().forEach(file -> data.withArray("pages").add(file.toString()));
            data.put("shareOfPagesInFiles", settings.pagesShare());
            data.put("others", "pages drawn by the program, formulas of its own grammar");
            shelf.put(begun.name(), version, target -> new DetectorRelease(settings, run.path()).write(notes, target));
            shelf.putPipeline(model, model, RECOGNIZER);
            return model;
        }
    }
}
