package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;

@CommandLine.Command(
        name = "evaluate",
        description = "Compares a run with the labels: detection, recognition on true boxes and end to end, times.",
        mixinStandardHelpOptions = true)
final class Evaluate implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--run", paramLabel = "ID", description = "otherwise the newest finished run")
    private OptionalLong run = OptionalLong.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            long id = run.orElseGet(() -> newest(store));
            Evaluation evaluation = new Evaluator(store, id).evaluate(console.progress("evaluate"));
            say(console, evaluation);
            return EvaluationJson.document(evaluation);
        }
    }

    /** The newest run that came to its end. */
    static long newest(ProjectStore store) {
        return store.runs().list().stream()
                .filter(StoredRun::finished)
                .mapToLong(StoredRun::id)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("evaluation.no-run", store.info().name(), "run", "–")));
    }

    static void say(Console console, Evaluation evaluation) {
        EvaluationFigures figures = evaluation.figures();
        console.say("run %d against the labels of revision %,d"
                .formatted(evaluation.run().id(), evaluation.dataRevision()));
        console.say("DETECTION at IoU 0.5");
        console.say("  precision                 "
                + Figures.rate(figures.detection().precision()));
        console.say("  recall                    "
                + Figures.rate(figures.detection().recall()));
        console.say("  F1                        "
                + (figures.detection().f1().isPresent()
                        ? Figures.score(figures.detection().f1().getAsDouble())
                        : "not measured (no boxes)"));
        console.say("RECOGNITION on true boxes");
        figures.onTrueBoxes()
                .ifPresentOrElse(
                        alone -> ScoreLatex.say(console, alone),
                        () -> console.say("  not measured: the run did not read the true boxes"));
        console.say("END TO END on found boxes");
        ScoreLatex.say(console, figures.endToEnd());
        console.say("found and right: precision " + Figures.rate(figures.hitPrecision()) + ", recall "
                + Figures.rate(figures.hitRecall()));
        console.say("TIME");
        RunText.sayTimes(console, evaluation.times());
        sayList(console, "failed pages", evaluation.failed());
        sayList(console, "left out", evaluation.leftOut());
        Map<String, EvaluationFigures> slices = EvaluationJson.slices(evaluation);
        if (slices.size() > 1) {
            console.say("SLICES, exact match end to end");
            slices.forEach((name, slice) -> console.say("  %-24s  %s"
                    .formatted(name, Figures.rate(slice.endToEnd().canonical().exact()))));
        }
    }

    private static void sayList(Console console, String what, List<LeftOut> items) {
        if (!items.isEmpty()) {
            console.say("%s: %,d".formatted(what, items.size()));
            items.stream()
                    .limit(10)
                    .forEach(item -> console.say("  " + item.item() + ": " + console.words(item.reason())));
        }
    }
}
