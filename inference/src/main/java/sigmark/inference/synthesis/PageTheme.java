package sigmark.inference.synthesis;

import java.awt.Color;

/**
 * How a page looks. Lengths are pixels of the finished page.
 *
 * @param size of the body text: its em
 * @param leading distance from baseline to baseline, in ems
 * @param indent of a paragraph's first line, in ems
 * @param justified both edges even, or ragged on the right
 * @param textMath whether simple formulas are set in the text's own italic, as word processors do
 */
record PageTheme(
        int width,
        int height,
        double marginX,
        double marginY,
        int columns,
        Typeface face,
        float size,
        double leading,
        double indent,
        boolean justified,
        boolean textMath,
        boolean columnRule,
        Color paper,
        Color ink,
        Color accent,
        String header,
        String footer) {
    PageTheme withColumns(int count) {
        return new PageTheme(
                width,
                height,
                marginX,
                marginY,
                count,
                face,
                size,
                leading,
                indent,
                justified,
                textMath,
                columnRule,
                paper,
                ink,
                accent,
                header,
                footer);
    }

    double lineHeight() {
        return size * leading;
    }

    double columnGap() {
        return size * 2.2;
    }

    double columnWidth() {
        return (width - 2 * marginX - (columns - 1) * columnGap()) / columns;
    }
}
