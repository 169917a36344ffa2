package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "backup",
        description = "Writes a whole copy of the project's database while it may be in use.",
        mixinStandardHelpOptions = true)
final class Backup implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "the copy; must not exist yet")
    private Path target = Path.of("");

    @Override
    public JsonNode run(Console console) {
        if (Files.exists(target)) {
            throw new ProblemException(Problem.of("cli.exists", target.toString()));
        }
        try (ProjectStore store = project.open()) {
            store.backup(target);
            long bytes = Files.size(target);
            console.say("%s, %,d bytes; images are not in it".formatted(target, bytes));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("file", target.toString())
                    .put("bytes", bytes);
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("cli.not-written", target.toString(), "reason", String.valueOf(failed.getMessage())),
                    failed);
        }
    }
}
