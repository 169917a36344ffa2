package sigmark.labeling.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.exchange.file.FoundFiles;

/** All exchange formats. A new one is a class of its own and a line here. */
public final class ExchangeFormats {
    private static final List<ExchangeFormat> ALL = List.of(
            new JsonLinesFormat(),
            new LabelStudioFormat(),
            new LabelmeFormat(),
            new CocoFormat(),
            new YoloFormat(),
            new PpocrlabelFormat(),
            new VocFormat(),
            new CvatFormat());

    private ExchangeFormats() {}

    /** All formats, in the order in which they are tried on a file. */
    public static List<ExchangeFormat> list() {
        return ALL;
    }

    /**
     * The format of that name.
     *
     * @throws ProblemException {@code exchange.no-such-format}
     */
    public static ExchangeFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "exchange.no-such-format",
                        name,
                        "formats",
                        String.join(", ", ALL.stream().map(ExchangeFormat::name).toList()))));
    }

    /** The format of a label file by its content; empty when it is none, a page image say. */
    public static Optional<ExchangeFormat> of(Path file) {
        return ALL.stream()
                .filter(format -> format.reads() && Files.isRegularFile(file) && format.recognizes(file))
                .findFirst();
    }

    /**
     * The label files in a folder of one format, or of any where none is given. Only the topmost folder that has some
     * counts: what lies below belongs to them.
     */
    public static List<Path> labelFiles(Path folder, Optional<ExchangeFormat> format) {
        List<Path> here = FoundFiles.in(List.of(folder), false).files().stream()
                .filter(file -> format.map(f -> f.recognizes(file)).orElseGet(() -> of(file).isPresent()))
                .toList();
        if (!here.isEmpty()) {
            return here;
        }
        return FoundFiles.in(List.of(folder), true).files().stream()
                .filter(file -> format.map(f -> f.recognizes(file)).orElseGet(() -> of(file).isPresent()))
                .toList();
    }
}
