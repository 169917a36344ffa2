package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SplitRatios;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.SplitOutcome;

@CommandLine.Command(
        name = "split",
        description = "Deals pages out to train, validation and test; near duplicates stay together.",
        mixinStandardHelpOptions = true)
final class SplitPages implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--train", defaultValue = "0.7", description = "share (default ${DEFAULT-VALUE})")
    private double train = 0.7;

    @CommandLine.Option(names = "--validation", defaultValue = "0.1", description = "share (default ${DEFAULT-VALUE})")
    private double validation = 0.1;

    @CommandLine.Option(names = "--test", defaultValue = "0.2", description = "share (default ${DEFAULT-VALUE})")
    private double test = 0.2;

    @CommandLine.Option(
            names = "--seed",
            defaultValue = "1",
            description = "the same seed deals the same way (default ${DEFAULT-VALUE})")
    private long seed = 1;

    @CommandLine.Option(
            names = "--query",
            description = "which pages; otherwise those without a split (give \"\" for all)")
    private Optional<String> query = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        SplitRatios ratios = ratios();
        try (ProjectStore store = project.open()) {
            SplitOutcome outcome =
                    store.assignSplits(ratios, seed, ProjectArgument.query(Optional.of(query.orElse("split:none"))));
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            for (Split split : new Split[] {Split.TRAIN, Split.VALIDATION, Split.TEST}) {
                int pages = outcome.pages().getOrDefault(split, 0);
                console.say("%-10s %,d pages".formatted(split.word(), pages));
                document.put(split.word(), pages);
            }
            console.say("%,d groups of near duplicates kept together, the largest of %,d pages"
                    .formatted(outcome.groups(), outcome.largestGroup()));
            return document.put("groups", outcome.groups()).put("largestGroup", outcome.largestGroup());
        }
    }

    private SplitRatios ratios() {
        try {
            return new SplitRatios(train, validation, test);
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.ParameterException(command.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
