package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.work.Balance;
import sigmark.labeling.exchange.AnyImporter;
import sigmark.labeling.exchange.ExchangeFormat;
import sigmark.labeling.exchange.ExchangeFormats;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "import",
        description = "Brings page images, PDF files and label files into a project; ends with a balance.",
        mixinStandardHelpOptions = true)
final class Import implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "files and folders")
    private List<Path> paths = List.of();

    @CommandLine.Option(
            names = "--format",
            defaultValue = "auto",
            description = "of label files: auto, coco, jsonl, ppocrlabel, … (default ${DEFAULT-VALUE})")
    private String format = "auto";

    @CommandLine.Option(names = "--link", description = "leave images where they are instead of copying them")
    private boolean link;

    @CommandLine.Option(names = "--dpi", defaultValue = "200", description = "for PDF pages (default ${DEFAULT-VALUE})")
    private int dpi = PageDecoder.DEFAULT_DPI;

    @Override
    public JsonNode run(Console console) {
        Optional<ExchangeFormat> chosen =
                format.equals("auto") ? Optional.empty() : Optional.of(ExchangeFormats.named(format));
        try (ProjectStore store = project.open()) {
            Balance balance = AnyImporter.importAll(
                    store, paths, chosen, new ImportOptions(!link, dpi, true), console.progress("import"));
            console.say(balance);
            return BalanceJson.of(balance, console);
        }
    }
}
