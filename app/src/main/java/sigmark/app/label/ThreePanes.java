package sigmark.app.label;

import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * List, work and inspector side by side. The lines between them are dragged, a double click restores them, and a closed
 * pane leaves a strip with its name. In a narrow window the list gives way first. Style class {@code three-panes}.
 */
final class ThreePanes extends Region {
    private static final double STRIP = 28;
    private static final double GRIP = 7;
    private static final double CENTER_MIN = 480;
    private static final double NARROW = 1230;

    private final Side left;
    private final Node center;
    private final Side right;

    /** The widths of a side pane in pixels. */
    record Widths(double least, double usual, double most) {}

    ThreePanes(
            Region leftNode,
            ObservableValue<String> leftName,
            Node center,
            Region rightNode,
            ObservableValue<String> rightName) {
        this.left = new Side(leftNode, leftName, new Widths(200, 232, 360), 1);
        this.center = center;
        this.right = new Side(rightNode, rightName, new Widths(344, 372, 560), -1);
        getStyleClass().add("three-panes");
        getChildren().addAll(leftNode, left.strip, center, rightNode, right.strip, left.grip, right.grip);
    }

    BooleanProperty leftOpenProperty() {
        return left.open;
    }

    BooleanProperty rightOpenProperty() {
        return right.open;
    }

    /** Remembers widths that a person chose. */
    void setWidths(double leftWidth, double rightWidth) {
        left.width = left.clamp(leftWidth);
        right.width = right.clamp(rightWidth);
        requestLayout();
    }

    void setOnLeftWidth(DoubleConsumer action) {
        left.onWidth = action;
    }

    void setOnRightWidth(DoubleConsumer action) {
        right.onWidth = action;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean narrow = width < NARROW;
        double leftWidth = left.shown(narrow);
        double rightWidth = right.shown(narrow);
        if (width - leftWidth - rightWidth < CENTER_MIN) {
            leftWidth = Math.max(left.open.get() ? left.widths.least : STRIP, width - rightWidth - CENTER_MIN);
        }
        left.place(0, leftWidth, height);
        right.place(width - rightWidth, rightWidth, height);
        center.resizeRelocate(leftWidth, 0, Math.max(0, width - leftWidth - rightWidth), height);
        left.grip.resizeRelocate(leftWidth - GRIP / 2, 0, GRIP, height);
        right.grip.resizeRelocate(width - rightWidth - GRIP / 2, 0, GRIP, height);
    }

    private final class Side {
        private final Region node;
        private final Button strip = new Button();
        private final Region grip = new Region();
        private final Widths widths;
        private final BooleanProperty open = new SimpleBooleanProperty(true);
        private double width;
        private double dragFrom;
        private DoubleConsumer onWidth = chosen -> {};

        Side(Region node, ObservableValue<String> name, Widths widths, int direction) {
            this.node = node;
            this.widths = widths;
            this.width = widths.usual;
            node.getStyleClass().add(direction > 0 ? "left-pane" : "right-pane");
            Label word = new Label();
            word.textProperty().bind(name);
            word.setRotate(-90);
            strip.setGraphic(new Group(word));
            strip.getStyleClass().setAll("pane-strip");
            strip.accessibleTextProperty().bind(name);
            strip.setOnAction(event -> open.set(true));
            open.addListener((property, old, now) -> requestLayout());
            grip.setCursor(Cursor.H_RESIZE);
            grip.getStyleClass().add("pane-grip");
            grip.setOnMousePressed(event -> dragFrom = event.getScreenX() - direction * width);
            grip.setOnMouseDragged(event -> resize(direction * (event.getScreenX() - dragFrom)));
            grip.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    resize(widths.usual);
                }
            });
        }

        private void resize(double wanted) {
            width = clamp(wanted);
            onWidth.accept(width);
            requestLayout();
        }

        private double clamp(double wanted) {
            return Math.max(widths.least, Math.min(widths.most, wanted));
        }

        private double shown(boolean narrow) {
            return !open.get() ? STRIP : narrow ? Math.min(width, widths.least) : width;
        }

        private void place(double x, double paneWidth, double height) {
            node.setVisible(open.get());
            strip.setVisible(!open.get());
            grip.setVisible(open.get());
            (open.get() ? node : strip).resizeRelocate(x, 0, paneWidth, height);
        }
    }
}
