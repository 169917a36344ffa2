package sigmark.app.label;

import java.util.Optional;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.TypeLatex;

/**
 * Typing that waits to be written. Further keys of the same session change it until the writer takes it, so that a slow
 * disk gets the newest text and not every letter. Changed on the window's thread, taken on the writer's.
 */
final class TypingInLine {
    private TypeLatex edit;
    private boolean taken;

    TypingInLine(TypeLatex first) {
        edit = first;
    }

    /** Takes in the next key; false when it is too late or another session. */
    synchronized boolean add(TypeLatex next) {
        Optional<Edit> merged = edit.mergeWith(next);
        if (taken || merged.isEmpty()) {
            return false;
        }
        edit = next;
        return true;
    }

    /** What is to be written now; the same again after a failure. */
    synchronized TypeLatex take() {
        taken = true;
        return edit;
    }

    /** What would be written now. */
    synchronized TypeLatex newest() {
        return edit;
    }
}
