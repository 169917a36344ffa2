package sigmark.app.cli.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.inference.page.PixelImage;
import sigmark.inference.synthesis.ContactSheet;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.FormulaTopic;
import sigmark.inference.synthesis.InkPage;
import sigmark.inference.synthesis.PageGenerator;
import sigmark.inference.synthesis.PageKind;
import sigmark.inference.synthesis.SyntheticPages;
import sigmark.inference.synthesis.Typefaces;
import sigmark.inference.training.CropPainter;
import sigmark.inference.training.SyntheticCrops;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

@CommandLine.Command(
        name = "synthesize",
        description = "Draws pages and crops with exact boxes and LaTeX, to train and to try things out; the same seed"
                + " gives the same pictures.",
        mixinStandardHelpOptions = true)
final class Synthesize implements Command {
    private static final int SHEET_COLUMNS = 4;
    private static final int SHEET_PAGES = 12;
    private static final int SHEET_CROPS = 60;

    @CommandLine.Option(names = "--out", required = true, paramLabel = "DIR", description = "a new or empty folder")
    private Path out = Path.of("");

    @CommandLine.Option(names = "--pages", paramLabel = "N", description = "how many pages (detector)")
    private int pages;

    @CommandLine.Option(names = "--crops", paramLabel = "N", description = "how many crops (recognizer)")
    private int crops;

    @CommandLine.Option(
            names = "--kind",
            split = ",",
            paramLabel = "KIND",
            description = "notes, columns, sheet, tables, slide; otherwise all in turn")
    private List<String> kinds = List.of();

    @CommandLine.Option(
            names = "--topic",
            split = ",",
            paramLabel = "TOPIC",
            description = "letters, arithmetic, algebra, functions, trigonometry, sequences, calculus, matrices, sets,"
                    + " probability, geometry, numbers, physics, korean, research; otherwise all")
    private List<String> topics = List.of();

    @CommandLine.Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
    private long seed = 1;

    @CommandLine.Option(names = "--photo", paramLabel = "STRENGTH", description = "as photos: 0 (not) to 2; 1 is usual")
    private double photo;

    @CommandLine.Option(names = "--scan", paramLabel = "STRENGTH", description = "as scans: 0 (not) to 1")
    private double scan;

    @CommandLine.Option(names = "--split", defaultValue = "train", description = "default ${DEFAULT-VALUE}")
    private String split = "train";

    @CommandLine.Option(
            names = "--fonts",
            defaultValue = "/usr/share/fonts",
            paramLabel = "DIR",
            description = "where text fonts are looked for; the shipped one is used where none is known"
                    + " (default ${DEFAULT-VALUE})")
    private Path fonts = Path.of("/usr/share/fonts");

    @CommandLine.Option(names = "--sheet", paramLabel = "FILE.png", description = "a contact sheet of the first ones")
    private Optional<Path> sheet = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        if (pages < 0 || crops < 0 || pages + crops == 0) {
            throw wrong("--pages or --crops must say how many to draw");
        }
        if (!(photo >= 0 && photo <= 2) || !(scan >= 0 && scan <= 1)) {
            throw wrong("--photo takes 0 to 2, --scan takes 0 to 1");
        }
        Coverage coverage = coverage();
        List<PageKind> wanted = pageKinds();
        refuseFull();
        Typefaces typefaces = Typefaces.installed(fonts);
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("folder", out.toString())
                .put("seed", seed);
        List<BufferedImage> sheets = new ArrayList<>();
        if (pages > 0) {
            writePages(console, typefaces, coverage, wanted, document, sheets);
        }
        if (crops > 0) {
            writeCrops(console, coverage, document, sheets);
        }
        sheet.ifPresent(file -> writeSheet(file, sheets));
        return document;
    }

    private void writePages(
            Console console,
            Typefaces typefaces,
            Coverage coverage,
            List<PageKind> wanted,
            ObjectNode document,
            List<BufferedImage> sheets) {
        var wish = new SyntheticPages.Wish(wanted, seed, photo, scan, split);
        var synthetic = new SyntheticPages(new PageGenerator(typefaces, new FormulaGrammar(coverage)), wish);
        SyntheticPages.Count count = synthetic.write(out, pages, console.progress("pages"));
        console.say("%,d pages with %,d formulas: %s"
                .formatted(count.pages(), count.formulas(), out.resolve(SyntheticPages.LIST)));
        document.put("pages", count.pages()).put("formulas", count.formulas());
        if (sheet.isPresent()) {
            List<InkPage> shown = new ArrayList<>();
            for (int i = 0; i < Math.min(SHEET_PAGES, pages); i++) {
                shown.add(synthetic.draw(i));
            }
            sheets.add(ContactSheet.ofPages(shown, SHEET_COLUMNS, 360));
        }
    }

    private void writeCrops(Console console, Coverage coverage, ObjectNode document, List<BufferedImage> sheets) {
        var synthetic = new SyntheticCrops(new FormulaGrammar(coverage), new CropPainter(List.of()), seed, split);
        int done = synthetic.write(out, crops, console.progress("crops"));
        console.say("%,d crops: %s".formatted(done, out.resolve(SyntheticCrops.LIST)));
        document.put("crops", done);
        if (sheet.isPresent()) {
            List<PixelImage> shown = new ArrayList<>();
            for (int i = 0; i < Math.min(SHEET_CROPS, crops); i++) {
                shown.add(synthetic.draw(i).image().toPixelImage());
            }
            sheets.add(ContactSheet.ofCrops(shown, SHEET_COLUMNS, 360, 90));
        }
    }

    private static void writeSheet(Path file, List<BufferedImage> sheets) {
        int width = sheets.stream().mapToInt(BufferedImage::getWidth).max().orElse(1);
        int height = sheets.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int top = 0;
        for (BufferedImage each : sheets) {
            all.createGraphics().drawImage(each, 0, top, null);
            top += each.getHeight();
        }
        try {
            ImageIO.write(all, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures of another draw must not end up beside a list that does not know them. */
    private void refuseFull() {
        if (!Files.exists(out)) {
            return;
        }
        try (var entries = Files.list(out)) {
            if (entries.findAny().isPresent()) {
                throw new ProblemException(Problem.of("exchange.folder-not-empty", out.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PageKind> pageKinds() {
        List<PageKind> found = new ArrayList<>();
        for (String word : kinds) {
            found.add(PageKind.ofWord(word).orElseThrow(() -> wrong("no kind of page is called '" + word + "'")));
        }
        return found.isEmpty() ? List.of(PageKind.values()) : found;
    }

    private Coverage coverage() {
        if (topics.isEmpty()) {
            return Coverage.all();
        }
        Map<FormulaTopic, Double> weights = new EnumMap<>(FormulaTopic.class);
        for (String word : topics) {
            FormulaTopic topic = List.of(FormulaTopic.values()).stream()
                    .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> wrong("no topic is called '" + word + "'"));
            weights.put(topic, 1.0);
        }
        return new Coverage(weights, Coverage.all().depth());
    }

    private CommandLine.ParameterException wrong(String words) {
        return new CommandLine.ParameterException(command.commandLine(), words);
    }
}
