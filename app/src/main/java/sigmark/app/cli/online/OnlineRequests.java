package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.RequestRow;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;

@CommandLine.Command(
        name = "requests",
        description = "The requests behind a number, the newest first; with --json their lines as they came.",
        mixinStandardHelpOptions = true)
final class OnlineRequests implements Command {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--version", paramLabel = "NAME", description = "of this version only")
    private Optional<String> version = Optional.empty();

    @CommandLine.Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "of this day (UTC) only")
    private Optional<LocalDate> day = Optional.empty();

    @CommandLine.Option(names = "--slice", paramLabel = "TAG=VALUE", description = "with this tag; may be repeated")
    private Map<String, String> slice = Map.of();

    @CommandLine.Option(
            names = "--with",
            paramLabel = "WHAT",
            description =
                    "edited, confirmed, silent, not-seen, deleted, cosmetic, extended, added, complaint, retry or "
                            + "capture-unknown")
    private Optional<String> with = Optional.empty();

    @CommandLine.Option(names = "--most", defaultValue = "50", description = "how many (default ${DEFAULT-VALUE})")
    private int most = 50;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        RequestFilter filter =
                new RequestFilter(version, day, day, slice, with.map(this::what), java.util.OptionalDouble.empty());
        try (ProjectStore store = ProjectStore.openReadOnly(project.path(), project.author())) {
            OnlineStore online = new OnlineStore(store);
            long count = online.count(filter);
            List<RequestRow> rows = online.requests(filter, 0, most);
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("count", count);
            ArrayNode list = document.putArray("requests");
            console.say("%,d requests, %,d of them here".formatted(count, rows.size()));
            for (RequestRow row : rows) {
                console.say("%s  %s  %s  shown %d, edited %d, silent %d, added %d%s"
                        .formatted(
                                row.time(),
                                row.version(),
                                row.requestId(),
                                row.counts().shown(),
                                row.counts().edited(),
                                row.counts().silent(),
                                row.counts().added(),
                                row.totalMillis().isPresent()
                                        ? String.format(
                                                Locale.ROOT,
                                                ", %.0f ms",
                                                row.totalMillis().getAsDouble())
                                        : ""));
                online.line(row.requestId()).ifPresent(line -> list.add(parsed(line)));
            }
            return document;
        }
    }

    private RequestFilter.With what(String word) {
        try {
            return RequestFilter.With.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--with does not take '%s'".formatted(word), unknown);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
