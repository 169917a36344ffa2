package sigmark.app.work.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Path run;
    private final ModelShelf shelf;

    /**
     * @param project whose crops are used too
     * @param run folder of the run; one that holds a checkpoint goes on as it began, whatever the wish says now
     */
    public RecognizerLesson(RecognizerWish wish, Optional<ProjectCrops> project, Path run, ModelShelf shelf) {
        this.wish = wish;
        this.project = project;
        this.run = run;
        this.shelf = shelf;
    }

    /** Whether the run began before. */
    public boolean goesOn() {
        return Files.exists(run.resolve("settings.yaml"));
    }

    @Override
    public Optional<String> learn(Consumer<TrainingReport> told, Progress progress) {
        PyTorch.require();
        try {
            RecognizerSettings settings =
                    goesOn() ? RecognizerSettings.read(run.resolve("settings.yaml")) : prepare(progress);
            Checkpoint end = new TrainRecognizer(settings, run).run(progress, told);
            if (progress.cancelled() && end.step() < settings.plan().steps()) {
                return Optional.empty();
            }
            return Optional.of(release(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecognizerSettings prepare(Progress progress) throws IOException {
        Files.createDirectories(run);
        Optional<KnownRecognizer> known = wish.from().map(name -> KnownRecognizer.read(shelf.models(), name));
        RecognizerShape shape = wish.architecture().isPresent()
                ? RecognizerShape.read(wish.architecture().get())
                : known.map(KnownRecognizer::shape).orElseGet(RecognizerShape::shipped);
        List<Path> lists = new ArrayList<>();
        wish.crops().forEach(file -> lists.add(file.toAbsolutePath()));
        project.ifPresent(crops -> lists.add(
                crops.write(run.resolve("project-crops"), progress).list().toAbsolutePath()));
        double rate = known.isPresent() ? FINE_TUNING_RATE : FRESH_RATE;
        int warmUp = (int) Math.min(200, Math.max(1, wish.steps() / 10));
        TrainingPlan plan = new TrainingPlan(wish.steps(), rate, warmUp, 0.3, 0.01, 2, 1, 1);
        long shortFirst = known.isPresent() ? 0 : wish.steps() / 5;
        RecognizerSettings settings = RecognizerSettings.of(lists, lists.isEmpty() ? 0 : wish.cropsShare(), shape, plan)
                .withFormulas(wish.formulas().stream().map(Path::toAbsolutePath).toList())
                .with(wish.batch(), wish.longest(), shortFirst, wish.patience());
        if (known.isPresent()) {
            new TrainRecognizer(settings, run)
                    .startFrom(known.get().weights(), known.get().vocabulary());
        }
        return settings;
    }

    private String release(RecognizerSettings settings) {
        int version = shelf.freeVersion(wish.name());
        String model = wish.name() + "-" + version;
        ObjectNode notes = new ObjectMapper().createObjectNode();
        notes.put("name", wish.name()).put("version", String.valueOf(version));
        notes.put("task", "recognizer").put("licence", "LicenseRef-own-data");
        wish.from().ifPresent(from -> notes.put("trainedFrom", from));
        ObjectNode data = notes.putObject("data");
        data.put("project", project.isPresent());
        settings.crops().forEach(file -> data.withArray("crops").add(file.toString()));
        settings.lines().forEach(file -> data.withArray("formulas").add(file.toString()));
        data.put("shareOfCropsInFiles", settings.cropsShare());
        data.put("others", "drawn from the program's own grammar");
        shelf.put(wish.name(), version, target -> new RecognizerRelease(settings, run).write(notes, target));
        shelf.putPipeline(model, DETECTOR, model);
        return model;
    }
}
