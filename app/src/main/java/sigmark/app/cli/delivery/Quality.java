package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.labeler.InvoiceCsv;
import sigmark.analysis.labeler.LabelerReport;
import sigmark.analysis.labeler.LabelerReports;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.Figures;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Keys;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "quality",
        description = "How well and how fast each labeler labels, with intervals; CSV for the invoice.",
        mixinStandardHelpOptions = true)
final class Quality implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--csv", paramLabel = "FILE", description = "accepted and returned regions by package")
    private Optional<Path> csv = Optional.empty();

    @CommandLine.Option(names = "--price", paramLabel = "AMOUNT", description = "of one accepted region, for the CSV")
    private double price;

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            List<LabelerReport> reports = new LabelerReports(store, Keys.rules(store)).all(console.progress("quality"));
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            var list = document.putArray("labelers");
            for (LabelerReport report : reports) {
                say(console, report);
                list.add(json(report));
            }
            csv.ifPresent(file -> write(reports, file));
            return document;
        }
    }

    private void write(List<LabelerReport> reports, Path file) {
        try (var out = Files.newBufferedWriter(file)) {
            InvoiceCsv.write(reports, price, out);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("package.cannot-write", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    private static void say(Console console, LabelerReport report) {
        console.say(report.labeler()
                + (report.vendor().isEmpty() ? "" : ", " + report.vendor())
                + (report.tooFewToRank() ? "  (too few gold formulas to compare with others)" : ""));
        console.say("  gold formulas right    " + Figures.rate(report.gold().right()));
        console.say(
                "  agreement of boxes     " + Figures.rate(report.agreement().boxes50()) + " at IoU 0.5, "
                        + Figures.rate(report.agreement().boxes75()) + " at 0.75");
        console.say(
                "  same LaTeX as others   " + Figures.rate(report.agreement().latex()));
        console.say("  right at first pass    " + Figures.rate(report.firstPass()));
        console.say("  corrected since        %,d of %,d".formatted(report.corrections(), report.regions()));
        console.say("  formulas an active hour  "
                + (report.perActiveHour().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.0f", report.perActiveHour().getAsDouble())
                        : "not measured"));
        if (!report.violations().isEmpty()) {
            console.say("  rules violated         " + report.violations());
        }
    }

    private static ObjectNode json(LabelerReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("labeler", report.labeler()).put("vendor", report.vendor());
        node.put("goldRight", report.gold().right().k())
                .put("goldFormulas", report.gold().right().n());
        node.put("firstPassRight", report.firstPass().k())
                .put("firstPassLooked", report.firstPass().n());
        node.put("regions", report.regions()).put("corrections", report.corrections());
        report.perActiveHour().ifPresent(rate -> node.put("perActiveHour", rate));
        report.agreement().alpha().ifPresent(alpha -> node.put("alphaLatex", alpha));
        node.put("tooFewToRank", report.tooFewToRank());
        ObjectNode rules = node.putObject("violations");
        report.violations().forEach(rules::put);
        return node;
    }
}
