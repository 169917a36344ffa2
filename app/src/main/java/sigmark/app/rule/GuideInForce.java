package sigmark.app.rule;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.base.Jobs;
import sigmark.app.base.Workspace;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideChecker;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideReading;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.store.guide.GuideStore;

/** The guide that labels are checked by now, read off the window's thread. Use from the window's thread. */
public final class GuideInForce {
    /**
     * A guide ready for use.
     *
     * @param version 0 where the project has none and the guide that ships stands in
     */
    public record Loaded(int version, GuideSource source, Guide guide, GuideChecker checker) {
        static Loaded of(int version, GuideSource source) {
            GuideReading reading = GuideReader.read(source);
            return new Loaded(version, source, reading.guide(), new GuideChecker(reading.guide()));
        }
    }

    private static final Loaded NONE =
            new Loaded(-1, new GuideSource("", java.util.Map.of()), Guide.EMPTY, new GuideChecker(Guide.EMPTY));

    private final Workspace workspace;
    private final GuideStore guides;
    private final Jobs.Latest loading;
    private final ReadOnlyObjectWrapper<Loaded> loaded = new ReadOnlyObjectWrapper<>(NONE);

    public GuideInForce(Workspace workspace) {
        this.workspace = workspace;
        guides = new GuideStore(workspace.store());
        loading = workspace.desk().jobs().latest();
    }

    /** The guide; an empty one with version −1 until it is read. */
    public ReadOnlyObjectProperty<Loaded> property() {
        return loaded.getReadOnlyProperty();
    }

    public Loaded get() {
        return loaded.get();
    }

    /** Reads it again when another version came into force. */
    public void refresh() {
        int known = loaded.get().version();
        loading.load(
                () -> {
                    int now = workspace.store().info().guideVersion();
                    return now == known ? loaded.get() : Loaded.of(now, guides.sourceInForce());
                },
                read -> {
                    if (read.version() != loaded.get().version()) {
                        loaded.set(read);
                    }
                },
                workspace.desk().notices()::problem);
    }
}
