package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import picocli.CommandLine;
import sigmark.app.cli.BalanceJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.inference.work.Balance;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.VocStore;

@CommandLine.Command(
        name = "import",
        description =
                "Brings complaints in, CSV or JSON Lines. Mail addresses, telephone and resident numbers are blacked "
                        + "out, images stored as pixels alone with the boxes under 'blackout' black.",
        mixinStandardHelpOptions = true)
final class VocImport implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "FILE", description = "FILE.csv with a head line, or JSON Lines")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--no-texts", description = "store no free text at all")
    private boolean noTexts;

    @CommandLine.Option(names = "--no-images", description = "store no images")
    private boolean noImages;

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            Balance balance = new VocStore(store)
                    .importFile(file, new VocStore.Keeping(!noTexts, !noImages), console.progress("voc import"));
            console.say(balance);
            return BalanceJson.of(balance, console);
        }
    }
}
