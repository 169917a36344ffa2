package sigmark.labeling.edit;

import java.util.Set;

/** Gives a page exactly these tags. */
public record SetPageTags(String pageId, Set<String> tags) implements Edit {
    public SetPageTags {
        tags = Set.copyOf(tags);
    }

    @Override
    public String name() {
        return "set-page-tags";
    }

    @Override
    public void applyTo(Draft draft) {
        draft.put(draft.page(pageId).withTags(tags));
    }
}
