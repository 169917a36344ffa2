package sigmark.labeling.guide.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.LatexSyntax;

/** A check of LaTeX alone: finds places, and says what should stand there instead. */
public interface LatexCheck extends RuleCheck {
    /**
     * A stretch of tokens that breaks the rule.
     *
     * @param from index of its first token
     * @param to index after its last token
     * @param instead what should stand there; empty when only a person can tell
     */
    record Place(int from, int to, Optional<String> instead) {
        public static Place of(int from, int to) {
            return new Place(from, to, Optional.empty());
        }

        public static Place of(int from, int to, String instead) {
            return new Place(from, to, Optional.of(instead));
        }
    }

    /** The places, none within another one. */
    List<Place> find(LatexSyntax syntax);

    @Override
    default List<Violation> check(CheckedRegion region) {
        LatexSyntax syntax = region.syntax();
        if (syntax.tokens().isEmpty() || syntax.tokens().size() > LatexSyntax.MAX_TOKENS) {
            return List.of();
        }
        List<Place> places = find(syntax).stream()
                .sorted(Comparator.comparingInt(Place::from))
                .toList();
        if (places.isEmpty()) {
            return List.of();
        }
        Optional<Fix> fix = places.stream().anyMatch(place -> place.instead().isPresent())
                ? Optional.of(Fix.latex(LatexPatch.apply(syntax, places)))
                : Optional.empty();
        return places.stream()
                .map(place -> {
                    int start = syntax.tokens().get(place.from()).start();
                    int end = syntax.tokens().get(place.to() - 1).end();
                    return new Violation(start, end, syntax.latex().substring(start, end), fix);
                })
                .toList();
    }
}
