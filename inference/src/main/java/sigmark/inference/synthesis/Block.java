package sigmark.inference.synthesis;

import java.util.List;

/** One thing down a page. Texts are in the markup of {@link RichText}. */
sealed interface Block {
    /** @param level 0 for the page's title, then 1 and 2 */
    record Heading(String text, int level) implements Block {}

    /** @param label what stands before it, with the text hanging beside; empty for none */
    record Paragraph(String label, String text, int depth) implements Block {}

    /** @param number the equation number in its brackets; empty for none */
    record Display(String latex, String number) implements Block {}

    /** Answers to choose from, side by side where they fit. */
    record Choices(List<String> texts) implements Block {}

    /** @param shape a shape of {@link FigurePainter} */
    record Figure(String shape, String caption) implements Block {}

    /** @param rows cells row by row; the first row is the head */
    record Table(List<List<String>> rows, boolean ruled) implements Block {}

    /** Blocks inside a frame with a word on its upper edge, such as a box of statements. */
    record Frame(String title, List<Block> blocks) implements Block {}

    /** A thin line across the column. */
    record Rule() implements Block {}

    /** @param lines empty lines */
    record Gap(double lines) implements Block {}

    record ColumnBreak() implements Block {}
}
