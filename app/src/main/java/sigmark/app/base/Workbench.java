package sigmark.app.base;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import sigmark.app.base.key.Action;

/**
 * One of the window's workbenches, made for one open project. The main window shows its node, sends keys to its
 * actions, and writes its place into the top bar and its hints into the status bar. Workbenches know nothing of each
 * other: they ask the workspace to {@link Workspace#go go} somewhere.
 */
public interface Workbench extends AutoCloseable {
    /** Such as {@code label}; also the scope of its keys. */
    String id();

    /** Message key of its name in the rail. */
    default String textKey() {
        return "workbench." + id();
    }

    /** Feather icon code for the rail. */
    String icon();

    /** The screen; always the same node. */
    Node node();

    /** Everything that can be done here, for keys, command search and key sheet. */
    List<Action> actions();

    /** Where in the project we are, such as the page's name; shown after the project's name. */
    ObservableValue<String> place();

    /** Actions whose keys the status bar shows now, most useful first. */
    ObservableValue<List<Action>> hints();

    /** A few words for the right half of the status bar; empty when there is nothing to say. */
    ObservableValue<String> remark();

    /** Shown now: refresh what may be out of date and take the focus. */
    void activated();

    /** Another workbench is shown: let go of what costs. */
    default void deactivated() {}

    /** Goes to a page, region or run. */
    default void go(Destination destination) {}

    /** The project closes. */
    @Override
    default void close() {}
}
