package sigmark.app.analyze.compare;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import sigmark.app.analyze.model.VerdictViewModel;
import sigmark.app.base.key.Action;
import sigmark.labeling.verdict.Weight;

/** What can be done while runs are compared: looking at pairs, without saying whose reading is whose. */
public record CompareActions(
        Action next, Action left, Action right, Action equal, Action real, Action cosmetic, Action truthWrong) {
    private static final String SCOPE = "analyze.compare";

    /** @param shown the screen is in sight and no text has the focus */
    public static CompareActions of(VerdictViewModel view, ObservableBooleanValue shown) {
        return new CompareActions(
                action("next", "N", "fth-play", view::next, shown),
                action("left", "1", "fth-chevron-left", () -> view.prefer(true, false), shown),
                action("right", "2", "fth-chevron-right", () -> view.prefer(false, false), shown),
                action("equal", "0", "fth-minus", () -> view.prefer(false, true), shown),
                action("real", "R", "fth-alert-octagon", () -> view.weigh(Weight.REAL), shown),
                action("cosmetic", "C", "fth-feather", () -> view.weigh(Weight.COSMETIC), shown),
                action("truth-wrong", "T", "fth-tag", () -> view.weigh(Weight.TRUTH_WRONG), shown));
    }

    private static Action action(String name, String key, String icon, Runnable run, ObservableBooleanValue shown) {
        return Action.of("analyze.compare." + name, SCOPE, run)
                .withKeys(key)
                .withIcon(icon)
                .when(shown);
    }

    public List<Action> all() {
        return List.of(next, left, right, equal, real, cosmetic, truthWrong);
    }
}
