package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.InspectedItem.Verdict;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.inspection.Reason;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.InspectionStore;

@CommandLine.Command(
        name = "judge",
        description = "Says of items of the sample that they are right, or wrong for a reason.",
        mixinStandardHelpOptions = true)
final class InspectJudge implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "PACKAGE", description = "its name, or the beginning of its id")
    private String which = "";

    @CommandLine.Option(
            names = "--item",
            split = ",",
            paramLabel = "N",
            description = "numbers; otherwise all open ones")
    private List<Integer> places = List.of();

    @CommandLine.Option(names = "--wrong", paramLabel = "REASON", description = "meaning, spelling, box, missed, …")
    private Optional<String> wrong = Optional.empty();

    @CommandLine.Option(names = "--remark", description = "words to the labeler")
    private String remark = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        Verdict verdict = wrong.map(word -> Verdict.wrong(reason(word), remark)).orElse(Verdict.RIGHT);
        try (ProjectStore store = project.open()) {
            InspectionStore inspections = new InspectionStore(store);
            Inspection inspection = InspectText.newest(
                    store, PackageText.named(store, which).work().id());
            List<Integer> judged = places.isEmpty()
                    ? inspection.items().stream()
                            .filter(InspectedItem::isOpen)
                            .map(InspectedItem::place)
                            .toList()
                    : places;
            for (int place : judged) {
                inspection = inspections.judge(inspection.id(), place, verdict);
            }
            console.say("%,d judged, %,d open, %d wrong"
                    .formatted(judged.size(), inspection.open(), inspection.critical()));
            return InspectText.json(inspection);
        }
    }

    private Reason reason(String word) {
        return Reason.ofWord(word)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command.commandLine(),
                        "--wrong takes "
                                + Arrays.stream(Reason.values())
                                        .map(Reason::word)
                                        .collect(Collectors.joining(", "))));
    }
}
