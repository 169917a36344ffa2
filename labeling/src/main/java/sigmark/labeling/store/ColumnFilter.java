package sigmark.labeling.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceField.Scope;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SliceTerm;

/** A query made ready to be asked of the columns, slot by slot; it means what {@link SliceQuery} says of records. */
final class ColumnFilter {
    private final PageColumns pages;
    private final RegionColumns regions;
    private final Map<Integer, String> people;
    private final Set<Layer> layers;
    private final Term[] terms;

    /** One word: its test of pages where it speaks of pages, of regions where it speaks of regions. */
    private record Term(boolean negated, Scope scope, IntPredicate ofPage, IntPredicate ofRegion) {
        boolean asksRegions() {
            return scope == Scope.REGION || scope == Scope.BOTH;
        }
    }

    /** @param people names by key */
    ColumnFilter(SliceQuery query, PageColumns pages, RegionColumns regions, Map<Integer, String> people) {
        this.pages = pages;
        this.regions = regions;
        this.people = people;
        this.layers = query.layers();
        List<Term> compiled = new ArrayList<>();
        for (SliceTerm term : query.terms()) {
            Scope scope = term.field().scope();
            IntPredicate ofPage = scope == Scope.REGION ? slot -> false : pageTest(term);
            IntPredicate ofRegion = scope == Scope.PAGE ? slot -> false : regionTest(term);
            compiled.add(new Term(term.negated(), scope, ofPage, ofRegion));
        }
        this.terms = compiled.toArray(Term[]::new);
    }

    boolean takesPart(int region) {
        return layers.contains(regions.layer(region)) && !regions.acceptedProposal(region);
    }

    /** Whether a region list may have regions of this page at all. */
    boolean pageAllows(int page) {
        for (Term term : terms) {
            if (term.scope == Scope.PAGE && term.ofPage.test(page) == term.negated) {
                return false;
            }
        }
        return true;
    }

    /** Whether a region list has this region, given that its page is allowed. */
    boolean matchesRegion(int page, int region) {
        if (!takesPart(region)) {
            return false;
        }
        for (Term term : terms) {
            if (term.scope != Scope.PAGE) {
                boolean holds = term.ofRegion.test(region) || (term.scope == Scope.BOTH && term.ofPage.test(page));
                if (holds == term.negated) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a page list has this page. */
    boolean matchesPage(int page) {
        boolean regionWanted = false;
        boolean regionRefused = false;
        for (Term term : terms) {
            boolean holds = term.scope != Scope.REGION && term.ofPage.test(page);
            if (!term.asksRegions()) {
                if (holds == term.negated) {
                    return false;
                }
            } else if (term.negated) {
                if (holds) {
                    return false;
                }
                regionRefused = true;
            } else {
                regionWanted |= !holds;
            }
        }
        return (!regionWanted && !regionRefused) || regionsMatch(page, regionWanted);
    }

    /** None of the page's regions satisfies a negated word, and one satisfies all others that the page does not. */
    private boolean regionsMatch(int page, boolean wanted) {
        boolean found = !wanted;
        int end = pages.firstRegion(page) + pages.regionCount(page);
        for (int region = pages.firstRegion(page); region < end; region++) {
            if (takesPart(region)) {
                boolean all = true;
                for (Term term : terms) {
                    if (term.asksRegions()) {
                        if (term.negated) {
                            if (term.ofRegion.test(region)) {
                                return false;
                            }
                        } else if (all && !found) {
                            all = term.ofRegion.test(region) || (term.scope == Scope.BOTH && term.ofPage.test(page));
                        }
                    }
                }
                found |= all;
            }
        }
        return found;
    }

    private IntPredicate pageTest(SliceTerm term) {
        String value = term.value();
        return switch (term.field()) {
            case NAME -> page -> pages.foldedName(page).contains(value);
            case SPLIT -> {
                Split split = Words.of(Split.class, value);
                yield page -> pages.split(page) == split;
            }
            case SOURCE -> {
                boolean pdf = value.equals("pdf");
                yield page -> pages.pdf(page) == pdf;
            }
            case TAG -> among(pages.tags.which(hasTag(value)), pages::tagSet);
            case STATE -> {
                LabelState state = Words.of(LabelState.class, value);
                yield page -> pages.state(page) == state;
            }
            case DATE -> page -> term.acceptsDay(pages.day(page));
            case REMARK -> page -> pages.foldedRemark(page).contains(value);
            default -> throw new IllegalArgumentException("not about pages: " + term.field());
        };
    }

    private IntPredicate regionTest(SliceTerm term) {
        String value = term.value();
        return switch (term.field()) {
            case TAG -> among(regions.tags.which(hasTag(value)), regions::tagSet);
            case REMARK -> among(regions.remarks.which(remark -> remark.contains(value)), regions::remark);
            case PACKAGE -> among(regions.packages.which(value::equals), regions::workPackage);
            case LABELER -> among(whichPeople(value), regions::person);
            case STATE -> {
                LabelState state = Words.of(LabelState.class, value);
                yield region -> regions.state(region) == state;
            }
            case KIND -> {
                FormulaKind kind = Words.of(FormulaKind.class, value);
                yield region -> regions.isKind(region, kind);
            }
            case WRITING -> {
                Writing writing = Words.of(Writing.class, value);
                yield region -> regions.isWriting(region, writing);
            }
            case FLAG -> {
                int bit = RegionColumns.flagBit(Words.of(RegionFlag.class, value));
                yield region -> regions.hasFlag(region, bit);
            }
            case LAYER ->
                value.equals("all")
                        ? region -> true
                        : region -> regions.layer(region).word().equals(value);
            case DATE -> region -> term.acceptsDay(regions.day(region));
            case LATEX -> LatexSearch.contains(regions, value);
            case HAS -> LatexSearch.has(regions, value);
            case LEN -> region -> term.accepts(regions.length(region));
            case SCORE -> region -> !Double.isNaN(regions.score(region)) && term.accepts(regions.score(region));
            case GUIDE -> region -> term.accepts(regions.guide(region));
            case DOUBTFUL -> regions::doubtful;
            case EMPTY -> region -> regions.length(region) == 0;
            case NAME, SPLIT, SOURCE -> throw new IllegalArgumentException("not about regions: " + term.field());
        };
    }

    private static Predicate<String> hasTag(String folded) {
        return lines ->
                Words.tags(lines).stream().anyMatch(tag -> SliceTerm.folded(tag).equals(folded));
    }

    private static IntPredicate among(boolean[] numbers, IntUnaryOperator number) {
        return slot -> numbers[number.applyAsInt(slot)];
    }

    private boolean[] whichPeople(String part) {
        int highest = people.keySet().stream().mapToInt(key -> key).max().orElse(0);
        boolean[] which = new boolean[highest + 1];
        people.forEach((key, name) -> which[key] = SliceTerm.folded(name).contains(part));
        return which;
    }
}
