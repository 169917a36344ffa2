package sigmark.app.canvas;

import java.util.Map;
import java.util.Optional;
import sigmark.app.canvas.PageScene.Pointer;
import sigmark.inference.page.Box;

/** The pointer between press and release. Escape ends it without an outcome. */
public interface Gesture {
    /**
     * What to show meanwhile.
     *
     * @param boxes boxes in places other than their own, by id
     * @param band a rubber band or a box being drawn, in page pixels
     */
    record Preview(Map<String, Box> boxes, Optional<Box> band) {
        public static final Preview NONE = new Preview(Map.of(), Optional.empty());
    }

    /** The pointer moved while down. */
    Preview drag(Pointer pointer);

    /** The pointer was let go. */
    Outcome release(Pointer pointer);
}
