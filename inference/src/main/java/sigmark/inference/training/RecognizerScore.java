package sigmark.inference.training;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.EditDistance;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelStore;
import sigmark.inference.page.GreyImage;
import sigmark.inference.recognize.OnnxRecognizer;
import sigmark.inference.recognize.Recognizer;

/**
 * Measures a recognizer on the held-out formulas of a list, each drawn once with blur and noise: exact match of canonical
 * tokens and token edit distance, by length. The same seed draws the same crops.
 */
public final class RecognizerScore {
    private static final int[] BOUNDS = {10, 20, 30, 60, Integer.MAX_VALUE};
    private static final long SEED = 20_261;

    private final Recognizer recognizer;
    private final CropPainter painter;

    /** A formula, what was read from its crop, and how much processor time that took. */
    public record Item(List<String> truth, List<String> read, double milliseconds) {
        public Item {
            truth = List.copyOf(truth);
            read = List.copyOf(read);
        }

        /** Whether every token is right. */
        public boolean exact() {
            return truth.equals(read);
        }
    }

    public RecognizerScore(Recognizer recognizer, CropPainter painter) {
        this.recognizer = recognizer;
        this.painter = painter;
    }

    /**
     * Arguments: folder of models, name of the model, list of formulas, how many, file for the table; further arguments
     * are font files for Hangul.
     */
    public static void main(String[] arguments) throws IOException {
        List<Path> fonts = new ArrayList<>();
        for (int i = 5; i < arguments.length; i++) {
            fonts.add(Path.of(arguments[i]));
        }
        List<String> heldOut = FormulaCorpus.ofLines(Path.of(arguments[2])).heldOut();
        var files = new ModelStore(List.of(Path.of(arguments[0]))).open(arguments[1]);
        try (Recognizer recognizer = OnnxRecognizer.of(files, Device.CPU, 1);
                PrintStream out =
                        new PrintStream(Files.newOutputStream(Path.of(arguments[4])), true, StandardCharsets.UTF_8)) {
            CropPainter painter = new CropPainter(TrainRecognizer.families(fonts));
            List<Item> items =
                    new RecognizerScore(recognizer, painter).measure(heldOut, Integer.parseInt(arguments[3]));
            table(items).forEach(out::println);
            items.stream()
                    .filter(item -> !item.exact())
                    .limit(200)
                    .forEach(item -> out.printf(
                            "%s%n    %s%n", CanonicalForm.join(item.truth()), CanonicalForm.join(item.read())));
        }
    }

    /** Reads formulas of the list, in a shuffled order that is always the same, until so many could be drawn. */
    public List<Item> measure(List<String> formulas, int count) {
        List<Item> items = new ArrayList<>();
        Random random = new Random(SEED);
        List<String> shuffled = new ArrayList<>(formulas);
        Collections.shuffle(shuffled, random);
        for (String latex : shuffled) {
            if (items.size() == count) {
                break;
            }
            Optional<GreyImage> crop = painter.paint(latex, random);
            if (crop.isPresent()) {
                long start = cpuNanos();
                String read = recognizer.read(List.of(crop.get())).get(0).latex();
                double milliseconds = (cpuNanos() - start) / 1e6;
                items.add(new Item(CanonicalForm.tokens(latex), CanonicalForm.tokens(read), milliseconds));
            }
        }
        return items;
    }

    /** Processor time of this thread, on which a recognizer of one thread does all its work. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Lines {@code up to N tokens: formulas, exact match, token edit distance, median CPU milliseconds}; all up to 30 first. */
    public static List<String> table(List<Item> items) {
        List<String> lines = new ArrayList<>();
        lines.add(line("1-30 tokens", items, 0, 30));
        int from = 0;
        for (int bound : BOUNDS) {
            String name =
                    bound == Integer.MAX_VALUE ? "over " + from + " tokens" : (from + 1) + "-" + bound + " tokens";
            lines.add(line(name, items, from, bound));
            from = bound;
        }
        lines.add(line("all", items, 0, Integer.MAX_VALUE));
        return lines;
    }

    private static String line(String name, List<Item> items, int over, int upTo) {
        List<Item> chosen = items.stream()
                .filter(item -> item.truth().size() > over && item.truth().size() <= upTo)
                .toList();
        if (chosen.isEmpty()) {
            return name + ": none";
        }
        long exact = chosen.stream().filter(Item::exact).count();
        long edits = 0;
        long tokens = 0;
        for (Item item : chosen) {
            edits += EditDistance.ofTokens(item.truth(), item.read());
            tokens += item.truth().size();
        }
        double[] times =
                chosen.stream().mapToDouble(Item::milliseconds).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%s: %d formulas, exact %.4f, token edit distance %.4f, median %.1f CPU ms",
                name,
                chosen.size(),
                (double) exact / chosen.size(),
                (double) edits / tokens,
                times[times.length / 2]);
    }
}
