package sigmark.app.guide;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;

/** The guide itself. */
final class RulesPage implements GuidePage {
    private final StackPane node = new StackPane();

    RulesPage(GuideDesk desk) {
        node.setId("rules-page");
        node.getChildren()
                .add(new EmptyState(
                        icon(),
                        desk.desk().texts().live("guide.empty"),
                        desk.desk().texts().live("guide.empty.why")));
    }

    @Override
    public String id() {
        return "rules";
    }

    @Override
    public String icon() {
        return "fth-book-open";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public java.util.List<Action> actions() {
        return java.util.List.of();
    }

    @Override
    public void shown() {
        node.requestFocus();
    }
}
