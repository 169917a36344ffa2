package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import sigmark.analysis.recognition.CdmSummary;
import sigmark.analysis.recognition.FormSummary;
import sigmark.analysis.recognition.LatexPairFiles;
import sigmark.analysis.recognition.LatexScore;
import sigmark.analysis.recognition.LatexScoreJson;
import sigmark.analysis.recognition.NormalFormScore;
import sigmark.analysis.recognition.RecognitionSummary;
import sigmark.analysis.recognition.form.NormalForm;
import sigmark.analysis.recognition.form.NormalForms;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

@CommandLine.Command(
        name = "latex",
        description =
                "Edit distance, exact match, ExpRate, BLEU and CDM of predicted LaTeX, as given and in canonical form.",
        mixinStandardHelpOptions = true)
final class ScoreLatex implements Command {
    private static final int MOST_LISTED = 10;

    @CommandLine.Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "JSON Lines {\"id\": …, \"latex\": …}")
    private Path truth = Path.of("");

    @CommandLine.Option(
            names = "--predictions",
            required = true,
            paramLabel = "FILE",
            description = "JSON Lines with the same ids; a missing prediction counts as empty and as failed")
    private Path predictions = Path.of("");

    @CommandLine.Option(
            names = "--normal-form",
            paramLabel = "NAME",
            completionCandidates = FormNames.class,
            description = "also in a published form, which may be given several times: ${COMPLETION-CANDIDATES}")
    private List<String> forms = List.of();

    /** The names of the published forms, for the command's help. */
    static final class FormNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NormalForms.names().iterator();
        }
    }

    @Override
    public JsonNode run(Console console) {
        List<NormalForm> chosen =
                forms.stream().distinct().map(ScoreLatex::form).toList();
        LatexPairFiles files = LatexPairFiles.read(truth, predictions);
        LatexScore score = LatexScore.score(files.pairs(), files.leftOut(), console.progress("score"));
        say(console, score.summary());
        List<NormalFormScore> published = new ArrayList<>();
        for (NormalForm form : chosen) {
            NormalFormScore found = NormalFormScore.of(form, files.pairs(), console.progress("score"));
            say(console, form.name() + ": " + form.description(), form.unit(), found.summary());
            published.add(found);
        }
        score.notLaidOut().stream()
                .limit(MOST_LISTED)
                .forEach(item -> console.say("  CDM leaves out " + item.item() + ": " + console.words(item.reason())));
        int read = files.pairs().size();
        if (!files.leftOut().isEmpty()) {
            console.say(new Balance(read + (long) files.leftOut().size(), read, files.leftOut()));
        }
        return LatexScoreJson.document(score, published);
    }

    private static NormalForm form(String name) {
        return NormalForms.named(name)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("score.no-form", name, "names", String.join(", ", NormalForms.names()))));
    }

    static void say(Console console, RecognitionSummary summary) {
        console.say("%,d samples, %,d without a prediction".formatted(summary.count(), summary.failed()));
        console.say("edit distance, characters   " + Figures.mean(summary.characters()));
        say(console, "as given", summary.asGiven());
        say(console, "canonical " + CanonicalForm.VERSION, summary.canonical());
        say(console, summary.cdm());
    }

    private static void say(Console console, CdmSummary cdm) {
        console.say("CDM, on %,d samples; %,d left out, their truth cannot be laid out"
                .formatted(cdm.samples(), cdm.leftOut()));
        console.say("  F1                        " + Figures.mean(cdm.f1(), cdm.f1Interval()));
        console.say("  F1 = 1                    " + Figures.rate(cdm.whole()));
    }

    private static void say(Console console, String form, FormSummary summary) {
        say(console, form, "tokens", summary);
    }

    private static void say(Console console, String form, String unit, FormSummary summary) {
        console.say(form);
        console.say("  edit distance, %-11s".formatted(unit) + Figures.mean(summary.edit()));
        List<Proportion> expRate = summary.expRate();
        console.say("  exact match               " + Figures.rate(expRate.get(0)));
        console.say(
                "  at most 1, 2 errors       " + Figures.rate(expRate.get(1)) + ", " + Figures.rate(expRate.get(2)));
        console.say("  BLEU-4                    "
                + (summary.bleu().isPresent()
                        ? Figures.score(summary.bleu().getAsDouble())
                        : "not defined: no four tokens in a row anywhere"));
    }
}
