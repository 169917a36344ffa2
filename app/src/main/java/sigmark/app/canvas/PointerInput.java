package sigmark.app.canvas;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import sigmark.app.canvas.PageScene.Pointer;

/** Turns mouse, wheel, pinch, Space and Escape into zooming, panning and gestures of the current tool. */
final class PointerInput {
    private static final double WHEEL_ZOOM = 1.0018;

    private final PageCanvas canvas;
    private Optional<Gesture> gesture = Optional.empty();
    private boolean spaceDown;
    private boolean panning;
    private double lastX;
    private double lastY;

    PointerInput(PageCanvas canvas) {
        this.canvas = canvas;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> showCursor(pointer(event)));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::pinched);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        canvas.focusedProperty().addListener((property, was, is) -> spaceDown = false);
    }

    private static Pointer pointer(MouseEvent event) {
        return new Pointer(event.getX(), event.getY(), event.isShiftDown() || event.isShortcutDown());
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        if (!canvas.hasPage()) {
            return;
        }
        lastX = event.getX();
        lastY = event.getY();
        boolean holdsSpace = spaceDown && event.getButton() == MouseButton.PRIMARY;
        if (event.getButton() == MouseButton.MIDDLE || holdsSpace) {
            panning = true;
            canvas.setCursor(Cursor.CLOSED_HAND);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            gesture = Optional.of(canvas.press(pointer(event)));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (panning) {
            canvas.pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        } else {
            gesture.ifPresent(running -> canvas.preview(running.drag(pointer(event))));
        }
    }

    private void released(MouseEvent event) {
        if (panning) {
            panning = false;
        } else if (gesture.isPresent()) {
            Gesture finished = gesture.get();
            gesture = Optional.empty();
            canvas.finish(finished.release(pointer(event)));
        }
        showCursor(pointer(event));
    }

    private void scrolled(ScrollEvent event) {
        if (!canvas.hasPage()) {
            return;
        }
        if (event.isShortcutDown()) {
            canvas.zoomAt(Math.pow(WHEEL_ZOOM, event.getDeltaY()), event.getX(), event.getY());
        } else {
            canvas.pan(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        canvas.zoomAt(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && !event.isShiftDown()) {
            spaceDown = true;
            canvas.setCursor(Cursor.OPEN_HAND);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && gesture.isPresent()) {
            gesture = Optional.empty();
            canvas.preview(Gesture.Preview.NONE);
            event.consume();
        }
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            spaceDown = false;
            canvas.setCursor(Cursor.DEFAULT);
            event.consume();
        }
    }

    private void showCursor(Pointer pointer) {
        if (!canvas.hasPage()) {
            canvas.setCursor(Cursor.DEFAULT);
        } else {
            canvas.setCursor(
                    spaceDown ? Cursor.OPEN_HAND : canvas.toolProperty().get().cursor(canvas.scene(), pointer));
        }
    }
}
