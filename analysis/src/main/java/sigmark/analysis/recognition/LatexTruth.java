package sigmark.analysis.recognition;

import java.util.List;
import java.util.Optional;
import sigmark.analysis.recognition.cdm.Cdm;
import sigmark.analysis.recognition.cdm.CdmDrawing;
import sigmark.analysis.recognition.cdm.CdmRates;
import sigmark.analysis.recognition.cdm.StructureCheck;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.EditDistance;
import sigmark.inference.latex.LatexTokenizer;

/** A formula's true LaTeX, taken apart and laid out once for all readings that are compared with it. */
public final class LatexTruth {
    private final SampleId id;
    private final String latex;
    private final List<String> tokens;
    private final List<String> canonical;
    private final Optional<CdmDrawing> drawing;

    public LatexTruth(SampleId id, String latex) {
        this.id = id;
        this.latex = latex;
        tokens = LatexTokenizer.tokens(latex);
        canonical = CanonicalForm.tokens(latex);
        drawing = Cdm.drawing(latex);
    }

    /** Compares a reading; a missing one counts as empty. */
    public LatexSample compare(Optional<String> prediction) {
        String found = prediction.orElse("");
        boolean same = latex.equals(found);
        List<String> foundTokens = same ? tokens : LatexTokenizer.tokens(found);
        List<String> foundCanonical = same ? canonical : CanonicalForm.tokens(found);
        return new LatexSample(
                id,
                latex,
                prediction,
                EditDistance.ofCodePoints(latex, found),
                Math.max(latex.codePointCount(0, latex.length()), found.codePointCount(0, found.length())),
                TokenScore.of(tokens, foundTokens),
                TokenScore.of(canonical, foundCanonical),
                BleuCounts.of(tokens, foundTokens),
                BleuCounts.of(canonical, foundCanonical),
                CdmRates.of(latex, drawing, prediction),
                prediction.isEmpty() ? List.of() : StructureCheck.of(canonical, foundCanonical));
    }
}
