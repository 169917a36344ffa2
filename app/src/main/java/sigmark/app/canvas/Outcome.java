package sigmark.app.canvas;

import java.util.Map;
import java.util.Set;
import sigmark.inference.page.Box;

/** What a finished gesture asks for; the workbench makes an edit of it. */
public sealed interface Outcome {
    /** Nothing happened. */
    Outcome NOTHING = new Nothing();

    /** Nothing happened. */
    record Nothing() implements Outcome {}

    /** These boxes, and no others, are selected. */
    record Select(Set<String> ids) implements Outcome {
        public Select {
            ids = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(ids));
        }
    }

    /** A new box; {@code snap} asks to hug the ink inside. */
    record Draw(Box box, boolean snap) implements Outcome {}

    /** Boxes moved or resized, by id; {@code snap} asks to hug the ink inside. */
    record Reshape(Map<String, Box> boxes, boolean snap) implements Outcome {
        public Reshape {
            boxes = Map.copyOf(boxes);
        }
    }
}
