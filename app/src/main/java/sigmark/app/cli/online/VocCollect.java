package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine;
import sigmark.app.cli.BalanceJson;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.inference.work.Balance;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.VocStore;

@CommandLine.Command(
        name = "collect",
        description = "Makes items of the complaints in the online events that are none yet.",
        mixinStandardHelpOptions = true)
final class VocCollect implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            Balance balance = new VocStore(store).collect();
            console.say(balance);
            return BalanceJson.of(balance, console);
        }
    }
}
