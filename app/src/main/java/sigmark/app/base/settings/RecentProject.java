package sigmark.app.base.settings;

import java.time.Instant;

/**
 * A project that was open, as the start page lists it without opening it.
 *
 * @param folder where it was
 * @param pages in it, of which {@code done} were labeled or further
 * @param place the page where the person stopped; empty when none was open
 */
public record RecentProject(String name, String folder, long pages, long done, Instant openedAt, LastPlace place) {
    public RecentProject {
        if (pages < 0 || done < 0) {
            throw new IllegalArgumentException("project %s with pages=%d done=%d".formatted(name, pages, done));
        }
    }

    /**
     * Where a person stopped; all empty when nowhere.
     *
     * @param pageName as shown to people
     */
    public record LastPlace(String workbench, String pageId, String pageName, String regionId) {
        public static final LastPlace NOWHERE = new LastPlace("", "", "", "");
    }
}
