package sigmark.app.guide;

import java.util.function.BiConsumer;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Workspace;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.store.ProjectStore;

/**
 * What each page of the Guide workbench is handed: the open project, drawn formulas, and a way to the other pages.
 */
public final class GuideDesk {
    private final Workspace workspace;
    private final FormulaPictures pictures;
    private final BiConsumer<String, Destination> turn;

    GuideDesk(Workspace workspace, FormulaPictures pictures, BiConsumer<String, Destination> turn) {
        this.workspace = workspace;
        this.pictures = pictures;
        this.turn = turn;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Desk desk() {
        return workspace.desk();
    }

    public ProjectStore store() {
        return workspace.store();
    }

    public FormulaPictures pictures() {
        return pictures;
    }

    /** Shows another page of this workbench. */
    public void turnTo(String pageId) {
        turn.accept(pageId, Destination.of("guide"));
    }

    /** Shows another page of this workbench at a place; a rule's id is the place's query. */
    public void turnTo(String pageId, Destination place) {
        turn.accept(pageId, place);
    }
}
