package sigmark.app.latex;

import java.util.ArrayList;
import java.util.List;

/**
 * A text to insert with places where the caret stops.
 *
 * @param text what is inserted
 * @param stops offsets in the text, ascending; the last is where typing goes on; never empty
 */
public record Snippet(String text, List<Integer> stops) {
    /** Marks a stop in a template. */
    public static final char STOP = '¦';

    public Snippet {
        stops = List.copyOf(stops);
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("a snippet needs a place for the caret: " + text);
        }
    }

    /** Reads a template such as {@code \frac{¦}{¦}}; the end of the text is always the last stop. */
    public static Snippet of(String template) {
        var text = new StringBuilder();
        List<Integer> stops = new ArrayList<>();
        for (int i = 0; i < template.length(); i++) {
            if (template.charAt(i) == STOP) {
                stops.add(text.length());
            } else {
                text.append(template.charAt(i));
            }
        }
        if (stops.isEmpty() || stops.get(stops.size() - 1) != text.length()) {
            stops.add(text.length());
        }
        return new Snippet(text.toString(), stops);
    }

    /** Put around selected text: that fills the first stop. */
    public Snippet around(String selected) {
        int first = stops.get(0);
        List<Integer> moved = new ArrayList<>();
        if (stops.size() == 1) {
            moved.add(text.length() + selected.length());
        }
        for (int stop : stops.subList(1, stops.size())) {
            moved.add(stop + selected.length());
        }
        return new Snippet(text.substring(0, first) + selected + text.substring(first), moved);
    }

    /** An environment with this many rows and columns, one stop a cell. */
    public static Snippet matrix(String environment, int rows, int columns) {
        var template = new StringBuilder("\\begin{" + environment + "}\n");
        for (int row = 0; row < rows; row++) {
            template.append(' ');
            for (int column = 0; column < columns; column++) {
                template.append(column == 0 ? " " : " & ").append(STOP);
            }
            template.append(row == rows - 1 ? "\n" : " \\\\\n");
        }
        return of(template.append("\\end{" + environment + "}").toString());
    }
}
