package sigmark.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.EvaluationFigures;
import sigmark.analysis.evaluation.EvaluationJson;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.evaluation.SampleOutcome;
import sigmark.analysis.recognition.RecognitionSummary;
import sigmark.analysis.statistics.Proportion;
import sigmark.analysis.timing.RunTimes;
import sigmark.analysis.timing.StepFigures;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.Step;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;

/** What a report says, from top to bottom: numbers with their intervals, plots, slices, errors, samples, times, environment. */
final class ReportPage {
    private static final int WORST = 40;
    private static final int FALSE_BOXES = 12;
    private static final int BINS = 10;

    private final ProjectStore store;
    private final Evaluation evaluation;
    private final ReportTexts texts;
    private final Progress progress;
    private final List<Sheet> sheets;
    private final List<Sheet.Row> rows = new ArrayList<>();

    ReportPage(ProjectStore store, Evaluation evaluation, ReportTexts texts, Progress progress, List<Sheet> sheets) {
        this.store = store;
        this.evaluation = evaluation;
        this.texts = texts;
        this.progress = progress;
        this.sheets = List.copyOf(sheets);
    }

    void write() {
        StoredRun run = evaluation.run();
        String title = texts.text("title", "project", store.info().name(), "run", Long.toString(run.id()));
        String about = texts.text(
                "about",
                "pipeline",
                run.pipeline(),
                "pages",
                texts.count(run.pages()),
                "samples",
                texts.count(evaluation.samples().size()),
                "started",
                run.startedAt().toString(),
                "person",
                run.person(),
                "revision",
                Long.toString(evaluation.dataRevision()));
        sheets.forEach(sheet -> sheet.title(title, about));
        figures();
        distances();
        SampleCards cards = new SampleCards(store, texts, sheets);
        ReportFindings findings = new ReportFindings(evaluation, texts, sheets);
        findings.loss();
        findings.weakSlices();
        slices();
        findings.errors(cards, progress);
        times();
        samples(cards);
        leftOut("failed", evaluation.failed());
        leftOut("leftOut", evaluation.leftOut());
        environment(run);
    }

    private void heading(String text) {
        sheets.forEach(sheet -> sheet.heading(text));
    }

    /** The rows gathered so far, under these columns. */
    private void table(String... columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            names.add(texts.text("column." + column));
        }
        List<Sheet.Row> all = List.copyOf(rows);
        rows.clear();
        sheets.forEach(sheet -> sheet.table(names, all));
    }

    private void row(boolean few, String... cells) {
        rows.add(new Sheet.Row(List.of(cells), few));
    }

    private void figures() {
        EvaluationFigures figures = evaluation.figures();
        heading(texts.text("figures"));
        sheets.forEach(sheet -> sheet.note(texts.text("interval.note")));
        rate("detection.precision", figures.detection().precision());
        rate("detection.recall", figures.detection().recall());
        Proportion recall = figures.detection().recall();
        row(
                texts.text("detection.f1"),
                texts.percent(figures.detection().f1()),
                texts.interval(figures.detection().f1Interval()),
                recall.n());
        figures.onTrueBoxes().ifPresent(summary -> recognition("onTrueBoxes", summary));
        recognition("endToEnd", figures.endToEnd());
        rate("hit.precision", figures.hitPrecision());
        rate("hit.recall", figures.hitRecall());
        row(
                texts.text("hit.f1"),
                texts.percent(figures.hitF1()),
                "",
                figures.hitRecall().n());
        table("measure", "value", "interval", "samples");
    }

    private void recognition(String which, RecognitionSummary summary) {
        String prefix = texts.text(which) + " · ";
        int n = summary.count();
        Proportion exact = summary.canonical().exact();
        row(prefix + texts.text("exact.canonical"), texts.percent(exact.estimate()), texts.interval(exact), n);
        for (int k = 1; k < summary.canonical().expRate().size(); k++) {
            Proportion rate = summary.canonical().expRate().get(k);
            String name = texts.text("expRate", "k", Integer.toString(k));
            row(prefix + name, texts.percent(rate.estimate()), texts.interval(rate), n);
        }
        row(
                prefix + texts.text("distance.canonical"),
                texts.percent(summary.canonical().edit().sampleMean()),
                texts.interval(summary.canonical().edit().interval()),
                n);
        row(
                prefix + texts.text("distance.characters"),
                texts.percent(summary.characters().sampleMean()),
                texts.interval(summary.characters().interval()),
                n);
        row(prefix + texts.text("bleu"), texts.percent(summary.canonical().bleu()), "", n);
        row(
                prefix + texts.text("cdm"),
                texts.percent(summary.cdm().f1()),
                texts.interval(summary.cdm().f1Interval()),
                summary.cdm().samples());
    }

    private void rate(String key, Proportion rate) {
        row(texts.text(key), texts.percent(rate.estimate()), texts.interval(rate), rate.n());
    }

    private void row(String name, String value, String interval, long n) {
        row(n < Proportion.ENOUGH, name, value, interval, texts.count(n));
    }

    /** How the canonical token distances are spread, right ones apart. */
    private void distances() {
        double[] counts = new double[BINS + 1];
        for (EvaluationSample sample : evaluation.samples()) {
            OptionalDouble distance = sample.tokenDistance();
            if (distance.isPresent()) {
                double d = distance.getAsDouble();
                counts[d == 0 ? 0 : Math.min(BINS, 1 + (int) (d * BINS))]++;
            }
        }
        List<String> labels = new ArrayList<>(List.of("0"));
        List<Double> values = new ArrayList<>(List.of(counts[0]));
        for (int bin = 1; bin <= BINS; bin++) {
            labels.add("≤" + bin * 100 / BINS + "%");
            values.add(counts[bin]);
        }
        heading(texts.text("distances"));
        Sheet.Bars bars = new Sheet.Bars(texts.text("distances"), labels, values);
        sheets.forEach(sheet -> sheet.bars(bars));
    }

    private void slices() {
        heading(texts.text("slices"));
        EvaluationJson.slices(evaluation).forEach((name, figures) -> {
            Proportion exact = figures.endToEnd().canonical().exact();
            row(
                    exact.fewSamples(),
                    name,
                    texts.percent(figures.detection().f1()),
                    texts.percent(exact.estimate()),
                    texts.interval(exact),
                    texts.percent(figures.endToEnd().canonical().edit().sampleMean()),
                    texts.count(figures.samples()));
        });
        table("slice", "f1", "exact", "interval", "distance", "samples");
    }

    private void times() {
        RunTimes times = evaluation.times();
        heading(texts.text("times"));
        String pace = texts.text(
                "throughput",
                "pages",
                texts.rate(times.pagesPerSecond()),
                "formulas",
                texts.rate(times.formulasPerSecond()),
                "warmUp",
                texts.count(times.warmUpPages()));
        sheets.forEach(sheet -> sheet.note(pace));
        List<String> labels = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        for (Map.Entry<Step, StepFigures> entry : times.steps().entrySet()) {
            String name = texts.text("step." + entry.getKey().word());
            step(name, entry.getValue());
            labels.add(name + " " + texts.millis(entry.getValue().p50()) + " ms");
            medians.add(entry.getValue().p50().orElse(0));
        }
        step(texts.text("step.page"), times.page());
        table("step", "p50", "p95", "p95Bound", "p99", "pages");
        Sheet.Bars parts = new Sheet.Bars(texts.text("times"), labels, medians);
        sheets.forEach(sheet -> sheet.parts(parts));
    }

    private void step(String name, StepFigures figures) {
        row(
                false,
                name,
                texts.millis(figures.p50()),
                texts.millis(figures.p95()),
                figures.p95Bound().isPresent() ? texts.millis(figures.p95Bound()) : texts.text("noBound"),
                texts.millis(figures.p99()),
                texts.count(figures.pages()));
    }

    private void samples(SampleCards cards) {
        List<EvaluationSample> worst = evaluation.samples().stream()
                .filter(sample -> sample.endToEnd().isPresent() && !sample.right())
                .sorted(Comparator.comparingDouble(
                                (EvaluationSample s) -> -s.tokenDistance().orElse(0))
                        .thenComparing(EvaluationSample::id))
                .toList();
        List<EvaluationSample> extra = evaluation.samples().stream()
                .filter(sample -> sample.outcome() == SampleOutcome.FALSE_BOX)
                .toList();
        heading(texts.text("worst", "shown", count(worst, WORST), "all", texts.count(worst.size())));
        cards.add(worst.subList(0, Math.min(WORST, worst.size())), progress);
        heading(texts.text("falseBoxes", "shown", count(extra, FALSE_BOXES), "all", texts.count(extra.size())));
        cards.add(extra.subList(0, Math.min(FALSE_BOXES, extra.size())), progress);
    }

    private String count(List<EvaluationSample> samples, int most) {
        return texts.count(Math.min(most, samples.size()));
    }

    private void leftOut(String key, List<LeftOut> items) {
        if (items.isEmpty()) {
            return;
        }
        heading(texts.text(key, "count", texts.count(items.size())));
        List<String> lines = items.stream()
                .map(item -> item.item() + ": " + texts.problem(item.reason()))
                .toList();
        sheets.forEach(sheet -> sheet.list(lines));
    }

    private void environment(StoredRun run) {
        RunEnvironment e = run.environment();
        heading(texts.text("environment"));
        List<Sheet.Fact> facts = List.of(
                fact("device", e.deviceReason().isEmpty() ? e.device() : e.device() + " (" + e.deviceReason() + ")"),
                fact("processor", e.processor() + " × " + e.cores()),
                fact("threads", Integer.toString(e.threads())),
                fact("memory", texts.count(e.memoryBytes() >> 20) + " MiB"),
                fact("system", e.operatingSystem()),
                fact("java", e.java()),
                fact("engine", e.engine()),
                fact("sigmark", e.sigmark()),
                fact("query", run.query().isEmpty() ? "–" : run.query()),
                fact("detector", run.detectorHash().isEmpty() ? "–" : run.detectorHash()),
                fact("recognizer", run.recognizerHash().isEmpty() ? "–" : run.recognizerHash()));
        sheets.forEach(sheet -> sheet.facts(facts));
    }

    private Sheet.Fact fact(String key, String value) {
        return new Sheet.Fact(texts.text("environment." + key), value);
    }
}
