package sigmark.inference.latex.tidy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of one text, each of a stretch of it; of two that overlap the first in the text counts. */
final class Edits {
    private record Edit(int start, int end, String text) {}

    private final String before;
    private final List<Edit> edits = new ArrayList<>();

    Edits(String before) {
        this.before = before;
    }

    void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    /** The text with all changes. */
    String result() {
        edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        StringBuilder after = new StringBuilder(before.length() + 2 * edits.size());
        int at = 0;
        for (Edit edit : edits) {
            if (edit.start() >= at) {
                after.append(before, at, edit.start()).append(edit.text());
                at = edit.end();
            }
        }
        return after.append(before, at, before.length()).toString();
    }
}
