package sigmark.labeling.edit;

/** Writes a page's remark. */
public record SetPageRemark(String pageId, String remark) implements Edit {
    @Override
    public String name() {
        return "set-page-remark";
    }

    @Override
    public void applyTo(Draft draft) {
        draft.put(draft.page(pageId).withRemark(remark));
    }
}
