package sigmark.inference.training.detector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.PageGenerator;
import sigmark.inference.synthesis.Typefaces;
import sigmark.inference.training.Checkpoint;
import sigmark.inference.training.Trainer;
import sigmark.inference.training.TrainingPlan;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.work.Progress;

/**
 * Trains the detector on drawn pages, going on from the checkpoint {@code detector.ckpt} in its folder when there is one.
 */
public final class DetectorTraining {
    /** Pairs of fonts kept out of training, to measure with. */
    public static final List<String> HELD_OUT = List.of("libertine-noto", "nanum-square", "schola-batang");

    private static final int SAMPLES = 4;
    private static final int WIDTH = 384;
    private static final int HEIGHT = 192;

    private final Path folder;
    private final Typefaces typefaces;
    private final TrainingPlan plan;

    /** @param folder where checkpoints go */
    public DetectorTraining(Path folder, Typefaces typefaces, long steps) {
        this.folder = folder;
        this.typefaces = typefaces.only(false, HELD_OUT);
        this.plan = new TrainingPlan(steps, 1.5e-3, 30, 0.4, 0.01, 5, 1, 1);
    }

    /** Trains and logs. Arguments: the folder of fonts, the folder for checkpoints, how many steps. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Typefaces typefaces = Typefaces.under(Path.of(arguments[0]));
        System.Logger log = System.getLogger(DetectorTraining.class.getName());
        new DetectorTraining(folder, typefaces, Long.parseLong(arguments[2]))
                .run(report -> log.log(System.Logger.Level.INFO, line(report)), Progress.SILENT);
    }

    /** Trains to the end of the plan, or until the progress says stop. */
    public Checkpoint run(Consumer<TrainingReport> report, Progress progress) throws IOException {
        TorchScriptModule module = DetectorNetwork.module();
        Path file = folder.resolve("detector.ckpt");
        Checkpoint from = Files.exists(file) ? Checkpoint.read(file, module.parameters()) : fresh(module);
        PageGenerator pages = new PageGenerator(typefaces, new FormulaGrammar(Coverage.all()));
        Checkpoint last = new Trainer(module, plan, 20, 100)
                .run(
                        from,
                        new PatchSource(pages, plan.seed(), SAMPLES, WIDTH, HEIGHT),
                        c -> keep(c, file),
                        report,
                        progress);
        keep(last, file);
        return last;
    }

    private Checkpoint fresh(TorchScriptModule module) {
        Checkpoint start = Checkpoint.start(module.parameters(), plan.seed());
        return new Checkpoint(
                0, 0, 0, plan.seed(), DetectorNetwork.start(module, plan.seed()), start.means(), start.variances());
    }

    private static void keep(Checkpoint checkpoint, Path file) {
        try {
            checkpoint.write(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A line for a log. */
    public static String line(TrainingReport report) {
        return String.format(
                Locale.ROOT,
                "step %d loss %.3f heat %.3f box %.3f rate %.5f samples %d cpu %.0f s (%.1f/s)",
                report.step(),
                report.loss(),
                report.measures().get(1),
                report.measures().get(2),
                report.rate(),
                report.samples(),
                report.cpuSeconds(),
                report.samplesPerCpuSecond());
    }
}
