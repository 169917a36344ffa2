package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import sigmark.app.cli.BalanceJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.online.TrialJournal;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;

@CommandLine.Command(
        name = "import",
        description = "Brings an online log (JSON Lines) into a project; ends with a balance.",
        mixinStandardHelpOptions = true)
final class OnlineImport implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "LOG.jsonl",
            description = "one request a line; or the folder of a trial")
    private Path log = Path.of("");

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            return imported(console, store, log);
        }
    }

    /** A log, or the folder of a trial, whose journal is made a log first. */
    static JsonNode imported(Console console, ProjectStore store, Path from) {
        Path log = Files.isDirectory(from) ? folded(from) : from;
        Balance balance = new OnlineStore(store).importLog(log, console.progress("online import"));
        console.say(balance);
        return BalanceJson.of(balance, console);
    }

    private static Path folded(Path trial) {
        try {
            return TrialJournal.fold(trial);
        } catch (IOException none) {
            throw new ProblemException(
                    Problem.of("serve.no-journal", trial.toString(), "reason", String.valueOf(none.getMessage())),
                    none);
        }
    }
}
