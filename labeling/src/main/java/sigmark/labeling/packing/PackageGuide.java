package sigmark.labeling.packing;

import java.util.Map;
import sigmark.labeling.store.ProjectStore;

/** How the work guide travels in a package: as files under {@code guide/}. */
public interface PackageGuide {
    /** A package without a guide. */
    PackageGuide NONE = new PackageGuide() {
        @Override
        public Map<String, byte[]> files(ProjectStore store, String labeler) {
            return Map.of();
        }

        @Override
        public void take(ProjectStore copy, Map<String, byte[]> files) {}
    };

    /** The guide that is in force, and how the labeler stands in its quiz; content by name. */
    Map<String, byte[]> files(ProjectStore store, String labeler);

    /** Puts the guide of a package into a working copy; the files may be anything. */
    void take(ProjectStore copy, Map<String, byte[]> files);

    /** What goes back of the guide's side, such as quiz results. */
    default Map<String, byte[]> results(ProjectStore copy) {
        return Map.of();
    }

    /** Keeps what came back; the files may be anything, and may come twice. */
    default void takeResults(ProjectStore store, String labeler, Map<String, byte[]> files) {}
}
