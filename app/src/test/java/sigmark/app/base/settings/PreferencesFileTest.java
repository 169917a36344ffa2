package sigmark.app.base.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.base.settings.RecentProject.LastPlace;
import sigmark.app.base.words.Language;

class PreferencesFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Preferences preferences = Preferences.DEFAULT
                .withLanguage(Language.KOREAN)
                .withTone(Tone.DARK)
                .withPerson(" 김하나 ")
                .withDevice("cuda")
                .withKeys("app.search", List.of("Ctrl+P"))
                .withRecent(recent("/a"))
                .withRecent(recent("/b"))
                .withRecent(recent("/a"))
                .withSplit("label.left", 0.25)
                .withLookTaken(true)
                .withWindow(new Preferences.WindowPlace(10, 20, 1280, 800, true));
        PreferencesFile file = new PreferencesFile(folder.resolve("deep/settings.json"));
        file.write(preferences);

        assertThat(file.read()).isEqualTo(preferences);
        assertThat(preferences.person()).isEqualTo("김하나");
        assertThat(preferences.recent()).extracting(RecentProject::folder).containsExactly("/a", "/b");
    }

    @Test
    void aBrokenFileIsPutAsideAndDefaultsAreTaken() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"language\": \"ko\", \"keys\": {");

        assertThat(new PreferencesFile(path).read()).isEqualTo(Preferences.DEFAULT);
        assertThat(folder.resolve("settings.json.broken")).content().contains("\"ko\"");
        assertThat(path).doesNotExist();
    }

    @Test
    void anOddValueFallsBackAlone() throws IOException {
        Path path = folder.resolve("settings.json");
        Files.writeString(
                path,
                "{\"language\": \"tlh\", \"theme\": 7, \"person\": \"Kim\", \"recent\": [{\"name\": \"x\"}],"
                        + " \"window\": 3}");

        assertThat(new PreferencesFile(path).read()).isEqualTo(Preferences.DEFAULT.withPerson("Kim"));
    }

    @Test
    void foldersFollowThePlatform() {
        Path home = Path.of("/home/kim");
        assertThat(AppFolders.of(Map.of("XDG_CONFIG_HOME", "/conf"), "Linux", home))
                .isEqualTo(new AppFolders(
                        Path.of("/conf/sigmark"),
                        home.resolve(".local/state/sigmark"),
                        home.resolve(".local/share/sigmark")));
        assertThat(AppFolders.of(Map.of(), "Mac OS X", home).config())
                .isEqualTo(home.resolve("Library/Application Support/Sigmark"));
    }

    private static RecentProject recent(String path) {
        return new RecentProject("p", path, 24, 9, Instant.parse("2026-11-24T01:02:03Z"), LastPlace.NOWHERE);
    }
}
