package sigmark.app.base.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where Sigmark keeps its own files, by the platform's habits (XDG on Linux).
 *
 * @param config settings
 * @param state logs
 * @param data what people would miss: sample copies, trained models
 */
public record AppFolders(Path config, Path state, Path data) {
    /** Those of this machine and person. */
    public static AppFolders ofMachine() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    static AppFolders of(Map<String, String> environment, String system, Path home) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            return new AppFolders(roaming.resolve("Sigmark"), local.resolve("Sigmark/log"), local.resolve("Sigmark"));
        }
        if (os.contains("mac")) {
            Path support = home.resolve("Library/Application Support/Sigmark");
            return new AppFolders(support, home.resolve("Library/Logs/Sigmark"), support);
        }
        return new AppFolders(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("sigmark"),
                folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                        .resolve("sigmark"),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve("sigmark"));
    }

    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
