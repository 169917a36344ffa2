package sigmark.labeling.packing;

import java.nio.file.Path;
import java.util.Optional;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.store.ProjectStore;

/** Merges a return, and says when it begins; its parent kills it some time later. */
final class MergingChild {
    private MergingChild() {}

    public static void main(String[] arguments) {
        try (ProjectStore store = ProjectStore.open(Path.of(arguments[0]), Parcel.LEE)) {
            System.out.println("begin");
            System.out.flush();
            new PackageIn(store, PackageGuide.NONE)
                    .merge(Path.of(arguments[1]), Resolution.ASK, Optional.of(arguments[2]), Progress.SILENT);
        }
    }
}
