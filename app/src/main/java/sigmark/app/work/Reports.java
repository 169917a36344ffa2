package sigmark.app.work;

import java.nio.file.Path;
import java.util.Locale;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.report.Report;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/** Reports of runs, where people look for them: in the project's folder {@code reports}. */
public final class Reports {
    private Reports() {}

    /** Evaluates a run and writes its report into the project; gives the HTML page. */
    public static Path write(ProjectStore store, long runId, Locale locale, Progress progress) {
        Evaluation evaluation = new Evaluator(store, runId).evaluate(progress);
        return write(store, evaluation, locale, progress);
    }

    /** Writes the report of an evaluation that was made already. */
    public static Path write(ProjectStore store, Evaluation evaluation, Locale locale, Progress progress) {
        Path page = store.info()
                .folder()
                .resolve("reports")
                .resolve("run-" + evaluation.run().id() + ".html");
        return Report.write(store, evaluation, page, locale, progress).get(0);
    }
}
