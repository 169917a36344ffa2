package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.acceptance.PackageInspection;
import sigmark.app.cli.BalanceJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Keys;
import sigmark.labeling.packing.PackageOut;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "again",
        description = "Sends a returned package out again, with the inspector's remarks on its regions.",
        mixinStandardHelpOptions = true)
final class PackageAgain implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "PACKAGE", description = "its name, or the beginning of its id")
    private String which = "";

    @CommandLine.Option(names = "--to", required = true, paramLabel = "FILE", description = "the .sigpack to write")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--deadline", paramLabel = "YYYY-MM-DD", description = "otherwise the old one")
    private Optional<LocalDate> deadline = Optional.empty();

    @CommandLine.Option(names = "--note", description = "words to the labeler")
    private String note = "";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            String id = PackageText.named(store, which).work().id();
            PackageOut.Sent sent = Keys.ofMachine()
                    .out(store)
                    .sendAgain(
                            id,
                            new PackageInspection(store).remarks(id),
                            deadline,
                            note,
                            file,
                            console.progress("package"));
            console.say("wrote %s: round %d".formatted(file, sent.work().round()));
            console.say(sent.balance());
            return BalanceJson.of(sent.balance(), console)
                    .put("package", id)
                    .put("round", sent.work().round());
        }
    }
}
