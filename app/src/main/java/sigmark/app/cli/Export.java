package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.inference.work.Balance;
import sigmark.labeling.exchange.ExchangeFormats;
import sigmark.labeling.exchange.ExportOptions;
import sigmark.labeling.exchange.LabelExporter;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "export",
        description = "Writes labels in an exchange format; the balance says what the format cannot hold.",
        mixinStandardHelpOptions = true)
final class Export implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--out", required = true, paramLabel = "DIR", description = "a new or empty folder")
    private Path out = Path.of("");

    @CommandLine.Option(names = "--format", required = true, description = "coco, jsonl, yolo, …")
    private String format = "";

    @CommandLine.Option(
            names = "--model",
            defaultValue = "detector",
            description =
                    "whose input and output: detector (pages and boxes), classifier (crops and writing) or recognizer"
                            + " (crops and LaTeX)")
    private String model = "detector";

    @CommandLine.Option(names = "--query", description = "which pages, in the query language; otherwise all")
    private Optional<String> query = Optional.empty();

    @CommandLine.Option(names = "--no-images", description = "labels only")
    private boolean noImages;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        ExportOptions options = new ExportOptions(ProjectArgument.query(query), model(), !noImages);
        try (ProjectStore store = project.open()) {
            Balance balance = LabelExporter.export(
                    store, ExchangeFormats.named(format), out, options, console.progress("export"));
            console.say("wrote " + out);
            console.say(balance);
            return BalanceJson.of(balance, console).put("folder", out.toString());
        }
    }

    private ExportOptions.Model model() {
        for (ExportOptions.Model each : ExportOptions.Model.values()) {
            if (each.name().equalsIgnoreCase(model)) {
                return each;
            }
        }
        throw new CommandLine.ParameterException(
                command.commandLine(),
                "--model takes detector, classifier or recognizer, not '%s'".formatted(model.toLowerCase(Locale.ROOT)));
    }
}
