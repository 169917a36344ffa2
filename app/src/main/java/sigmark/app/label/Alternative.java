package sigmark.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.ProposalOrigin;

/**
 * One reading that the model offers for a region.
 *
 * @param score 0 to 1
 * @param difference what differs from the best reading, such as {@code 3 → 8}; empty for the best itself
 */
public record Alternative(String latex, double score, String difference) {
    private static final int MOST = 5;
    private static final int LONGEST = 14;

    /** The best reading and the others, at most five, by descending score. */
    static List<Alternative> of(FormulaRegion region, Optional<FormulaRegion> proposal) {
        Optional<ProposalOrigin> origin = region.origin();
        Optional<String> best = proposal.or(
                        () -> Optional.of(region).filter(r -> r.layer() == sigmark.labeling.project.Layer.PROPOSAL))
                .flatMap(FormulaRegion::latex);
        if (origin.isEmpty()) {
            return List.of();
        }
        List<Alternative> all = new ArrayList<>();
        best.ifPresent(latex -> all.add(new Alternative(latex, origin.get().latexScore(), "")));
        for (var other : origin.get().alternatives()) {
            if (all.size() < MOST) {
                all.add(new Alternative(
                        other.latex(),
                        other.score(),
                        best.map(latex -> difference(latex, other.latex())).orElse("")));
            }
        }
        return all;
    }

    /** The run of tokens between the common beginning and the common end. */
    static String difference(String from, String to) {
        List<String> a = LatexTokenizer.tokens(from);
        List<String> b = LatexTokenizer.tokens(to);
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        int shorter = Math.min(a.size(), b.size()) - start;
        while (end < shorter && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        return shortened(a.subList(start, a.size() - end)) + " → " + shortened(b.subList(start, b.size() - end));
    }

    private static String shortened(List<String> tokens) {
        String text = String.join("", tokens);
        if (text.isEmpty()) {
            return "∅";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
