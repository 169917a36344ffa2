package sigmark.inference.training;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.recognize.Vocabulary;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.training.network.ParameterSpec;
import sigmark.inference.training.network.Weights;
import sigmark.inference.work.Progress;

/**
 * Trains a recognizer as a settings file says, goes on where it stopped, and leaves in its folder {@code
 * vocabulary.txt}, {@code recognizer.checkpoint} and {@code curve.csv}.
 */
public final class TrainRecognizer {
    private static final int REPORT_EVERY = 25;
    private static final int SAVE_EVERY = 100;
    private static final int SAVES = 20;
    private static final int MOST_CHECKED = 256;

    /** Batches to measure the norms of a network on whose file has them folded. */
    private static final int CALIBRATED = 8;

    /** Files in the folder of a run. */
    static final String SETTINGS = "settings.yaml";

    static final String CHECKPOINT = "recognizer.checkpoint";
    static final String BEST = "best.checkpoint";
    static final String VOCABULARY = "vocabulary.txt";

    private static final int GRAMMAR_SAMPLE = 30_000;

    private final RecognizerSettings settings;
    private final Path folder;

    public TrainRecognizer(RecognizerSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Arguments: settings file, folder. Ends when the plan is done. */
    public static void main(String[] arguments) throws IOException {
        new TrainRecognizer(RecognizerSettings.read(Path.of(arguments[0])), Path.of(arguments[1])).run(Progress.SILENT);
    }

    /**
     * Begins the folder of a run with what a trained recognizer knows; its pieces and those that the new formulas need make
     * the vocabulary. Does nothing when the run has begun.
     */
    public void startFrom(KnownRecognizer known) throws IOException {
        Vocabulary itsVocabulary = known.vocabulary();
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve(CHECKPOINT))) {
            return;
        }
        Formulas formulas = formulas();
        Vocabulary joined = RecognizerGrowth.join(itsVocabulary, wanted(formulas));
        Files.write(folder.resolve(VOCABULARY), joined.lines());
        List<ParameterSpec> parameters =
                new RecognizerNetwork(settings.shape(), joined.size()).module().parameters();
        Checkpoint fresh = Checkpoint.start(parameters, settings.plan().seed());
        Weights grown = RecognizerGrowth.grow(
                known.weights(),
                itsVocabulary,
                joined,
                parameters,
                settings.plan().seed());
        if (known.folded()) {
            calibrate(grown, joined, formulas);
        }
        new Checkpoint(0, 0, 0, settings.plan().seed(), grown, fresh.means(), fresh.variances())
                .write(folder.resolve(CHECKPOINT));
    }

    /** Gives the batch norms their statistics on a few batches of what will be trained on. */
    private void calibrate(Weights folded, Vocabulary vocabulary, Formulas formulas) throws IOException {
        RecognizerBatches batches = new RecognizerBatches(
                mixed(drawn(formulas, vocabulary), vocabulary),
                settings.shape(),
                settings.samplesABatch(),
                settings.mostPieces(),
                0,
                settings.plan().seed());
        List<TrainingBatch> seen = new ArrayList<>();
        for (int i = 0; i < CALIBRATED; i++) {
            seen.add(batches.batch(i));
        }
        NormCalibration.of(new RecognizerNetwork(settings.shape(), vocabulary.size()).statistics(), folded, seen);
    }

    /** The formulas of all lists. */
    private record Formulas(List<String> lines, List<String> books, List<String> crops) {}

    private Formulas formulas() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : settings.lines()) {
            lines.addAll(FormulaCorpus.ofLines(file).training());
        }
        List<String> books = new ArrayList<>();
        for (Path file : settings.jsonLines()) {
            books.addAll(
                    FormulaCorpus.ofJsonLines(file, settings.withoutSources()).training());
        }
        List<String> crops = new ArrayList<>();
        for (Path file : settings.crops()) {
            crops.addAll(StoredCrops.formulas(file));
        }
        return new Formulas(lines, books, crops);
    }

    /** Trains until the plan is done or the progress says to stop. */
    public Checkpoint run(Progress progress) throws IOException {
        return run(progress, report -> {});
    }

    /** The same; each report goes to the curve in the folder and to the listener. */
    public Checkpoint run(Progress progress, Consumer<TrainingReport> listener) throws IOException {
        Files.createDirectories(folder);
        settings.write(folder.resolve(SETTINGS));
        Formulas formulas = formulas();
        Vocabulary vocabulary = vocabulary(formulas);
        DrawnCrops drawn = drawn(formulas, vocabulary);
        RecognizerNetwork network = new RecognizerNetwork(settings.shape(), vocabulary.size());
        return train(network, mixed(drawn, vocabulary), checks(drawn, vocabulary), progress, listener);
    }

    private DrawnCrops drawn(Formulas formulas, Vocabulary vocabulary) throws IOException {
        return new DrawnCrops(
                new FormulaMix(
                        List.of(
                                part(formulas.lines(), settings.linesWeight()),
                                part(formulas.books(), settings.jsonLinesWeight()),
                                new FormulaMix.Part(List.of(), settings.grammarWeight())),
                        vocabulary),
                new CropPainter(families(settings.hangulFonts())));
    }

    private static FormulaMix.Part part(List<String> formulas, double weight) {
        return new FormulaMix.Part(formulas, formulas.isEmpty() ? 0 : weight);
    }

    /** The lists' crops beside the drawn ones, each list with the same share. */
    private CropSource mixed(DrawnCrops drawn, Vocabulary vocabulary) throws IOException {
        List<MixedCrops.Part> sources = new ArrayList<>();
        for (Path file : settings.crops()) {
            StoredCrops stored = StoredCrops.read(file, vocabulary);
            double share = stored.size() == 0
                    ? 0
                    : settings.cropsShare() / settings.crops().size();
            sources.add(new MixedCrops.Part(stored, share));
        }
        double rest = 1 - sources.stream().mapToDouble(MixedCrops.Part::weight).sum();
        sources.add(new MixedCrops.Part(drawn, Math.max(0, rest)));
        return new MixedCrops(sources);
    }

    /** The lists' validation split, else drawn crops of a seed that training never uses. */
    private List<TrainingBatch> checks(DrawnCrops drawn, Vocabulary vocabulary) throws IOException {
        List<LabeledCrop> crops = new ArrayList<>();
        for (Path file : settings.crops()) {
            crops.addAll(StoredCrops.read(file, vocabulary, "validation").all(MOST_CHECKED));
        }
        Random random = new Random(~settings.plan().seed());
        int wanted = crops.isEmpty() ? settings.checkedCrops() : 0;
        for (int tries = 0; crops.size() < wanted && tries < 20 * wanted; tries++) {
            drawn.draw(random, settings.mostPieces()).ifPresent(crops::add);
        }
        return RecognizerBatches.batches(crops, settings.shape(), settings.samplesABatch());
    }

    private Checkpoint train(
            RecognizerNetwork network,
            CropSource crops,
            List<TrainingBatch> checks,
            Progress progress,
            Consumer<TrainingReport> listener)
            throws IOException {
        TrainingPlan plan = settings.plan();
        var module = network.module(Processor.knowsBfloat16());
        Path file = folder.resolve(CHECKPOINT);
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
        TrainingCurve curve = new TrainingCurve(folder.resolve("curve.csv"));
        Trainer.Outcome outcome = new Trainer(
                        module,
                        plan,
                        REPORT_EVERY,
                        saveEvery(),
                        new Validation(checks, settings.patience(), curve.bestValidation()))
                .train(
                        from,
                        batches,
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

    private Vocabulary vocabulary(Formulas formulas) throws IOException {
        Path file = folder.resolve(VOCABULARY);
        if (Files.exists(file)) {
            return new Vocabulary(Files.readAllLines(file));
        }
        Vocabulary vocabulary = wanted(formulas);
        Files.write(file, vocabulary.lines());
        return vocabulary;
    }

    /** The pieces that the formulas, our grammar and the program's own signs need. */
    private Vocabulary wanted(Formulas formulas) throws IOException {
        VocabularyBuilder builder = new VocabularyBuilder();
        formulas.lines().forEach(builder::add);
        formulas.books().forEach(builder::add);
        for (String latex : formulas.crops()) {
            builder.add(latex);
            CanonicalForm.tokens(latex).forEach(builder::always); // a project may have few of a sign that matters
        }
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
        return builder.build();
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
}
