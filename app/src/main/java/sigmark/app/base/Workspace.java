package sigmark.app.base;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.base.settings.AppFolders;
import sigmark.app.base.settings.RecentProject.LastPlace;
import sigmark.labeling.delivery.VendorCopy;
import sigmark.labeling.store.ProjectStore;

/**
 * The open project as all workbenches share it: its store, the edits on their way to the disk, the place where the
 * person stands, and a way to send them to another workbench. Use from the window's thread; the store's own calls
 * block and belong into {@link Jobs#load} and {@link EditWriter#submit}.
 */
public final class Workspace {
    private final Desk desk;
    private final ProjectStore store;
    private final EditWriter edits;
    private final Consumer<Destination> navigator;
    private final Optional<VendorCopy> vendorCopy;
    private final Path keyFolder;
    private final ReadOnlyBooleanWrapper quizDue = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<LastPlace> place = new ReadOnlyObjectWrapper<>(LastPlace.NOWHERE);

    public Workspace(Desk desk, ProjectStore store, EditWriter edits, Consumer<Destination> navigator) {
        this(
                desk,
                store,
                edits,
                navigator,
                Optional.empty(),
                AppFolders.ofMachine().data().resolve("keys"));
    }

    /**
     * A workspace that may be a labeler's.
     *
     * @param vendorCopy the package that the project is a working copy of
     * @param keyFolder where this person's signing keys lie
     */
    public Workspace(
            Desk desk,
            ProjectStore store,
            EditWriter edits,
            Consumer<Destination> navigator,
            Optional<VendorCopy> vendorCopy,
            Path keyFolder) {
        this.vendorCopy = vendorCopy;
        this.keyFolder = keyFolder;
        this.desk = desk;
        this.store = store;
        this.edits = edits;
        this.navigator = navigator;
    }

    public Desk desk() {
        return desk;
    }

    public ProjectStore store() {
        return store;
    }

    /** The package that the project is a labeler's working copy of; empty in a project of one's own. */
    public Optional<VendorCopy> vendorCopy() {
        return vendorCopy;
    }

    /** Whether the guide's quiz has to be passed before anything is labeled. */
    public ReadOnlyBooleanProperty quizDueProperty() {
        return quizDue.getReadOnlyProperty();
    }

    /** The quiz has to be passed first, or was passed just now. */
    public void setQuizDue(boolean due) {
        quizDue.set(due);
    }

    /** Where this person's signing keys lie. */
    public Path keyFolder() {
        return keyFolder;
    }

    public EditWriter edits() {
        return edits;
    }

    /** Shows a place, in whichever workbench it is. */
    public void go(Destination destination) {
        navigator.accept(destination);
    }

    /** Remembers where the person is, so that they can continue there after the next start. */
    public void standAt(LastPlace here) {
        place.set(here);
    }

    public ReadOnlyObjectProperty<LastPlace> placeProperty() {
        return place.getReadOnlyProperty();
    }
}
