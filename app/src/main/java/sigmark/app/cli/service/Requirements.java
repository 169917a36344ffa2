package sigmark.app.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Quantity;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.SheetReader;
import sigmark.labeling.requirement.SheetRemark;
import sigmark.labeling.requirement.SheetWriter;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.store.ProjectStore;

/** The requirement sheet, shown and set: {@code sigmark requirements}. */
@CommandLine.Command(
        name = "requirements",
        description = "Shows the requirement sheet and what is vague or contradictory in it; sets a new version.",
        mixinStandardHelpOptions = true)
public final class Requirements implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--set", paramLabel = "SHEET.yaml", description = "keeps this sheet as a new version")
    private Optional<Path> set = Optional.empty();

    @CommandLine.Option(names = "--yaml", description = "prints the sheet as YAML, to edit and set again")
    private boolean yaml;

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            ServiceWork work = new ServiceWork(store);
            StoredSheet sheet = set.isPresent() ? keep(work, set.get(), console) : work.sheet();
            List<SheetRemark> remarks = work.remarks(sheet.sheet());
            if (yaml) {
                console.say(SheetWriter.write(sheet.sheet()));
            } else {
                say(console, sheet, remarks);
            }
            return document(console, sheet, remarks);
        }
    }

    private static StoredSheet keep(ServiceWork work, Path file, Console console) {
        SheetReader.Read read = SheetReader.read(text(file), file.getFileName().toString());
        read.problems().forEach(problem -> console.note(console.words(problem)));
        if (!read.problems().isEmpty()) {
            throw new ProblemException(Problem.of(
                    "requirement.not-kept",
                    file.toString(),
                    "count",
                    String.valueOf(read.problems().size())));
        }
        return work.store().keep(read.sheet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of(
                            "requirement.no-file", file.toString(), "reason", String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }

    private static void say(Console console, StoredSheet sheet, List<SheetRemark> remarks) {
        console.say("sheet %d, %s, by %s at %s"
                .formatted(sheet.version(), sheet.sheet().name(), sheet.person(), sheet.at()));
        for (Requirement line : sheet.sheet().lines()) {
            console.say("%-5s %-18s %-20s %-10s %-28s %s"
                    .formatted(
                            line.id(),
                            line.kind().word(),
                            line.measure().map(Measure::word).orElse("–"),
                            line.module().word(),
                            line.slice().isEmpty() ? "all" : line.slice(),
                            bound(line)));
            remarks.stream()
                    .filter(remark -> remark.line().equals(line.id()))
                    .forEach(remark -> console.say(
                            "      " + (remark.contradiction() ? "! " : "? ") + console.words(remark.problem())));
        }
        console.say(remarks.isEmpty() ? "nothing vague, nothing contradictory" : remarks.size() + " remarks");
    }

    /** The bound as people write it; hardware and places by what they ask. */
    static String bound(Requirement line) {
        String percentile = line.perMille().isPresent() ? line.percentile() + " " : "";
        if (line.bound().isPresent()) {
            Measure.Unit unit = line.measure().map(Measure::unit).orElse(Measure.Unit.MILLIS);
            return percentile
                    + (line.atLeast() ? "≥ " : "≤ ")
                    + Quantity.write(line.bound().getAsDouble(), unit);
        }
        return line.hardware()
                .map(machine -> "%d × %d cores, %s GiB%s"
                        .formatted(
                                machine.machines(),
                                machine.cores(),
                                Quantity.write(machine.memoryGib(), Measure.Unit.COUNT),
                                machine.gpu() ? ", GPU" : ""))
                .or(() -> line.place().map(place -> place.word()))
                .orElse("–");
    }

    private static ObjectNode document(Console console, StoredSheet sheet, List<SheetRemark> remarks) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("version", sheet.version())
                .put("name", sheet.sheet().name())
                .put("person", sheet.person())
                .put("at", sheet.at().toString())
                .put("yaml", SheetWriter.write(sheet.sheet()));
        ArrayNode lines = document.putArray("lines");
        for (Requirement line : sheet.sheet().lines()) {
            ObjectNode node = lines.addObject()
                    .put("id", line.id())
                    .put("kind", line.kind().word())
                    .put("measure", line.measure().map(Measure::word).orElse(null))
                    .put("module", line.module().word())
                    .put("slice", line.slice());
            line.bound().ifPresent(value -> node.put("bound", value));
            if (line.perMille().isPresent()) {
                node.put("percentile", line.percentile());
            }
        }
        ArrayNode named = document.putArray("remarks");
        remarks.forEach(remark -> named.addObject()
                .put("line", remark.line())
                .put("contradiction", remark.contradiction())
                .put("code", remark.problem().code())
                .put("text", console.words(remark.problem())));
        return document;
    }
}
