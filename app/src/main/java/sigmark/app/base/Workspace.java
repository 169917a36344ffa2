package sigmark.app.base;

import java.util.function.Consumer;

/**
 * The open project as all workbenches share it: its edits on their way to the disk, and a way to send the person to
 * another workbench. Use from the window's thread.
 */
public final class Workspace {
    private final Desk desk;
    private final EditWriter edits;
    private final Consumer<Destination> navigator;

    public Workspace(Desk desk, EditWriter edits, Consumer<Destination> navigator) {
        this.desk = desk;
        this.edits = edits;
        this.navigator = navigator;
    }

    public Desk desk() {
        return desk;
    }

    public EditWriter edits() {
        return edits;
    }

    /** Shows a place, in whichever workbench it is. */
    public void go(Destination destination) {
        navigator.accept(destination);
    }
}
