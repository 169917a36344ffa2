package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.BalanceJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Keys;
import sigmark.labeling.packing.PackageOrder;
import sigmark.labeling.packing.PackageOut;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "out",
        description = "Writes a work package for one labeler: pages, guide, answered questions, in one signed file.",
        mixinStandardHelpOptions = true)
final class PackageSend implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--to", required = true, paramLabel = "FILE", description = "the .sigpack to write")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--labeler", paramLabel = "NAME", description = "who labels; their labels bear it")
    private String labeler = "labeler";

    @CommandLine.Option(names = "--vendor", paramLabel = "NAME", description = "whom the labeler works for")
    private String vendor = "";

    @CommandLine.Option(names = "--name", description = "the package's name; otherwise the file's")
    private Optional<String> name = Optional.empty();

    @CommandLine.Option(names = "--query", description = "pages to label; otherwise those that nobody touched")
    private Optional<String> query = Optional.empty();

    @CommandLine.Option(names = "--most", paramLabel = "N", description = "at most so many of them")
    private int most;

    @CommandLine.Option(names = "--gold", paramLabel = "N", description = "pages with known truth to hide among them")
    private int gold;

    @CommandLine.Option(names = "--overlap", paramLabel = "N", description = "pages that others label too, blind")
    private int overlap;

    @CommandLine.Option(names = "--labels", defaultValue = "own", description = "labels that go along: own or all")
    private String labels = "own";

    @CommandLine.Option(names = "--proposals", description = "models' proposals go along")
    private boolean proposals;

    @CommandLine.Option(names = "--deadline", paramLabel = "YYYY-MM-DD", description = "shown to the labeler")
    private Optional<LocalDate> deadline = Optional.empty();

    @CommandLine.Option(names = "--note", description = "words to the labeler")
    private String note = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        PackageOrder order = order();
        try (ProjectStore store = project.open()) {
            PackageOut.Sent sent = Keys.ofMachine().out(store).send(order, file, console.progress("package"));
            console.say("wrote %s: package “%s” for %s, guide %d, id %s"
                    .formatted(
                            file,
                            sent.work().name(),
                            sent.work().labeler(),
                            sent.work().guideVersion(),
                            sent.work().id()));
            console.say(sent.balance());
            return BalanceJson.of(sent.balance(), console)
                    .put("package", sent.work().id())
                    .put("file", file.toString());
        }
    }

    private PackageOrder order() {
        boolean own = labels.equalsIgnoreCase("own");
        if (!own && !labels.equalsIgnoreCase("all") || labeler.isBlank() || most < 0 || gold < 0 || overlap < 0) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--labels takes own or all; counts are 0 or more; --labeler needs a name");
        }
        return new PackageOrder(
                name.orElseGet(() -> PackageText.stem(file)),
                labeler,
                vendor,
                query.map(SliceQuery::parse).orElse(PackageOrder.UNTOUCHED),
                most,
                gold,
                overlap,
                own ? PackageOrder.LabelsSent.OWN : PackageOrder.LabelsSent.ALL,
                proposals,
                deadline,
                note);
    }
}
