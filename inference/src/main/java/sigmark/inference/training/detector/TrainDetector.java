package sigmark.inference.training.detector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.PageGenerator;
import sigmark.inference.synthesis.Typefaces;
import sigmark.inference.training.Checkpoint;
import sigmark.inference.training.NormCalibration;
import sigmark.inference.training.Processor;
import sigmark.inference.training.Trainer;
import sigmark.inference.training.TrainingBatch;
import sigmark.inference.training.TrainingCurve;
import sigmark.inference.training.TrainingPlan;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.training.Validation;
import sigmark.inference.training.network.ParameterSpec;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.training.network.Weights;
import sigmark.inference.work.Progress;

/**
 * Trains a detector as a settings file says, goes on where it stopped, and leaves in its folder {@code
 * detector.checkpoint} and {@code curve.csv}.
 */
public final class TrainDetector {
    private static final int REPORT_EVERY = 20;
    private static final int SAVE_EVERY = 100;
    private static final int SAVES = 20;
    private static final int SEEDS_APART = 500_000;

    /** Batches to measure the norms of a network on whose file has them folded. */
    private static final int CALIBRATED = 12;

    static final String SETTINGS = "settings.yaml";
    static final String CHECKPOINT = "detector.checkpoint";
    static final String BEST = "best.checkpoint";

    private final DetectorSettings settings;
    private final Path folder;

    public TrainDetector(DetectorSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Trains and logs. Arguments: settings file, folder of the run. Ends when the plan is done. */
    public static void main(String[] arguments) throws IOException {
        System.Logger log = System.getLogger(TrainDetector.class.getName());
        new TrainDetector(DetectorSettings.read(Path.of(arguments[0])), Path.of(arguments[1]))
                .run(Progress.SILENT, report -> log.log(System.Logger.Level.INFO, line(report)));
    }

    /** Begins the folder of a run with what a trained detector knows; nothing when the run has begun. */
    public void startFrom(KnownDetector known) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(CHECKPOINT);
        if (!Files.exists(file)) {
            TorchScriptModule module = network().module();
            Weights weights = grown(module, known.weights());
            fresh(module, known.folded() ? calibrated(weights) : weights).write(file);
        }
    }

    /** What has the same name and size is taken over, all else begins anew. */
    private Weights grown(TorchScriptModule module, Weights known) {
        Weights weights = network().start(module, settings.plan().seed());
        for (ParameterSpec spec : module.parameters()) {
            if (known.has(spec.name()) && known.get(spec.name()).length == spec.size()) {
                weights.put(spec, known.get(spec.name()).clone());
            }
        }
        return weights;
    }

    /** With the batch norms' statistics measured on a few batches of what will be trained on. */
    private Weights calibrated(Weights folded) throws IOException {
        PatchSource patches = patches(
                training(Typefaces.installed(settings.fonts())), settings.plan().seed());
        List<TrainingBatch> seen = new ArrayList<>();
        for (int i = 0; i < CALIBRATED; i++) {
            seen.add(new TrainingBatch(patches.batch(i).inputs().subList(0, 1), settings.samples()));
        }
        return NormCalibration.of(network().statistics(), folded, seen);
    }

    /** Trains until the plan is done, the looks at other data say stop, or the progress does. */
    public Checkpoint run(Progress progress, Consumer<TrainingReport> listener) throws IOException {
        Files.createDirectories(folder);
        settings.write(folder.resolve(SETTINGS));
        TorchScriptModule module = network().module(Processor.knowsBfloat16());
        Path file = folder.resolve(CHECKPOINT);
        Checkpoint from = Files.exists(file)
                ? Checkpoint.read(file, module.parameters())
                : fresh(module, network().start(module, settings.plan().seed()));
        TrainingCurve curve = new TrainingCurve(folder.resolve("curve.csv"));
        Typefaces typefaces = Typefaces.installed(settings.fonts());
        Trainer.Outcome outcome = new Trainer(
                        module,
                        settings.plan(),
                        REPORT_EVERY,
                        saveEvery(),
                        new Validation(checks(typefaces), settings.patience(), curve.bestValidation()))
                .train(
                        from,
                        patches(training(typefaces), settings.plan().seed()),
                        checkpoint -> save(checkpoint, file),
                        report -> {
                            curve.add(report);
                            listener.accept(report);
                        },
                        progress);
        save(outcome.last(), file);
        if (outcome.best().isPresent()) {
            save(outcome.best().get(), folder.resolve(BEST));
        }
        return outcome.last();
    }

    private DetectorNetwork network() {
        return new DetectorNetwork(settings.shape());
    }

    private PageSource training(Typefaces typefaces) throws IOException {
        LabeledPages labeled = LabeledPages.read(settings.pages(), "train");
        PageSource drawn = drawn(typefaces.only(false, DetectorSettings.HELD_OUT));
        return labeled.size() == 0 ? drawn : new MixedPages(labeled, drawn, settings.pagesShare());
    }

    private static PageSource drawn(Typefaces typefaces) {
        PageGenerator pages = new PageGenerator(typefaces, new FormulaGrammar(Coverage.all()));
        return (number, em) -> new PageSource.Sheet(pages.page(number, em), true);
    }

    /** Patches of the lists' validation split, else of drawn pages of a seed that training never uses. */
    private List<TrainingBatch> checks(Typefaces typefaces) throws IOException {
        LabeledPages labeled = LabeledPages.read(settings.pages(), "validation");
        PageSource pages = labeled.size() == 0 ? drawn(typefaces.only(false, DetectorSettings.HELD_OUT)) : labeled;
        PatchSource patches = patches(pages, settings.plan().seed() + SEEDS_APART);
        List<TrainingBatch> batches = new ArrayList<>();
        for (int i = 0; i * settings.samples() < settings.checkedPatches(); i++) {
            batches.add(patches.batch(i));
        }
        return batches;
    }

    private PatchSource patches(PageSource pages, long seed) {
        return new PatchSource(pages, seed, settings.samples(), settings.patchWidth(), settings.patchHeight());
    }

    private Checkpoint fresh(TorchScriptModule module, Weights weights) {
        TrainingPlan plan = settings.plan();
        Checkpoint start = Checkpoint.start(module.parameters(), plan.seed());
        return new Checkpoint(0, 0, 0, plan.seed(), weights, start.means(), start.variances());
    }

    /** Short runs are saved and looked at more often. */
    private int saveEvery() {
        return (int) Math.max(10, Math.min(SAVE_EVERY, settings.plan().steps() / SAVES));
    }

    private static void save(Checkpoint checkpoint, Path file) {
        try {
            checkpoint.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for a log. */
    static String line(TrainingReport report) {
        return String.format(
                Locale.ROOT,
                "step %d loss %.3f cells %.3f heat %.3f box %.3f rate %.5f samples %d cpu %.0f s (%.1f/s)",
                report.step(),
                report.loss(),
                report.measures().get(1),
                report.measures().get(2),
                report.measures().get(3),
                report.rate(),
                report.samples(),
                report.cpuSeconds(),
                report.samplesPerCpuSecond());
    }
}
