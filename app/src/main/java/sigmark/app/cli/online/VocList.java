package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import picocli.CommandLine;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.online.VersionFigures;
import sigmark.analysis.voc.VocPareto;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;
import sigmark.labeling.store.online.VocStore;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;

@CommandLine.Command(
        name = "list",
        description = "Complaints, the newest first, and the causes by frequency and severity.",
        mixinStandardHelpOptions = true)
final class VocList implements Command {
    private static final double PERCENT = 100;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--state", paramLabel = "STATE", description = "new, accepted, …")
    private Optional<String> state = Optional.empty();

    @CommandLine.Option(names = "--version", paramLabel = "NAME", description = "of this model version only")
    private Optional<String> version = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = ProjectStore.openReadOnly(project.path(), project.author())) {
            List<VocItem> items = new VocStore(store)
                    .list().stream()
                            .filter(item -> state.map(
                                            word -> item.state().word().equals(word))
                                    .orElse(true))
                            .filter(item -> version.map(
                                            name -> item.origin().modelVersion().equals(name))
                                    .orElse(true))
                            .toList();
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            ArrayNode list = document.putArray("items");
            for (VocItem item : items) {
                list.add(VocCommands.json(item));
                console.say("%s  %s  %-9s %-17s %-14s %s"
                        .formatted(
                                item.id(),
                                item.receivedAt().toString().substring(0, 10),
                                item.severity().word(),
                                item.state().word(),
                                item.cause().map(VocCause::word).orElse("–"),
                                item.text()));
            }
            Map<String, Long> requests = OnlineReport.of(new OnlineStore(store)).versions().stream()
                    .filter(figures -> version.map(figures.version()::equals).orElse(true))
                    .collect(Collectors.toMap(
                            VersionFigures::version, figures -> figures.counts().requests()));
            pareto(console, document, VocPareto.of(items, requests));
            return document;
        }
    }

    private static void pareto(Console console, ObjectNode document, VocPareto pareto) {
        ArrayNode rows = document.putArray("pareto");
        console.say("cause            items  users  weight  share  up to here");
        pareto.ranking().rows().forEach(row -> {
            console.say(String.format(
                    Locale.ROOT,
                    "%-16s %5d  %5d  %6.0f  %4.0f %%  %4.0f %%",
                    row.code(),
                    row.count(),
                    row.users(),
                    row.score(),
                    PERCENT * row.share(),
                    PERCENT * row.cumulative()));
            ObjectNode node = rows.addObject()
                    .put("cause", row.code())
                    .put("count", row.count())
                    .put("users", row.users())
                    .put("score", row.score())
                    .put("share", row.share())
                    .put("cumulative", row.cumulative());
            OptionalDouble rate = pareto.perThousand().getOrDefault(row.code(), OptionalDouble.empty());
            if (rate.isPresent()) {
                node.put("perThousandRequests", rate.getAsDouble());
            } else {
                node.putNull("perThousandRequests");
            }
        });
        document.put("causesForMost", pareto.ranking().codesForMost());
    }
}
