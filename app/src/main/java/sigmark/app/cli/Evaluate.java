package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.evaluation.HitFigures;
import sigmark.analysis.evaluation.LossAttribution;
import sigmark.analysis.quality.QualitySurvey;
import sigmark.analysis.weakness.SliceJson;
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
    private Optional<Long> run = Optional.empty();

    @CommandLine.Option(
            names = "--slices",
            description =
                    "also measures the pictures (blur, contrast, size of type, skew) and shows every slice and those"
                            + " that do significantly worse")
    private boolean slices;

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            long id = run.orElseGet(() -> newest(store));
            Evaluation evaluation = new Evaluator(store, id).evaluate(console.progress("evaluate"));
            say(console, evaluation);
            ObjectNode document = EvaluationJson.document(evaluation);
            if (slices) {
                QualitySurvey survey = QualitySurvey.of(store, evaluation.samples(), console.progress("measure"));
                document.setAll(SliceJson.document(evaluation, survey));
                SliceText.say(console, evaluation, survey);
            }
            return document;
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
        sayHits(console, "found and right", figures.hits());
        sayHits(console, "found and every character in place (CDM = 1)", figures.wholeHits());
        sayLoss(console, evaluation);
        console.say("TIME");
        RunText.sayTimes(console, evaluation.times());
        sayList(console, "failed pages", evaluation.failed());
        sayList(console, "left out", evaluation.leftOut());
    }

    private static void sayHits(Console console, String what, HitFigures hits) {
        console.say(what + ": precision " + Figures.rate(hits.precision()) + ", recall " + Figures.rate(hits.recall()));
    }

    private static void sayLoss(Console console, Evaluation evaluation) {
        LossAttribution loss = LossAttribution.of(evaluation.samples(), LossAttribution.DISTANCE);
        if (loss.formulas() > 0) {
            console.say("LOSS by token distance, in formulas of %,d".formatted(loss.formulas()));
            console.say("  recognition on true boxes %.2f".formatted(loss.recognition()));
            console.say("  detection                 %.2f: nothing found %.2f (split or merged %.2f), found boxes %.2f"
                    .formatted(loss.detection(), loss.missed(), loss.regrouped(), loss.boxes()));
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
