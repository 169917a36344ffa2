package sigmark.labeling.slice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;

/** What a term says about one page or one region, negation left aside. */
final class TermMeaning {
    private TermMeaning() {}

    static boolean ofPage(SliceTerm term, Page page) {
        String value = term.value();
        return switch (term.field()) {
            case NAME -> SliceTerm.folded(page.name()).contains(value);
            case SPLIT -> page.split().word().equals(value);
            case SOURCE -> value.equals(page.source().pdfPage().isPresent() ? "pdf" : "image");
            case TAG ->
                page.tags().stream().anyMatch(tag -> SliceTerm.folded(tag).equals(value));
            case STATE -> page.state().word().equals(value);
            case DATE -> term.acceptsDay(day(page.importedAt()));
            case REMARK -> SliceTerm.folded(page.remark()).contains(value);
            default -> throw new IllegalArgumentException("not about pages: " + term.field());
        };
    }

    static boolean ofRegion(SliceTerm term, FormulaRegion region) {
        String value = term.value();
        return switch (term.field()) {
            case TAG ->
                region.tags().stream().anyMatch(tag -> SliceTerm.folded(tag).equals(value));
            case STATE -> region.state().word().equals(value);
            case DATE -> term.acceptsDay(day(region.provenance().changedAt()));
            case REMARK -> SliceTerm.folded(region.remark()).contains(value);
            case LAYER -> value.equals("all") || region.layer().word().equals(value);
            case KIND -> region.kind().word().equals(value);
            case WRITING -> region.writing().word().equals(value);
            case FLAG -> region.flags().stream().map(RegionFlag::word).anyMatch(value::equals);
            case LABELER -> SliceTerm.folded(region.provenance().person()).contains(value);
            case LATEX -> region.latex().filter(latex -> latex.contains(value)).isPresent();
            case HAS -> region.latex().filter(latex -> has(latex, value)).isPresent();
            case LEN -> term.accepts(region.latex().map(TermMeaning::length).orElse(0));
            case SCORE ->
                region.origin()
                        .filter(origin -> term.accepts(origin.lowestScore()))
                        .isPresent();
            case GUIDE -> term.accepts(region.provenance().guideVersion());
            case PACKAGE ->
                region.provenance().workPackage().filter(value::equals).isPresent();
            case DOUBTFUL -> region.doubtful();
            case EMPTY -> region.lacksLatex();
            case NAME, SPLIT, SOURCE -> throw new IllegalArgumentException("not about regions: " + term.field());
        };
    }

    private static boolean has(String latex, String part) {
        List<String> wanted = LatexTokenizer.tokens(part);
        return !wanted.isEmpty() && Collections.indexOfSubList(LatexTokenizer.tokens(latex), wanted) >= 0;
    }

    private static int length(String latex) {
        return LatexTokenizer.tokens(latex).size();
    }

    private static long day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
