package sigmark.app.service;

import javafx.scene.Node;
import sigmark.app.base.Desk;
import sigmark.app.base.control.EmptyState;

/** The requirement sheet, line by line, against what a run measured. */
final class RequirementsPage implements ServicePage {
    private final PageFrame node;

    RequirementsPage(ServiceDesk service) {
        Desk desk = service.desk();
        node = new PageFrame(desk, textKey());
        node.work(new EmptyState(
                "fth-clipboard",
                desk.texts().live("service.requirements.none"),
                desk.texts().live("service.requirements.none.why")));
    }

    @Override
    public String id() {
        return "requirements";
    }

    @Override
    public String icon() {
        return "fth-clipboard";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {}
}
