package sigmark.labeling.edit;

import java.util.List;

/** Takes pages out of the project, their regions with them; undo brings both back. */
public record RemovePages(List<String> pageIds) implements Edit {
    public RemovePages {
        pageIds = List.copyOf(pageIds);
    }

    @Override
    public String name() {
        return "remove-pages";
    }

    @Override
    public void applyTo(Draft draft) {
        pageIds.forEach(draft::removePage);
    }
}
