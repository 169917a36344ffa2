package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import sigmark.analysis.voc.CauseSuggestion;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.VocStore;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocSeverity;
import sigmark.labeling.voc.VocState;

@CommandLine.Command(
        name = "code",
        description = "Says what an item is about, how bad it is, how far it is; without options, what its correction "
                + "suggests.",
        mixinStandardHelpOptions = true)
final class VocCode implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "ITEM", description = "id of the item")
    private String item = "";

    @CommandLine.Option(
            names = "--cause",
            paramLabel = "CAUSE",
            description = "capture, detection, symbol, structure, handwriting, rendering, speed, app, not-supported, "
                    + "user-error, praise or other")
    private Optional<String> cause = Optional.empty();

    @CommandLine.Option(names = "--detail", defaultValue = "", paramLabel = "CLASS", description = "an error class")
    private String detail = "";

    @CommandLine.Option(names = "--severity", description = "blocker, major, minor or cosmetic")
    private Optional<String> severity = Optional.empty();

    @CommandLine.Option(names = "--state", description = "needs-information, accepted, not-an-issue, in-app, closed, …")
    private Optional<String> state = Optional.empty();

    @CommandLine.Option(names = "--duplicate-of", paramLabel = "ITEM", description = "the item that it repeats")
    private Optional<String> duplicateOf = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            VocStore items = new VocStore(store);
            cause.ifPresent(word -> items.code(item, value("cause", word, VocCause::ofWord), detail));
            severity.ifPresent(word -> items.severity(item, value("severity", word, VocSeverity::ofWord)));
            state.ifPresent(word -> items.state(item, value("state", word, VocState::ofWord)));
            duplicateOf.ifPresent(other -> items.duplicate(item, other));
            VocItem now = items.find(item)
                    .orElseThrow(() -> new ProblemException(Problem.of("voc.no-item", item, "id", item)));
            console.say("%s: %s %s, %s, %s"
                    .formatted(
                            now.id(),
                            now.cause().map(VocCause::word).orElse("not coded"),
                            now.detail(),
                            now.severity().word(),
                            now.state().word()));
            CauseSuggestion.of(now)
                    .ifPresent(suggestion -> console.say("its correction suggests %s, %s"
                            .formatted(suggestion.cause().word(), suggestion.detail())));
            return VocCommands.json(now);
        }
    }

    private <T> T value(String field, String word, Function<String, Optional<T>> of) {
        return of.apply(word)
                .orElseThrow(
                        () -> new ProblemException(Problem.of("voc.bad-value", item, "field", field, "value", word)));
    }
}
