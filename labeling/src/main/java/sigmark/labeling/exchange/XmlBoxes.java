package sigmark.labeling.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import sigmark.inference.page.Box;
import sigmark.inference.page.Writing;
import sigmark.labeling.exchange.file.XmlNode;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/** What the XML formats have in common. */
final class XmlBoxes {
    private XmlBoxes() {}

    /** A number; an {@link IllegalArgumentException} says which is none. */
    static double number(Optional<String> text, String field) {
        try {
            double value =
                    Double.parseDouble(text.orElseThrow(() -> new IllegalArgumentException("no “%s”".formatted(field)))
                            .strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("“%s” is not a number".formatted(field), e);
        }
        throw new IllegalArgumentException("“%s” is not a number".formatted(field));
    }

    /** A whole number from 0; 0 when missing. */
    static int count(Optional<String> text, String field) {
        if (text.isEmpty()) {
            return 0;
        }
        double value = number(text, field);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("“%s” is %s".formatted(field, text.get()));
        }
        return (int) value;
    }

    static Box box(Optional<String> left, Optional<String> top, Optional<String> right, Optional<String> bottom) {
        return new Box(number(left, "left"), number(top, "top"), number(right, "right"), number(bottom, "bottom"));
    }

    /** LaTeX that XML can hold. */
    static Optional<String> latex(FormulaRegion region) {
        return region.latex().filter(XmlNode::holds);
    }

    /** Says what a format that holds boxes, kinds and LaTeX loses. */
    static void lost(
            Page page,
            List<FormulaRegion> regions,
            boolean holdsWriting,
            ExportBalance balance,
            ExchangeFormat format) {
        balance.lost(
                page,
                "latex",
                count(regions, r -> r.latex().filter(l -> !XmlNode.holds(l)).isPresent()),
                format);
        if (!holdsWriting) {
            balance.lost(page, "writing", count(regions, r -> r.writing() != Writing.PRINTED), format);
        }
        balance.lost(page, "flags", count(regions, r -> !r.flags().isEmpty()), format);
        balance.lost(page, "tags", count(regions, r -> !r.tags().isEmpty()), format);
        balance.lost(page, "remark", count(regions, r -> !r.remark().isEmpty()), format);
        balance.lost(page, "pieceOf", count(regions, r -> r.pieceOf().isPresent()), format);
    }

    private static long count(List<FormulaRegion> regions, Predicate<FormulaRegion> test) {
        return regions.stream().filter(test).count();
    }
}
