package sigmark.app.analyze.sample;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import sigmark.app.base.key.Action;

/** What can be done with one sample: looking closer, on page, crop and renderings at once. */
public record SampleActions(Action fit, Action actualSize, Action zoomIn, Action zoomOut, Action match) {
    private static final String SCOPE = "analyze.sample";
    private static final double STEP = 1.25;

    /** What the screen does when an action is taken. */
    public interface Doing {
        void fit();

        void actualSize();

        void zoom(double factor);

        void turnMatch();
    }

    /** @param shown the sample is in sight */
    public static SampleActions of(Doing doing, ObservableBooleanValue shown) {
        return new SampleActions(
                action("fit", "Ctrl+0", "fth-minimize", doing::fit, shown),
                action("actual-size", "Ctrl+9", "fth-square", doing::actualSize, shown),
                action("zoom-in", "Ctrl+=", "fth-zoom-in", () -> doing.zoom(STEP), shown),
                action("zoom-out", "Ctrl+-", "fth-zoom-out", () -> doing.zoom(1 / STEP), shown),
                action("match", "D", "fth-link", doing::turnMatch, shown));
    }

    private static Action action(String name, String key, String icon, Runnable run, ObservableBooleanValue shown) {
        return Action.of("analyze.sample." + name, SCOPE, run)
                .withKeys(key)
                .withIcon(icon)
                .when(shown);
    }

    public List<Action> all() {
        return List.of(fit, actualSize, zoomIn, zoomOut, match);
    }
}
