package sigmark.inference.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import sigmark.inference.training.network.TorchScriptModule;
import sigmark.inference.work.Progress;

/**
 * Trains any network whose module has a method {@code loss}: it takes the arrays of a batch and the parameters, and
 * returns the loss and then any number of single numbers worth watching. Blocks its thread until the plan is done or the
 * progress says to stop.
 */
public final class Trainer {
    /** Share by which a loss must fall to count as better. */
    private static final double LEAST_GAIN = 1e-3;

    private final TorchScriptModule module;
    private final TrainingPlan plan;
    private final int reportEvery;
    private final int saveEvery;
    private final Validation validation;

    /** Without looks at other data. */
    public Trainer(TorchScriptModule module, TrainingPlan plan, int reportEvery, int saveEvery) {
        this(module, plan, reportEvery, saveEvery, Validation.NONE);
    }

    /** What a training leaves: the last state and the one that was best on other data. */
    public record Outcome(Checkpoint last, Optional<Checkpoint> best, boolean stoppedEarly) {}

    /**
     * @param reportEvery steps between two reports
     * @param saveEvery steps between two checkpoints
     */
    public Trainer(TorchScriptModule module, TrainingPlan plan, int reportEvery, int saveEvery, Validation validation) {
        this.validation = validation;
        this.module = module;
        this.plan = plan;
        this.reportEvery = reportEvery;
        this.saveEvery = saveEvery;
    }

    /**
     * Goes on from a checkpoint.
     *
     * @param keep is given a checkpoint every {@code saveEvery} steps
     * @param report is told the loss and the speed
     * @return the last state, of the whole plan or of the moment of cancelling
     */
    public Checkpoint run(
            Checkpoint from,
            BatchSource source,
            Consumer<Checkpoint> keep,
            Consumer<TrainingReport> report,
            Progress progress) {
        return train(from, source, keep, report, progress).last();
    }

    /** The same, with the state that was best on the data of the validation. */
    public Outcome train(
            Checkpoint from,
            BatchSource source,
            Consumer<Checkpoint> keep,
            Consumer<TrainingReport> report,
            Progress progress) {
        TorchNetwork.useThreads(plan.threads());
        try (TorchNetwork network = new TorchNetwork(module, from.weights())) {
            Run run = new Run(from, network, new AdamW(network, from.means(), from.variances()), report);
            while (run.step < plan.steps() && !progress.cancelled() && !run.tired()) {
                run.advance(source.batch(run.step));
                if (run.step % saveEvery == 0 || run.step == plan.steps()) {
                    run.look();
                    if (run.step < plan.steps()) {
                        keep.accept(run.checkpoint());
                    }
                }
                run.tellWhenDue();
                progress.update(run.step, plan.steps(), run.words);
            }
            return new Outcome(run.checkpoint(), run.best, run.tired() && run.step < plan.steps());
        }
    }

    /** What changes from step to step. */
    private final class Run {
        private final TorchNetwork network;
        private final AdamW optimizer;
        private final Consumer<TrainingReport> report;
        private final long seed;
        private final double cpuBefore;
        private final double cpuAtStart = cpuSeconds();
        private long step;
        private long samples;
        private double[] sums = {};
        private long samplesReported;
        private double cpuReported = cpuAtStart;
        private String words = "";
        private final long firstStep;
        private final long startNanos = System.nanoTime();
        private List<Double> looked = List.of();
        private double bestLoss = validation.bestBefore();
        private int looksInVain;
        private Optional<Checkpoint> best = Optional.empty();

        Run(Checkpoint from, TorchNetwork network, AdamW optimizer, Consumer<TrainingReport> report) {
            this.network = network;
            this.optimizer = optimizer;
            this.report = report;
            seed = from.seed();
            step = from.step();
            firstStep = step;
            samples = from.samples();
            samplesReported = samples;
            cpuBefore = from.cpuSeconds();
        }

        void advance(TrainingBatch batch) {
            double rate = plan.rate(step);
            try (NDManager scope = network.manager().newSubManager()) {
                JniUtils.setGradMode(true);
                NDList results = network.call("loss", batch.inputs(), scope, true);
                PtNDArray loss = (PtNDArray) results.get(0);
                NDArray one = scope.create(1f);
                JniUtils.backward(loss, (PtNDArray) one, false, false);
                collect(results);
            }
            step++;
            samples += batch.samples();
            optimizer.update(step, rate, plan.weightDecay(), plan.clipNorm());
        }

        void tellWhenDue() {
            if (step % reportEvery == 0 || step == plan.steps()) {
                tell(plan.rate(step - 1));
            }
        }

        /** Measures on other data and remembers the best state. */
        void look() {
            if (validation.batches().isEmpty()) {
                return;
            }
            looked = validation.measure(network);
            if (looked.get(0) < bestLoss * (1 - LEAST_GAIN)) {
                bestLoss = looked.get(0);
                looksInVain = 0;
                best = Optional.of(checkpoint());
            } else {
                looksInVain++;
            }
        }

        boolean tired() {
            return validation.patience() > 0 && looksInVain >= validation.patience();
        }

        private void collect(NDList results) {
            if (sums.length == 0) {
                sums = new double[results.size() + 1];
            }
            for (int i = 0; i < results.size(); i++) {
                sums[i] += results.get(i).toFloatArray()[0];
            }
            sums[results.size()]++;
        }

        private void tell(double rate) {
            List<Double> means = new ArrayList<>();
            for (int i = 0; i < sums.length - 1; i++) {
                means.add(sums[i] / sums[sums.length - 1]);
            }
            double now = cpuSeconds();
            double speed = (samples - samplesReported) / Math.max(1e-9, now - cpuReported);
            words = String.format(Locale.ROOT, "loss %.3f · %.0f/CPU s", means.get(0), speed);
            double pace = (System.nanoTime() - startNanos) / 1e9 / Math.max(1, step - firstStep);
            report.accept(new TrainingReport(
                    step,
                    plan.steps(),
                    means,
                    looked,
                    rate,
                    samples,
                    cpuBefore + now - cpuAtStart,
                    speed,
                    pace * (plan.steps() - step)));
            sums = new double[0];
            samplesReported = samples;
            cpuReported = now;
        }

        Checkpoint checkpoint() {
            return new Checkpoint(
                    step,
                    samples,
                    cpuBefore + cpuSeconds() - cpuAtStart,
                    seed,
                    network.weights(),
                    optimizer.means(),
                    optimizer.variances());
        }
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : System.nanoTime() / 1e9;
    }
}
