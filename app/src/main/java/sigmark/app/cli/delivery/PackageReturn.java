package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import picocli.CommandLine;
import sigmark.app.cli.BalanceJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.work.Keys;
import sigmark.labeling.edit.Author;
import sigmark.labeling.packing.HandIn;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "return",
        description = "Hands in the submitted pages of a working copy, as one signed file; more may follow later.",
        mixinStandardHelpOptions = true)
final class PackageReturn implements Command {
    @CommandLine.Parameters(paramLabel = "FOLDER", description = "the working copy")
    private Path folder = Path.of("");

    @CommandLine.Option(names = "--to", required = true, paramLabel = "FILE", description = "the .sigpack to write")
    private Path file = Path.of("");

    @Override
    public JsonNode run(Console console) {
        String labeler;
        try (ProjectStore store = ProjectStore.open(folder, new Author("–"))) {
            labeler = HandIn.copyOf(store).work().labeler();
        }
        try (ProjectStore store = ProjectStore.open(folder, new Author(labeler))) {
            HandIn.Made made = Keys.ofMachine().handIn(store).write(file, console.progress("hand in"));
            console.say("wrote %s: return %d of “%s”"
                    .formatted(file, made.number(), made.copy().work().name()));
            console.say("signed with your key " + made.fingerprint() + "; tell the curator this the first time");
            console.say(made.balance());
            return BalanceJson.of(made.balance(), console)
                    .put("package", made.copy().work().id())
                    .put("handIn", made.number())
                    .put("fingerprint", made.fingerprint());
        }
    }
}
