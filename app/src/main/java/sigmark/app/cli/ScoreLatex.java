package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import sigmark.analysis.recognition.FormSummary;
import sigmark.analysis.recognition.LatexPairFiles;
import sigmark.analysis.recognition.LatexScore;
import sigmark.analysis.recognition.LatexScoreJson;
import sigmark.analysis.recognition.RecognitionSummary;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.work.Balance;

@CommandLine.Command(
        name = "latex",
        description =
                "Edit distance, exact match, ExpRate and BLEU of predicted LaTeX, as given and in canonical form.",
        mixinStandardHelpOptions = true)
final class ScoreLatex implements Command {
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

    @Override
    public JsonNode run(Console console) {
        LatexPairFiles files = LatexPairFiles.read(truth, predictions);
        LatexScore score = LatexScore.score(files.pairs(), files.leftOut(), console.progress("score"));
        say(console, score.summary());
        int read = files.pairs().size();
        if (!files.leftOut().isEmpty()) {
            console.say(new Balance(read + (long) files.leftOut().size(), read, files.leftOut()));
        }
        return LatexScoreJson.document(score);
    }

    static void say(Console console, RecognitionSummary summary) {
        console.say("%,d samples, %,d without a prediction".formatted(summary.count(), summary.failed()));
        console.say("edit distance, characters   " + Figures.mean(summary.characters()));
        say(console, "as given", summary.asGiven());
        say(console, "canonical " + CanonicalForm.VERSION, summary.canonical());
    }

    private static void say(Console console, String form, FormSummary summary) {
        console.say(form);
        console.say("  edit distance, tokens     " + Figures.mean(summary.edit()));
        List<Proportion> expRate = summary.expRate();
        console.say("  exact match               " + Figures.rate(expRate.get(0)));
        console.say(
                "  at most 1, 2 token errors " + Figures.rate(expRate.get(1)) + ", " + Figures.rate(expRate.get(2)));
        console.say("  BLEU-4                    "
                + (summary.bleu().isPresent()
                        ? Figures.score(summary.bleu().getAsDouble())
                        : "not defined: no four tokens in a row anywhere"));
    }
}
