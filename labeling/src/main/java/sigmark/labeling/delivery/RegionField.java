package sigmark.labeling.delivery;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import sigmark.labeling.project.FormulaRegion;

/** What two people can change of a region independently of each other. */
public enum RegionField {
    BOX(FormulaRegion::box, (region, from) -> region.withBox(from.box())),
    KIND(FormulaRegion::kind, (region, from) -> region.withKind(from.kind())),
    WRITING(FormulaRegion::writing, (region, from) -> region.withWriting(from.writing())),
    LATEX(FormulaRegion::latex, (region, from) -> region.withLatex(from.latex())),
    FLAGS(FormulaRegion::flags, (region, from) -> region.withFlags(from.flags())),
    PIECE(FormulaRegion::pieceOf, (region, from) -> region.withPieceOf(from.pieceOf())),
    REMARK(FormulaRegion::remark, (region, from) -> region.withRemark(from.remark()));

    private final Function<FormulaRegion, Object> value;
    private final BiFunction<FormulaRegion, FormulaRegion, FormulaRegion> copy;

    RegionField(Function<FormulaRegion, Object> value, BiFunction<FormulaRegion, FormulaRegion, FormulaRegion> copy) {
        this.value = value;
        this.copy = copy;
    }

    /** The word in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean same(FormulaRegion one, FormulaRegion other) {
        return value.apply(one).equals(value.apply(other));
    }

    FormulaRegion copied(FormulaRegion region, FormulaRegion from) {
        return copy.apply(region, from);
    }
}
