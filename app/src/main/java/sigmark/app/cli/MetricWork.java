package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import sigmark.analysis.detection.BoxSet;
import sigmark.analysis.detection.CocoEvaluator;
import sigmark.analysis.detection.FoundBox;
import sigmark.analysis.detection.RawBox;
import sigmark.analysis.detection.TrueBox;
import sigmark.analysis.recognition.cdm.Cdm;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.EditDistance;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * One metric and made-up input for it, the same for the same seed.
 *
 * @param unit what is counted a second, plural
 * @param items how many of them a round does
 * @param round does the work once and gives a number that depends on all of it, the same each time
 */
record MetricWork(String name, String unit, int items, LongSupplier round) {
    private static final int FORMULAS = 200;
    private static final int CLASSES = 2;
    private static final int CHANGES = 26;
    private static final List<String> SHAPES = List.of(
            "\\frac{A+1}{B}",
            "\\sqrt{A^2+B^{2}}",
            "\\int_0^1 A\\,dB",
            "\\sum_{k=1}^{n} A_k",
            "\\left( A \\right)^{B}",
            "\\lim_{n \\to \\infty} A_{n}",
            "\\overrightarrow{AB}",
            "\\mathrm{A} \\leq B");

    /**
     * How fast it was.
     *
     * @param perSecond items over the time of all measured rounds
     * @param perProcessorSecond items over the processor time of this thread in them: what a core does that nobody else
     *     uses
     * @param checksum what each round gave
     */
    record Rate(int rounds, double perSecond, double perProcessorSecond, double medianRoundMillis, long checksum) {}

    static List<MetricWork> all(long seed, int pages, int boxes) {
        var random = new Random(seed);
        List<String> formulas = new ArrayList<>();
        for (int i = 0; i < FORMULAS; i++) {
            formulas.add(formula(random));
        }
        List<List<String>> tokens =
                formulas.stream().map(LatexTokenizer::tokens).toList();
        BoxSet set = boxes(random, pages, boxes);
        return List.of(
                new MetricWork("edit distance", "pairs", FORMULAS, () -> distances(tokens)),
                new MetricWork("canonical form", "formulas", FORMULAS, () -> formulas.stream()
                        .mapToLong(latex -> CanonicalForm.of(latex).hashCode())
                        .sum()),
                new MetricWork(
                        "COCO matching",
                        "pages",
                        pages,
                        () -> Double.doubleToLongBits(
                                new CocoEvaluator(set, 1, 10, 100).evaluate().ap())),
                new MetricWork("glyph layout", "formulas", FORMULAS, () -> formulas.stream()
                        .mapToLong(
                                latex -> FormulaRenderer.layout(latex).glyphs().size())
                        .sum()),
                new MetricWork("CDM", "pairs", FORMULAS, () -> matches(formulas)));
    }

    /**
     * Repeats the round, first as warm-up, then measured.
     *
     * @param seconds least measured time; at least one round of each kind is done
     */
    Rate measure(double seconds) {
        long checksum = round.getAsLong();
        rounds(seconds / 2, checksum);
        long before = processorNanos();
        double[] millis = rounds(seconds, checksum);
        double processor = (processorNanos() - before) / 1e9;
        double all = Arrays.stream(millis).sum();
        Arrays.sort(millis);
        double count = (double) items * millis.length;
        return new Rate(millis.length, 1000 * count / all, count / processor, millis[millis.length / 2], checksum);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** CDM over pairs of a file of JSON Lines with {@code gt} and {@code pred}. */
    static MetricWork cdm(Path file) {
        List<String[]> pairs = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            ObjectMapper json = new ObjectMapper();
            for (String line : lines.filter(text -> !text.isBlank()).toList()) {
                JsonNode node = json.readTree(line);
                pairs.add(new String[] {
                    node.path("gt").asText(), node.path("pred").asText()
                });
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("score.unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
        return new MetricWork("CDM of the file", "pairs", pairs.size(), () -> pairs.stream()
                .mapToLong(pair -> Cdm.score(pair[0], pair[1]).correct())
                .sum());
    }

    static String formula(long seed) {
        return formula(new Random(seed));
    }

    private double[] rounds(double seconds, long checksum) {
        List<Double> millis = new ArrayList<>();
        long begin = System.nanoTime();
        do {
            long start = System.nanoTime();
            long given = round.getAsLong();
            millis.add((System.nanoTime() - start) / 1e6);
            if (given != checksum) {
                throw new IllegalStateException("%s gave %d and then %d".formatted(name, checksum, given));
            }
        } while (System.nanoTime() - begin < seconds * 1e9);
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static long distances(List<List<String>> tokens) {
        long sum = 0;
        for (int i = 0; i < tokens.size(); i++) {
            sum += EditDistance.ofTokens(tokens.get(i), tokens.get((i + 1) % tokens.size()));
        }
        return sum;
    }

    /** Correct tokens of each formula against itself with something added. */
    private static long matches(List<String> formulas) {
        long sum = 0;
        for (int i = 0; i < formulas.size(); i++) {
            String truth = formulas.get(i);
            sum += Cdm.score(truth, truth + "+" + (char) ('a' + i % CHANGES)).correct();
        }
        return sum;
    }

    /** One to six shapes joined, as long as formulas of school books are. */
    private static String formula(Random random) {
        List<String> parts = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String shape = SHAPES.get(random.nextInt(SHAPES.size()));
            parts.add(shape.replace("A", letter(random)).replace("B", letter(random)));
        }
        return String.join(random.nextBoolean() ? " + " : "=", parts);
    }

    private static String letter(Random random) {
        return Character.toString('a' + random.nextInt(26));
    }

    /** True boxes, most of them found again a little off, and a few wrong ones. */
    private static BoxSet boxes(Random random, int pages, int boxes) {
        List<Long> images = new ArrayList<>();
        List<TrueBox> truths = new ArrayList<>();
        List<FoundBox> found = new ArrayList<>();
        for (long page = 1; page <= pages; page++) {
            images.add(page);
            for (int i = 0; i < boxes; i++) {
                var box = new RawBox(
                        random.nextInt(2000), random.nextInt(2800), 20 + random.nextInt(400), 20 + random.nextInt(120));
                long category = 1L + random.nextInt(CLASSES);
                truths.add(new TrueBox(truths.size() + 1L, page, category, box, box.area(), false));
                boolean lost = random.nextInt(10) == 0;
                double off = lost ? 500 : 8 * random.nextDouble();
                found.add(new FoundBox(
                        page,
                        category,
                        new RawBox(box.x() + off, box.y() + off / 2, box.width(), box.height()),
                        random.nextDouble()));
            }
        }
        return new BoxSet(images, Map.of(1L, "inline", 2L, "display"), truths, found, List.of());
    }
}
