package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.report.Report;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "report",
        description = "Writes a run's evaluation as one HTML page, with CSV and JSON beside it.",
        mixinStandardHelpOptions = true)
final class WriteReport implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--run", paramLabel = "ID", description = "otherwise the newest finished run")
    private Optional<Long> run = Optional.empty();

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE.html",
            description = "otherwise reports/run-ID.html in the project")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Option(names = "--language", defaultValue = "en", description = "ko or en (default ${DEFAULT-VALUE})")
    private String language = "en";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            long id = run.orElseGet(() -> Evaluate.newest(store));
            Evaluation evaluation = new Evaluator(store, id).evaluate(console.progress("evaluate"));
            Path page =
                    out.orElseGet(() -> store.info().folder().resolve("reports").resolve("run-" + id + ".html"));
            List<Path> files =
                    Report.write(store, evaluation, page, Locale.forLanguageTag(language), console.progress("report"));
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("run", id);
            files.forEach(file -> {
                console.say("wrote " + file);
                document.withArray("files").add(file.toString());
            });
            return document;
        }
    }
}
