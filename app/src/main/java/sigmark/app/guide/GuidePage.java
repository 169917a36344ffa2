package sigmark.app.guide;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import sigmark.app.base.Destination;
import sigmark.app.base.key.Action;

/**
 * One page of the Guide workbench, made once for the open project. The workbench names it in the bar on top, shows its
 * node in the rest of the window and sends it keys only while it is shown.
 */
public interface GuidePage extends AutoCloseable {
    /** Such as {@code questions}; lower case. */
    String id();

    /** Message key of its name in the bar. */
    default String textKey() {
        return "guide.page." + id();
    }

    /** Feather icon code. */
    String icon();

    /** The page; always the same node. */
    Node node();

    /** What can be done here; the scope of their keys is {@code guide.<id>}. */
    default List<Action> actions() {
        return List.of();
    }

    /** What waits here, such as the count of open questions, beside its name; empty when nothing does. */
    default ObservableValue<String> badge() {
        return new ReadOnlyStringWrapper("");
    }

    /** Where on the page we are, such as a rule's id; for the top bar, after the page's name. */
    default ObservableValue<String> place() {
        return new ReadOnlyStringWrapper("");
    }

    /** A few words for the right half of the status bar. */
    default ObservableValue<String> remark() {
        return new ReadOnlyStringWrapper("");
    }

    /** Shown now: read again what may be out of date, and take the focus. */
    void shown();

    /** Another page or workbench is shown: let go of what costs. */
    default void hidden() {}

    /** Goes to a place of this page, such as a rule or a question. */
    default void go(Destination destination) {}

    /** The project closes. */
    @Override
    default void close() {}
}
