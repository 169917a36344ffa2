package sigmark.labeling.slice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceField.Scope;

/**
 * A query over pages or regions: words are ANDed, {@code -} negates, quotes keep blanks, as in
 * {@code kind:display -split:test tag:exam len>20 has:\frac latex:"x^2"}. {@link SliceField} lists the words.
 *
 * <p>A region matches when every word holds for it or its page. A page matches when the words about pages hold, one of
 * its regions satisfies all words about regions, and none satisfies a negated one. Regions of layers that are not meant
 * and proposals that were accepted take no part.
 *
 * @param text as typed
 */
public record SliceQuery(String text, List<SliceTerm> terms) {
    /** Matches everything. */
    public static final SliceQuery ALL = new SliceQuery("", List.of());

    public SliceQuery {
        terms = List.copyOf(terms);
    }

    /**
     * Reads a query.
     *
     * @throws sigmark.inference.work.ProblemException {@code slice.*} with the column
     */
    public static SliceQuery parse(String text) {
        return new SliceQuery(text, new SliceParser(text).parse());
    }

    /** This query and another one at once. */
    public SliceQuery and(SliceQuery other) {
        String both = text.isBlank() || other.text.isBlank() ? text + other.text : text + " " + other.text;
        return parse(both);
    }

    public boolean isAll() {
        return terms.isEmpty();
    }

    /** The layers whose regions take part. */
    public Set<Layer> layers() {
        boolean named = false;
        boolean modelsToo = false;
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        for (SliceTerm term : terms) {
            modelsToo |= term.field() == SliceField.SCORE || term.field() == SliceField.DOUBTFUL;
            if (term.field() == SliceField.LAYER && !term.negated()) {
                named = true;
                for (Layer layer : Layer.values()) {
                    if (term.value().equals("all") || layer.word().equals(term.value())) {
                        layers.add(layer);
                    }
                }
            }
        }
        if (named) {
            return layers;
        }
        return modelsToo ? EnumSet.of(Layer.HUMAN, Layer.PROPOSAL) : EnumSet.of(Layer.HUMAN);
    }

    /** Whether a region list has this region; its layer is looked at, whether it is an accepted proposal is not. */
    public boolean matches(Page page, FormulaRegion region) {
        if (!layers().contains(region.layer())) {
            return false;
        }
        for (SliceTerm term : terms) {
            boolean holds =
                    switch (term.field().scope()) {
                        case PAGE -> TermMeaning.ofPage(term, page);
                        case BOTH -> TermMeaning.ofPage(term, page) || TermMeaning.ofRegion(term, region);
                        case REGION, OWN -> TermMeaning.ofRegion(term, region);
                    };
            if (holds == term.negated()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a page list has this page; {@code regions} are its regions but for accepted proposals. */
    public boolean matches(Page page, List<FormulaRegion> regions) {
        List<FormulaRegion> meant =
                regions.stream().filter(r -> layers().contains(r.layer())).toList();
        for (SliceTerm term : terms) {
            if (!asksRegions(term) && TermMeaning.ofPage(term, page) == term.negated()) {
                return false;
            }
            if (asksRegions(term) && term.negated()) {
                boolean held = term.field().scope() == Scope.BOTH && TermMeaning.ofPage(term, page);
                if (held || meant.stream().anyMatch(region -> TermMeaning.ofRegion(term, region))) {
                    return false;
                }
            }
        }
        List<SliceTerm> wanted = terms.stream()
                .filter(term -> asksRegions(term) && !term.negated())
                .filter(term -> term.field().scope() != Scope.BOTH || !TermMeaning.ofPage(term, page))
                .toList();
        return wanted.isEmpty()
                || meant.stream()
                        .anyMatch(region -> wanted.stream().allMatch(term -> TermMeaning.ofRegion(term, region)));
    }

    private static boolean asksRegions(SliceTerm term) {
        return term.field().scope() == Scope.REGION || term.field().scope() == Scope.BOTH;
    }
}
