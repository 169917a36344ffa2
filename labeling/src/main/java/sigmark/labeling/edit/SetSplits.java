package sigmark.labeling.edit;

import java.util.Map;
import sigmark.labeling.project.Split;

/** Says what pages are used for: split by page id. */
public record SetSplits(Map<String, Split> splits) implements Edit {
    public SetSplits {
        splits = Map.copyOf(splits);
    }

    /** For one page. */
    public SetSplits(String pageId, Split split) {
        this(Map.of(pageId, split));
    }

    @Override
    public String name() {
        return "set-splits";
    }

    @Override
    public void applyTo(Draft draft) {
        splits.forEach((pageId, split) -> draft.put(draft.page(pageId).withSplit(split)));
    }
}
