package sigmark.app.service;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;

/** How a page is laid out: a head with title, remark and tools; the work; an inspector on the right when there is one. */
public final class PageFrame extends BorderPane {
    private final HBox tools = new HBox(8);
    private final Label remark = new Label();

    public PageFrame(Desk desk, String titleKey) {
        getStyleClass().addAll("pane", "service-frame");
        Label title = desk.texts().on(new Label(), titleKey);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        remark.getStyleClass().add("text-muted");
        remark.setMinWidth(0);
        HBox.setHgrow(remark, Priority.ALWAYS);
        remark.setMaxWidth(Double.MAX_VALUE);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, title, remark, tools);
        head.getStyleClass().add("toolbar");
        setTop(head);
    }

    /** Words beside the title. */
    public PageFrame remark(ObservableValue<String> words) {
        remark.textProperty().bind(words);
        return this;
    }

    /** Buttons and choices at the right end of the head. */
    public PageFrame tools(Node... nodes) {
        tools.getChildren().setAll(nodes);
        return this;
    }

    public PageFrame work(Node node) {
        setCenter(node);
        return this;
    }

    /** Sections one below another that scroll when the window is low. */
    public PageFrame inspector(VBox sections) {
        sections.getStyleClass().add("service-inspector");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("pane", "pane-right", "service-inspector-scroll");
        setRight(scroll);
        return this;
    }
}
