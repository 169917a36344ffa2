package sigmark.inference.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reports of a run in a file, a line each: step, samples, CPU seconds, loss, accuracy, rate, samples a CPU second, and
 * where there was a look at other data its loss and accuracy. Survives kills and resumes.
 */
public final class TrainingCurve {
    private final Path file;

    public TrainingCurve(Path file) {
        this.file = file;
    }

    /** A point of the curve; {@code validation} is NaN where nothing was looked at. */
    public record Point(long step, long samples, double cpuSeconds, double loss, double accuracy, double validation) {}

    /** Adds a report. */
    public void add(TrainingReport report) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%d,%d,%.1f,%.4f,%.4f,%.6f,%.1f",
                report.step(),
                report.samples(),
                report.cpuSeconds(),
                report.loss(),
                report.measures().get(1),
                report.rate(),
                report.samplesPerCpuSecond()));
        report.validation().forEach(value -> line.append(String.format(Locale.ROOT, ",%.4f", value)));
        try {
            Files.writeString(file, line.append('\n'), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The points so far; empty when there is no file yet. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    String[] fields = line.split(",");
                    points.add(new Point(
                            Long.parseLong(fields[0]),
                            Long.parseLong(fields[1]),
                            Double.parseDouble(fields[2]),
                            Double.parseDouble(fields[3]),
                            Double.parseDouble(fields[4]),
                            fields.length > 7 ? Double.parseDouble(fields[7]) : Double.NaN));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return points;
    }

    /** Lowest loss on other data so far; infinite when there was none. */
    public double bestValidation() {
        return points().stream()
                .mapToDouble(Point::validation)
                .filter(loss -> !Double.isNaN(loss))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
