package sigmark.analysis.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import sigmark.analysis.errors.AlignedToken;
import sigmark.analysis.errors.ErrorProfile;
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
    private final List<Sheet> sheets;

    SampleCards(ProjectStore store, ReportTexts texts, List<Sheet> sheets) {
        this.pictures = new SamplePictures(store);
        this.texts = texts;
        this.sheets = sheets;
    }

    /** Adds a card for each sample; when cancelled the rest has none. */
    void add(List<EvaluationSample> samples, Progress progress) {
        sheets.forEach(Sheet::beginCards);
        int done = 0;
        for (EvaluationSample sample : samples) {
            if (progress.cancelled()) {
                break;
            }
            Card card = card(sample);
            sheets.forEach(sheet -> sheet.card(card));
            progress.update(++done, samples.size(), sample.page().name());
        }
        sheets.forEach(Sheet::endCards);
    }

    private Card card(EvaluationSample sample) {
        String score = sample.tokenDistance().isPresent()
                ? texts.text("card.distance", "value", texts.percent(sample.tokenDistance()))
                : texts.text("outcome." + sample.outcome().word());
        Optional<String> truth = sample.truth().flatMap(region -> region.latex());
        Optional<String> reading =
                sample.prediction().map(found -> found.reading().latex());
        boolean both = truth.isPresent() && reading.isPresent();
        return new Card(
                sample.page().name() + " · " + score,
                pictures.crop(sample),
                List.of(side("truth", truth), side("prediction", reading)),
                both ? aligned(truth.orElseThrow(), reading.orElseThrow()) : List.of(),
                both ? match(sample, truth.orElseThrow(), reading.orElseThrow()) : Optional.empty(),
                both ? remarks(sample, truth.orElseThrow(), reading.orElseThrow()) : "");
    }

    private Card.Side side(String key, Optional<String> latex) {
        return new Card.Side(
                texts.text("card." + key),
                latex,
                latex.flatMap(text -> FormulaRenderer.render(text, RenderStyle.BLACK_20)
                                .image())
                        .map(drawn -> drawn.on(0xFFFFFF)));
    }

    private static List<AlignedToken> aligned(String truth, String reading) {
        return TokenAlignment.of(CanonicalForm.tokens(truth), CanonicalForm.tokens(reading));
    }

    /** Its error classes, and what character detection matching does not see. */
    private String remarks(EvaluationSample sample, String truth, String reading) {
        String errors = ErrorProfile.of(truth, reading).errors().keySet().stream()
                .map(error -> texts.text("error." + error.word()))
                .collect(Collectors.joining(" · "));
        String structure = sample.endToEnd()
                .map(read -> read.structure().stream()
                        .map(error -> texts.text("structure." + error.word()))
                        .collect(Collectors.joining(" ")))
                .orElse("");
        return errors.isEmpty() || structure.isEmpty() ? errors + structure : errors + ". " + structure;
    }

    /** Character detection matching on both renderings. */
    private Optional<Card.Match> match(EvaluationSample sample, String truth, String reading) {
        return sample.endToEnd().flatMap(read -> read.cdm()).flatMap(cdm -> MatchPicture.of(truth, reading)
                .map(picture -> new Card.Match(
                        texts.text("card.cdm", "value", texts.percent(OptionalDouble.of(cdm.f1()))), picture)));
    }
}
