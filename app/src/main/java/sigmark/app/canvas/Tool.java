package sigmark.app.canvas;

import javafx.scene.Cursor;
import sigmark.app.canvas.PageScene.Pointer;

/** What pressing on the page begins. One small class a tool; tools hold no state between gestures. */
public interface Tool {
    Gesture press(PageScene scene, Pointer pointer);

    /** The cursor while the pointer hovers. */
    Cursor cursor(PageScene scene, Pointer pointer);
}
