package sigmark.app.service;

import java.util.function.BiConsumer;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Workspace;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.store.ProjectStore;

/** What every page of the workbench is handed: the open project and a way to another page. */
public final class ServiceDesk {
    private final Workspace workspace;
    private final BiConsumer<String, Destination> turner;
    private final ServiceModel model;
    private final FormulaPictures formulas;

    /** @param turner shows the page of an id and lets it go to a place */
    ServiceDesk(Workspace workspace, BiConsumer<String, Destination> turner) {
        this.workspace = workspace;
        this.turner = turner;
        this.model = new ServiceModel(workspace);
        this.formulas = new FormulaPictures(workspace.desk().jobs());
    }

    /** What the pages share: the sheet, the runs, the chosen run's verdicts. */
    public ServiceModel model() {
        return model;
    }

    /** Draws formulas for all pages. */
    public FormulaPictures formulas() {
        return formulas;
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

    /** Shows another page of this workbench. */
    public void turnTo(String page) {
        turner.accept(page, Destination.of("service"));
    }

    /** Shows another page at a place, such as a run. */
    public void turnTo(String page, Destination place) {
        turner.accept(page, place);
    }

    /** Shows pages and regions of a query in the Label workbench. */
    public void openInLabel(String query) {
        workspace.go(Destination.of("label").query(query));
    }
}
