package sigmark.labeling.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.TypeLatex;

/**
 * Edits a project until it is killed, and prints the number of each edit once it is acknowledged. Edit n is told by n
 * alone: draw, type, undo, redo, and so on, so that the parent knows what has to be there.
 */
final class EditingChild {
    private EditingChild() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (ProjectStore store = ProjectStore.open(Path.of(arguments[0]), Sample.KIM)) {
            for (long number = done(store); ; number++) {
                edit(store, number);
                out.println(number + 1);
            }
        }
    }

    /** Edits done so far; each has one line in the history, before them stands the adding of the page. */
    static long done(ProjectStore store) {
        return store.history(0, 1).get(0).id() - 1;
    }

    private static void edit(ProjectStore store, long number) {
        String id = id(number / 4);
        switch ((int) (number % 4)) {
            case 0 -> store.apply(new DrawRegion(Sample.region(id, "p1")), 5);
            case 1 -> store.apply(new TypeLatex(id, latex(number / 4)), 5);
            case 2 -> store.undo();
            default -> store.redo();
        }
    }

    static String id(long block) {
        return "r" + block;
    }

    static String latex(long block) {
        return "\\frac{" + block + "}{2}";
    }
}
