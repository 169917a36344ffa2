package sigmark.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.Notices;
import sigmark.app.base.Texts;
import sigmark.app.base.Theme;
import sigmark.app.base.key.KeyBook;
import sigmark.app.base.settings.Preferences;
import sigmark.app.base.settings.PreferencesFile;
import sigmark.app.base.settings.Settings;
import sigmark.app.base.words.Language;

/** A desk for view models that are tested without a window. */
public final class TestDesk {
    private TestDesk() {}

    public static Desk on(Jobs jobs) {
        try {
            PreferencesFile file = new PreferencesFile(
                    Files.createTempDirectory("sigmark-desk").resolve("settings.json"));
            Settings settings = new Settings(file, Preferences.DEFAULT.withPerson("Kim"), Runnable::run);
            return new Desk(
                    new Texts(Language.ENGLISH), Theme.unshown(), settings, jobs, new KeyBook(Map::of), new Notices());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
