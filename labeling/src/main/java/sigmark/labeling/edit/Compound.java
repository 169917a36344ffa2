package sigmark.labeling.edit;

import java.util.List;

/**
 * Several edits as one transaction and one undo step; each sees what those before it did.
 *
 * @param label word for the whole in history and message keys, such as {@code paste}
 */
public record Compound(List<Edit> edits, String label) implements Edit {
    public Compound {
        edits = List.copyOf(edits);
    }

    @Override
    public String name() {
        return label;
    }

    @Override
    public void applyTo(Draft draft) {
        edits.forEach(edit -> edit.applyTo(draft));
    }
}
