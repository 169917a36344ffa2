package sigmark.app.work;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;

/**
 * How fast the window answers a person's hands. The command line finds the one that the window offers as a service, so
 * that it needs no window toolkit itself.
 */
public interface WindowBenchmark {
    /**
     * One thing that a person does, done many times; milliseconds from the key to the moment when the window's new
     * picture is laid out and handed to the graphics pipeline.
     *
     * @param name short and stable, such as {@code next-page}
     * @param what in words
     * @param millis ascending
     */
    record Times(String name, String what, List<Double> millis) {
        public Times {
            double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            millis = Arrays.stream(sorted).boxed().toList();
            if (millis.isEmpty()) {
                throw new IllegalArgumentException("nothing measured: " + name);
            }
        }

        /** The value that at least this share of the times does not pass, by nearest rank. */
        public double percentile(double share) {
            int rank = (int) Math.ceil(share * millis.size());
            return millis.get(Math.max(0, rank - 1));
        }
    }

    /**
     * What is measured.
     *
     * @param boxes on the page that is zoomed and walked
     * @param pages photos of 12 megapixels to page through, at least 3
     * @param strokes keys typed
     */
    record Size(int boxes, int pages, int strokes) {}

    /** Measures in a window that it opens and closes; blocks. Once in a process. */
    List<Times> measure(Path folder, Size size, Progress progress);

    /**
     * Where no window can open, says why.
     *
     * @throws ProblemException {@code app.window-missing}
     */
    static void needWindow(MachineCheck machine) {
        List<MachineCheck.Finding> missing = machine.missingForTheWindow();
        if (!missing.isEmpty()) {
            MachineCheck.Finding first = missing.get(0);
            throw new ProblemException(
                    Problem.of("app.window-missing", first.name().toLowerCase(Locale.ROOT), "remedy", first.remedy()));
        }
    }
}
