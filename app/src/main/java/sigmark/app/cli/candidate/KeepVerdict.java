package sigmark.app.cli.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.verdict.VerdictStore;
import sigmark.labeling.verdict.Decision;
import sigmark.labeling.verdict.Verdict;
import sigmark.labeling.verdict.VerdictDraft;

/** Verdicts of people on candidates: {@code sigmark verdict}. */
@CommandLine.Command(
        name = "verdict",
        description = "Lists the verdicts on candidates, or adds one; what is added stays as it is.",
        mixinStandardHelpOptions = true)
public final class KeepVerdict implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--run", paramLabel = "ID", description = "adds a verdict on this run")
    private Optional<Long> run = Optional.empty();

    @CommandLine.Option(names = "--decision", paramLabel = "WORD", description = "chosen, refused or open")
    private Optional<String> decision = Optional.empty();

    @CommandLine.Option(names = "--notes", paramLabel = "TEXT", description = "what was seen, in words")
    private String notes = "";

    @CommandLine.Option(names = "--against", split = ",", paramLabel = "ID", description = "runs compared with")
    private List<Long> against = new ArrayList<>();

    @CommandLine.Option(
            names = "--samples",
            split = ",",
            paramLabel = "ID",
            description = "samples looked at, as evaluate --json names them")
    private List<String> samples = new ArrayList<>();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Optional<VerdictDraft> draft = run.map(this::draft);
        try (ProjectStore store = project.open()) {
            VerdictStore verdicts = new VerdictStore(store);
            draft.map(verdicts::add).ifPresent(kept -> document.set("added", json(kept)));
            for (Verdict verdict : verdicts.list()) {
                console.say(line(verdict));
                document.withArray("verdicts").add(json(verdict));
            }
            var broken = document.putArray("broken");
            for (long id : verdicts.broken()) {
                console.say("verdict %d was changed outside of Sigmark: its seal is broken".formatted(id));
                broken.add(id);
            }
        }
        return document;
    }

    private VerdictDraft draft(long runId) {
        try {
            return new VerdictDraft(runId, against, samples, notes, Decision.of(decision.orElse("")));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    command.commandLine(),
                    "a verdict needs --decision chosen|refused|open, and --notes unless open: " + e.getMessage(),
                    e);
        }
    }

    static String line(Verdict verdict) {
        return "verdict %d: run %d (%s) %s by %s on %s, %,d samples looked at: %s"
                .formatted(
                        verdict.id(),
                        verdict.draft().runId(),
                        verdict.pipeline(),
                        verdict.draft().decision().word(),
                        verdict.person(),
                        verdict.at(),
                        verdict.draft().samples().size(),
                        verdict.draft().notes());
    }

    static ObjectNode json(Verdict verdict) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", verdict.id())
                .put("run", verdict.draft().runId())
                .put("pipeline", verdict.pipeline())
                .put("decision", verdict.draft().decision().word())
                .put("notes", verdict.draft().notes())
                .put("person", verdict.person())
                .put("at", verdict.at().toString())
                .put("dataRevision", verdict.dataRevision())
                .put("seal", verdict.seal());
        verdict.draft().against().forEach(node.withArray("against")::add);
        verdict.draft().samples().forEach(node.withArray("samples")::add);
        return node;
    }
}
