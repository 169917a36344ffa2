package sigmark.app.run.train;

import java.nio.file.Path;
import java.util.Optional;
import sigmark.app.work.train.RunFolder;

/**
 * What a person asks of a training.
 *
 * @param from the model to go on from; empty for a new network
 * @param architecture a YAML file; empty for the shape of {@code from}, or the shipped one
 * @param patience looks without a better loss that end it; 0 for never
 * @param run folder of a training that was broken off; empty to begin one
 */
public record TrainWish(
        Task task,
        Data data,
        String name,
        Optional<String> from,
        Optional<Path> architecture,
        long steps,
        int patience,
        Optional<RunFolder> run) {
    private static final double HALF = 0.5;

    /** Which model. */
    public enum Task {
        RECOGNIZER,
        DETECTOR;

        /** As cards and folders say it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** From what. */
    public enum Data {
        DRAWN(0),
        PROJECT(1),
        MIXTURE(HALF);

        private final double share;

        Data(double share) {
            this.share = share;
        }

        /** Share of the project's labels, 0 to 1. */
        double share() {
            return share;
        }
    }
}
