package sigmark.app.service;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import sigmark.app.base.Destination;
import sigmark.app.base.key.Action;

/**
 * One page of the Service workbench, made once for the open project. The workbench lists it on the left, shows its node
 * in the rest of the window and sends it keys only while it is shown.
 */
public interface ServicePage extends AutoCloseable {
    /** Such as {@code requirements}; lower case. */
    String id();

    /** Message key of its name in the list and in the top bar. */
    default String textKey() {
        return "service.page." + id();
    }

    /** Feather icon code. */
    String icon();

    /** True when a wider gap stands above it in the list: a new group begins. */
    default boolean beginsGroup() {
        return false;
    }

    /** The page; always the same node. */
    Node node();

    /** What can be done here; the scope of their keys is {@code service.<id>}. */
    default List<Action> actions() {
        return List.of();
    }

    /** A count beside its name, such as open items; empty when there is nothing to say. */
    default ObservableValue<String> badge() {
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

    /** Goes to a place of this page, such as a run. */
    default void go(Destination destination) {}

    /** The project closes. */
    @Override
    default void close() {}
}
