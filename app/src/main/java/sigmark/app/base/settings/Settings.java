package sigmark.app.base.settings;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The person's preferences now; every change is written to the file at once, off the window's thread. Use from the
 * window's thread.
 */
public final class Settings {
    private static final Logger LOG = Logger.getLogger(Settings.class.getName());

    private final PreferencesFile file;
    private final Executor writer;
    private final ReadOnlyObjectWrapper<Preferences> preferences;

    /**
     * @param first what the file says, read before the window opens
     * @param writer works in order, off the window's thread
     */
    public Settings(PreferencesFile file, Preferences first, Executor writer) {
        this.file = file;
        this.writer = writer;
        this.preferences = new ReadOnlyObjectWrapper<>(first);
    }

    public Preferences get() {
        return preferences.get();
    }

    public ReadOnlyObjectProperty<Preferences> property() {
        return preferences.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Preferences> change) {
        Preferences next = change.apply(preferences.get());
        if (next.equals(preferences.get())) {
            return;
        }
        preferences.set(next);
        writer.execute(() -> {
            try {
                file.write(next);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "settings are not saved to " + file.file(), e);
            }
        });
    }
}
