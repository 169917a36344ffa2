package sigmark.app.analyze;

import java.util.List;
import sigmark.app.base.key.Action;

/** What can be done in the workbench, for buttons, keys, command search and key sheet. */
record AnalyzeActions(
        Action next,
        Action previous,
        Action open,
        Action back,
        Action fixLabel,
        Action wrongOnly,
        Action showAll,
        Action report) {
    static final String SCOPE = "analyze";

    List<Action> all() {
        return List.of(next, previous, open, back, fixLabel, wrongOnly, showAll, report);
    }
}
