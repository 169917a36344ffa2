package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.work.Keys;
import sigmark.labeling.packing.WorkOpener;

@CommandLine.Command(
        name = "open",
        description = "Makes the labeler's working copy of a package, or finds the one made before.",
        mixinStandardHelpOptions = true)
final class PackageOpen implements Command {
    @CommandLine.Parameters(paramLabel = "FILE", description = "the .sigpack that came")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--to", paramLabel = "FOLDER", description = "otherwise beside the file")
    private Optional<Path> folder = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        WorkOpener.Opened opened = Keys.ofMachine().open(file, folder, console.progress("open"));
        console.say("%s %s".formatted(opened.resumed() ? "found" : "made", opened.folder()));
        return PackageText.json(opened.work())
                .put("folder", opened.folder().toString())
                .put("resumed", opened.resumed());
    }
}
