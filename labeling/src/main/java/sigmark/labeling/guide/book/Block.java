package sigmark.labeling.guide.book;

import java.util.List;

/** A part of a text that stands on lines of its own. */
public sealed interface Block {
    /** A heading, level 1 to 6. */
    record Heading(int level, List<Span> spans) implements Block {}

    /** Lines that run on. */
    record Paragraph(List<Span> spans) implements Block {}

    /** A list, numbered from 1 or with bullets. */
    record Items(boolean numbered, List<List<Span>> items) implements Block {}

    /** A table; the first row is its head. Rows may differ in length. */
    record Table(List<List<List<Span>>> rows) implements Block {}

    /** Lines kept as they are. */
    record Code(String text) implements Block {}
}
