package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.report.Report;
import sigmark.analysis.report.ReportFormat;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "report",
        description = "Writes a run's evaluation as one HTML page and as PDF, with CSV and JSON beside them.",
        mixinStandardHelpOptions = true)
final class WriteReport implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--run", paramLabel = "ID", description = "otherwise the newest finished run")
    private Optional<Long> run = Optional.empty();

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE.html",
            description = "otherwise reports/run-ID.html in the project; the others go beside it")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "html, pdf, csv, json; several with commas, otherwise all")
    private List<ReportFormat> formats = List.of();

    @CommandLine.Option(names = "--language", defaultValue = "en", description = "ko or en (default ${DEFAULT-VALUE})")
    private String language = "en";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            long id = run.orElseGet(() -> Evaluate.newest(store));
            Evaluation evaluation = new Evaluator(store, id).evaluate(console.progress("evaluate"));
            Path page =
                    out.orElseGet(() -> store.info().folder().resolve("reports").resolve("run-" + id + ".html"));
            Set<ReportFormat> wanted = formats.isEmpty() ? EnumSet.allOf(ReportFormat.class) : EnumSet.copyOf(formats);
            List<Path> files = Report.write(
                    store, evaluation, page, wanted, Locale.forLanguageTag(language), console.progress("report"));
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("run", id);
            files.forEach(file -> {
                console.say("wrote " + file);
                document.withArray("files").add(file.toString());
            });
            return document;
        }
    }
}
