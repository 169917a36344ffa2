package sigmark.inference.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.work.Progress;

/**
 * Trains a recognizer as a settings file says, goes on where it stopped, and leaves in its folder {@code
 * vocabulary.txt}, {@code recognizer.checkpoint} and {@code curve.csv}.
 */
public final class TrainRecognizer {
    private static final int REPORT_EVERY = 25;
    private static final int SAVE_EVERY = 100;
    private static final int GRAMMAR_SAMPLE = 30_000;

    private final Settings settings;
    private final Path folder;

    /**
     * What a run is made of; paths as the settings file writes them.
     *
     * @param lines lists of formulas, one a line
     * @param linesWeight share of the draws
     * @param jsonLines JSON lines of formulas
     * @param withoutSources books left out of them
     * @param jsonLinesWeight share of the draws
     * @param grammarWeight share of the draws that our own grammar makes
     * @param crops lists of crops that lie in files (JSON Lines of the recognizer's kind)
     * @param cropsShare share of the draws that comes from them, 0 to 1
     * @param hangulFonts font files for Korean words
     * @param samplesABatch crops a step, on average
     * @param mostPieces longest formula
     * @param shortFirstSteps steps over which formulas grow from short ones to the longest; 0 for a network that can read
     * @param shape the architecture
     * @param plan steps and rates
     */
    public record Settings(
            List<Path> lines,
            double linesWeight,
            List<Path> jsonLines,
            Set<String> withoutSources,
            double jsonLinesWeight,
            double grammarWeight,
            List<Path> crops,
            double cropsShare,
            List<Path> hangulFonts,
            int samplesABatch,
            int mostPieces,
            long shortFirstSteps,
            RecognizerShape shape,
            TrainingPlan plan) {
        public Settings {
            lines = List.copyOf(lines);
            jsonLines = List.copyOf(jsonLines);
            withoutSources = Set.copyOf(withoutSources);
            crops = List.copyOf(crops);
            hangulFonts = List.copyOf(hangulFonts);
        }

        /** Reads a YAML file with the record's names as keys. */
        public static Settings read(Path yaml) throws IOException {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml.toFile(), Settings.class);
        }
    }

    public TrainRecognizer(Settings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Arguments: settings file, folder. Ends when the plan is done. */
    public static void main(String[] arguments) throws IOException {
        new TrainRecognizer(Settings.read(Path.of(arguments[0])), Path.of(arguments[1])).run(Progress.SILENT);
    }

    /** Trains until the plan is done or the progress says to stop. */
    public Checkpoint run(Progress progress) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        for (Path file : settings.lines()) {
            lines.addAll(FormulaCorpus.ofLines(file).training());
        }
        List<String> books = new ArrayList<>();
        for (Path file : settings.jsonLines()) {
            books.addAll(
                    FormulaCorpus.ofJsonLines(file, settings.withoutSources()).training());
        }
        Vocabulary vocabulary = vocabulary(lines, books);
        FormulaMix mix = new FormulaMix(
                List.of(
                        new FormulaMix.Part(lines, lines.isEmpty() ? 0 : settings.linesWeight()),
                        new FormulaMix.Part(books, books.isEmpty() ? 0 : settings.jsonLinesWeight()),
                        new FormulaMix.Part(List.of(), settings.grammarWeight())),
                vocabulary);
        List<MixedCrops.Part> sources = new ArrayList<>();
        for (Path file : settings.crops()) {
            StoredCrops stored = StoredCrops.read(file, vocabulary);
            double share = stored.size() == 0
                    ? 0
                    : settings.cropsShare() / settings.crops().size();
            sources.add(new MixedCrops.Part(stored, share));
        }
        double rest = 1 - sources.stream().mapToDouble(MixedCrops.Part::weight).sum();
        DrawnCrops drawn = new DrawnCrops(mix, new CropPainter(families(settings.hangulFonts())));
        sources.add(new MixedCrops.Part(drawn, Math.max(0, rest)));
        return train(new RecognizerNetwork(settings.shape(), vocabulary.size()), new MixedCrops(sources), progress);
    }

    private Checkpoint train(RecognizerNetwork network, CropSource crops, Progress progress) throws IOException {
        TrainingPlan plan = settings.plan();
        var module = network.module(Processor.knowsBfloat16());
        Path file = folder.resolve("recognizer.checkpoint");
        Checkpoint from = Files.exists(file)
                ? Checkpoint.read(file, module.parameters())
                : Checkpoint.start(module.parameters(), plan.seed());
        BatchSource batches = new RecognizerBatches(
                crops,
                settings.shape(),
                settings.samplesABatch(),
                settings.mostPieces(),
                settings.shortFirstSteps(),
                plan.seed());
        Checkpoint end = new Trainer(module, plan, REPORT_EVERY, SAVE_EVERY)
                .run(from, batches, checkpoint -> save(checkpoint, file), this::log, progress);
        save(end, file);
        return end;
    }

    private Vocabulary vocabulary(List<String> lines, List<String> books) throws IOException {
        Path file = folder.resolve("vocabulary.txt");
        if (Files.exists(file)) {
            return new Vocabulary(Files.readAllLines(file));
        }
        VocabularyBuilder builder = new VocabularyBuilder();
        lines.forEach(builder::add);
        books.forEach(builder::add);
        FormulaGrammar grammar = new FormulaGrammar(FormulaMix.COVERAGE);
        Random random = new Random(settings.plan().seed());
        for (int i = 0; i < GRAMMAR_SAMPLE; i++) {
            builder.add(i % 3 == 0 ? grammar.display(random) : grammar.inline(random));
        }
        for (char c = '!'; c <= '~'; c++) {
            if ("\\$#%&".indexOf(c) < 0) {
                builder.always(String.valueOf(c));
            }
        }
        symbols().forEach(builder::always);
        Vocabulary vocabulary = builder.build();
        Files.write(file, vocabulary.lines());
        return vocabulary;
    }

    /** The canonical tokens of every sign that the program offers for typing, and the box that stands for unknown text. */
    private static Set<String> symbols() throws IOException {
        Set<String> tokens = new java.util.TreeSet<>(List.of("\u25a1"));
        try (var in = TrainRecognizer.class.getResourceAsStream("/sigmark/symbols/symbols.tsv")) {
            if (in == null) {
                throw new IOException("missing from the class path: symbols.tsv");
            }
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#") && line.contains("\t"))
                    .map(line -> line.split("\t")[1].replace("\u00a6", "x"))
                    .forEach(sign -> tokens.addAll(CanonicalForm.tokens(sign)));
        }
        tokens.removeIf(String::isBlank);
        return tokens;
    }

    /** Makes fonts known to the graphics environment and gives their families. */
    static List<String> families(List<Path> files) throws IOException {
        List<String> families = new ArrayList<>();
        for (Path file : files) {
            try {
                Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                families.add(font.getFamily(Locale.ROOT));
            } catch (FontFormatException e) {
                throw new IOException(file + " is not a font", e);
            }
        }
        return families;
    }

    private static void save(Checkpoint checkpoint, Path file) {
        try {
            checkpoint.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void log(TrainingReport report) {
        String line = String.format(
                Locale.ROOT,
                "%d,%d,%.1f,%.4f,%.4f,%.6f,%.1f%n",
                report.step(),
                report.samples(),
                report.cpuSeconds(),
                report.loss(),
                report.measures().get(1),
                report.rate(),
                report.samplesPerCpuSecond());
        try {
            Files.writeString(folder.resolve("curve.csv"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
