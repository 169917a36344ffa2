package sigmark.app.service.online;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/** A number, or what is drawn for one, as a way to the requests behind it. Style class {@code number-link}. */
final class Link extends Button {
    private Link(String spoken, Runnable open) {
        getStyleClass().setAll("number-link");
        setAccessibleText(spoken);
        setMinWidth(0);
        setOnAction(event -> open.run());
    }

    /** @param styleClass of the words, such as {@code headline} */
    static Link of(String text, String styleClass, String spoken, Runnable open) {
        Link link = new Link(spoken, open);
        link.setText(text);
        link.getStyleClass().add(styleClass);
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }

    /** Anything else; what it says is in a tooltip too. */
    static Link of(Node drawing, String spoken, Runnable open) {
        Link link = new Link(spoken, open);
        link.setGraphic(drawing);
        link.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Tooltip.install(link, new Tooltip(spoken));
        return link;
    }
}
