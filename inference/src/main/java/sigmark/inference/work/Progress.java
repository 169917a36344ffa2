package sigmark.inference.work;

/**
 * What a long job tells its caller, and how it learns that it should stop. Implementations are safe to call from any
 * thread and cheap enough to call once an item.
 */
public interface Progress {
    /** Tells nobody and is never cancelled. */
    Progress SILENT = new Progress() {
        @Override
        public void update(long done, long total, String item) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * Says how far the job is.
     *
     * @param done items finished, failed ones included
     * @param total items in all, or -1 while unknown
     * @param item what was just finished (a page name, a step), for display; may be empty
     */
    void update(long done, long total, String item);

    /** True once a person asked to stop; the job then leaves its data whole and returns what is done. */
    boolean cancelled();
}
