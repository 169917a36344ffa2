package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import sigmark.analysis.cases.StatisticsCases;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

@CommandLine.Command(
        name = "stats",
        description = "Recomputes statistics: one JSON case a line with id, method and input.",
        mixinStandardHelpOptions = true)
final class Statistics implements Command {
    @CommandLine.Parameters(paramLabel = "CASES.jsonl", description = "file of cases")
    private Path file = Path.of("");

    @Override
    public JsonNode run(Console console) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        var results = document.putArray("results");
        var cases = new StatisticsCases();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.lines().filter(line -> !line.isBlank()).forEach(line -> {
                ObjectNode result = cases.answer(line);
                console.say("%s  %s  %s"
                        .formatted(
                                result.path("id").asText(),
                                result.path("method").asText(),
                                result.path("output").isNull()
                                        ? result.path("reason").asText()
                                        : result.path("output").toString()));
                results.add(result);
            });
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    Problem.of("score.unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
        return document;
    }
}
