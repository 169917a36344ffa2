package sigmark.analysis.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.errors.AlignedToken;
import sigmark.analysis.errors.TokenAlignment;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.recognition.cdm.MatchPicture;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/** Samples with their pictures, truth and reading, and where the two differ. */
final class SampleCards {
    private final SamplePictures pictures;
    private final ReportTexts texts;
    private final Html html;

    SampleCards(ProjectStore store, ReportTexts texts, Html html) {
        this.pictures = new SamplePictures(store);
        this.texts = texts;
        this.html = html;
    }

    /** Adds a card for each sample; when cancelled the rest has none. */
    void add(List<EvaluationSample> samples, Progress progress) {
        html.open("div class=\"cards\"");
        int done = 0;
        for (EvaluationSample sample : samples) {
            if (progress.cancelled()) {
                break;
            }
            card(sample);
            progress.update(++done, samples.size(), sample.page().name());
        }
        html.close("div");
    }

    private void card(EvaluationSample sample) {
        html.open("section class=\"card\"");
        pictures.crop(sample)
                .ifPresentOrElse(
                        data -> html.raw("<img alt=\"\" src=\"" + data + "\">\n"),
                        () -> html.element("p class=\"note\"", texts.text("noPicture")));
        String score = sample.tokenDistance().isPresent()
                ? texts.text("card.distance", "value", texts.percent(sample.tokenDistance()))
                : texts.text("outcome." + sample.outcome().word());
        html.element("p class=\"head\"", sample.page().name() + " · " + score);
        Optional<String> truth = sample.truth().flatMap(region -> region.latex());
        Optional<String> reading =
                sample.prediction().map(found -> found.reading().latex());
        line("truth", truth);
        line("prediction", reading);
        if (truth.isPresent() && reading.isPresent()) {
            difference(truth.get(), reading.get());
            match(sample, truth.get(), reading.get());
        }
        html.close("section");
    }

    private void line(String key, Optional<String> latex) {
        html.raw("<p><b>").text(texts.text("card." + key)).raw("</b> ");
        latex.ifPresentOrElse(
                text -> html.open("code").text(text).close("code"), () -> html.text(texts.text("card.none")));
        html.raw("</p>\n");
        latex.flatMap(text -> FormulaRenderer.render(text, RenderStyle.BLACK_20).image())
                .ifPresent(
                        drawn -> html.raw("<img alt=\"\" src=\"" + SamplePictures.data(drawn.on(0xFFFFFF)) + "\">\n"));
    }

    /** Character detection matching on both renderings. */
    private void match(EvaluationSample sample, String truth, String reading) {
        sample.endToEnd()
                .flatMap(read -> read.cdm())
                .flatMap(cdm -> MatchPicture.of(truth, reading).map(picture -> {
                    String score = texts.text("card.cdm", "value", texts.percent(OptionalDouble.of(cdm.f1())));
                    return "<p class=\"head\">" + Html.escaped(score) + "</p><img class=\"match\" alt=\"\" src=\""
                            + SamplePictures.data(picture) + "\">\n";
                }))
                .ifPresent(html::raw);
    }

    /** Canonical tokens: missing ones struck out, extra ones underlined. */
    private void difference(String truth, String reading) {
        html.raw("<p class=\"diff\">");
        for (AlignedToken token : TokenAlignment.of(CanonicalForm.tokens(truth), CanonicalForm.tokens(reading))) {
            if (token.equal()) {
                html.text(token.truth()).raw(" ");
            } else {
                if (!token.extra()) {
                    html.raw("<del>").text(token.truth()).raw("</del> ");
                }
                if (!token.missing()) {
                    html.raw("<ins>").text(token.prediction()).raw("</ins> ");
                }
            }
        }
        html.raw("</p>\n");
    }
}
