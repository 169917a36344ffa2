package sigmark.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.timing.RunTimes;
import sigmark.analysis.timing.StepFigures;
import sigmark.inference.run.RunEnvironment;
import sigmark.labeling.project.StoredRun;

/** A run and its times, as text and as JSON. */
final class RunText {
    private RunText() {}

    static void say(Console console, StoredRun run, RunTimes times) {
        RunEnvironment machine = run.environment();
        console.say("run %d, pipeline %s on %s%s"
                .formatted(
                        run.id(),
                        run.pipeline(),
                        machine.device(),
                        machine.deviceReason().isEmpty() ? "" : " (" + machine.deviceReason() + ")"));
        console.say("%,d pages, %,d failed, %,d formulas%s"
                .formatted(
                        run.pages(), run.failed(), run.formulas(), run.finished() ? "" : "; cancelled before its end"));
        sayTimes(console, times);
    }

    static void sayTimes(Console console, RunTimes times) {
        console.say("%-10s %9s %9s %9s   ms a page, %,d pages after %,d of warm-up"
                .formatted("step", "p50", "p95", "p99", times.page().pages(), times.warmUpPages()));
        times.steps().forEach((step, figures) -> sayStep(console, step.word(), figures));
        sayStep(console, "page", times.page());
        if (times.pagesPerSecond().isPresent()) {
            console.say("%.2f pages and %.1f formulas a second"
                    .formatted(
                            times.pagesPerSecond().getAsDouble(),
                            times.formulasPerSecond().getAsDouble()));
        }
    }

    private static void sayStep(Console console, String name, StepFigures figures) {
        console.say("%-10s %9s %9s %9s"
                .formatted(
                        name,
                        Figures.millis(figures.p50()),
                        Figures.millis(figures.p95()),
                        Figures.millis(figures.p99())));
    }

    static ObjectNode json(StoredRun run, RunTimes times) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("run", run.id())
                .put("pipeline", run.pipeline())
                .put("pages", run.pages())
                .put("failed", run.failed())
                .put("formulas", run.formulas())
                .put("finished", run.finished());
        document.set("steps", EvaluationJson.steps(times));
        EvaluationJson.throughput(document, times);
        environment(document, run.environment());
        return document;
    }

    /** The machine and versions, as field {@code environment}. */
    static void environment(ObjectNode document, RunEnvironment machine) {
        document.putObject("environment")
                .put("device", machine.device())
                .put("deviceReason", machine.deviceReason())
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("threads", machine.threads())
                .put("memoryBytes", machine.memoryBytes())
                .put("operatingSystem", machine.operatingSystem())
                .put("java", machine.java())
                .put("engine", machine.engine())
                .put("sigmark", machine.sigmark());
    }
}
