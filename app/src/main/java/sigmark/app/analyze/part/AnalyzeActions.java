package sigmark.app.analyze.part;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import sigmark.app.base.key.Action;

/**
 * What can be done in the workbench, for buttons, keys, command search and key sheet.
 *
 * @param open the sample, from the list
 * @param back from a screen to the samples
 * @param goBack to the place before, whatever it was
 * @param pictures the next set of pictures
 */
public record AnalyzeActions(
        Action next,
        Action previous,
        Action right,
        Action left,
        Action open,
        Action back,
        Action goBack,
        Action goForward,
        Action fixLabel,
        Action wrongOnly,
        Action showAll,
        Action filter,
        Action grid,
        Action pictures,
        Action slices,
        Action compare,
        Action report) {
    public static final String SCOPE = "analyze";

    /** What the workbench does when an action is taken. */
    public interface Doing {
        void step(int rows, int columns);

        void openSample();

        void leaveScreen();

        void goBack();

        void goForward();

        void fixLabel();

        void wrongOnly();

        void showAll();

        void filter();

        void turnGrid();

        void turnPictures();

        void showSlices();

        void showCompare();

        void report();
    }

    /**
     * When actions are possible.
     *
     * @param listed there are samples, and no control has the focus that needs the arrow keys or Enter itself
     * @param opens the same, or slices are listed
     * @param tiles samples are listed as tiles
     * @param overview the samples are in sight
     */
    public record When(
            BooleanExpression listed,
            BooleanExpression opens,
            BooleanExpression tiles,
            BooleanExpression any,
            BooleanExpression overview,
            BooleanExpression behind,
            BooleanExpression ahead,
            BooleanExpression evaluated,
            BooleanExpression compares) {}

    public static AnalyzeActions of(Doing doing, When when) {
        return new AnalyzeActions(
                action("next", () -> doing.step(1, 0)).withKeys("Down").when(when.listed()),
                action("previous", () -> doing.step(-1, 0)).withKeys("Up").when(when.listed()),
                action("right", () -> doing.step(0, 1)).withKeys("Right").when(when.tiles()),
                action("left", () -> doing.step(0, -1)).withKeys("Left").when(when.tiles()),
                action("open", doing::openSample)
                        .withKeys("Enter")
                        .withIcon("fth-maximize-2")
                        .when(when.opens()),
                action("back", doing::leaveScreen).withKeys("Esc").withIcon("fth-arrow-left"),
                action("go-back", doing::goBack)
                        .withKeys("Alt+Left")
                        .withIcon("fth-chevron-left")
                        .when(when.behind()),
                action("go-forward", doing::goForward)
                        .withKeys("Alt+Right")
                        .withIcon("fth-chevron-right")
                        .when(when.ahead()),
                action("fix", doing::fixLabel)
                        .withKeys("L")
                        .withIcon("fth-edit-2")
                        .when(when.any()),
                action("wrong", doing::wrongOnly).withKeys("E").withIcon("fth-alert-circle"),
                action("all", doing::showAll).withKeys("Shift+F"),
                action("filter", doing::filter)
                        .withKeys("F", "/")
                        .withIcon("fth-filter")
                        .when(when.overview()),
                action("grid", doing::turnGrid)
                        .withKeys("G")
                        .withIcon("fth-grid")
                        .when(when.overview()),
                action("pictures", doing::turnPictures)
                        .withKeys("P")
                        .withIcon("fth-pie-chart")
                        .when(when.overview()),
                action("slices", doing::showSlices)
                        .withKeys("S")
                        .withIcon("fth-layers")
                        .when(when.evaluated()),
                Action.of("analyze.compare", "analyze.samples", doing::showCompare)
                        .withKeys("C")
                        .withIcon("fth-columns")
                        .when(when.compares()),
                action("report", doing::report).withIcon("fth-file-text").when(when.evaluated()));
    }

    private static Action action(String name, Runnable run) {
        return Action.of("analyze." + name, SCOPE, run);
    }

    public List<Action> all() {
        return List.of(
                next, previous, right, left, open, back, goBack, goForward, fixLabel, wrongOnly, showAll, filter, grid,
                pictures, slices, compare, report);
    }
}
