package sigmark.app.base.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import sigmark.app.base.settings.Preferences.WindowPlace;
import sigmark.app.base.settings.RecentProject.LastPlace;
import sigmark.app.base.words.Language;

/**
 * Settings as a JSON file. A file that cannot be read is put aside as {@code settings.json.broken} and the defaults are
 * taken; a single odd value falls back alone. Writing replaces the file only when the new one is complete.
 */
public final class PreferencesFile {
    private static final Logger LOG = Logger.getLogger(PreferencesFile.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public PreferencesFile(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public Preferences read() {
        if (!Files.exists(file)) {
            return Preferences.DEFAULT;
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            if (root.isObject()) {
                return preferences(root);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "settings file " + file + " cannot be read; defaults are taken", e);
        }
        putAside();
        return Preferences.DEFAULT;
    }

    public void write(Preferences preferences) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        JSON.writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), tree(preferences));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "broken settings file " + file + " cannot be put aside", e);
        }
    }

    private static Preferences preferences(JsonNode root) {
        JsonNode window = root.path("window");
        return new Preferences(
                Language.ofCode(root.path("language").asText("")),
                root.path("theme").asText("light").equals("dark") ? Tone.DARK : Tone.LIGHT,
                root.path("person").asText(""),
                root.path("device").asText("auto"),
                keys(root.path("keys")),
                recent(root.path("recent")),
                new WindowPlace(
                        window.path("x").asDouble(0),
                        window.path("y").asDouble(0),
                        window.path("width").asDouble(0),
                        window.path("height").asDouble(0),
                        window.path("maximized").asBoolean(false)),
                splits(root.path("splits")),
                root.path("lookTaken").asBoolean(false));
    }

    private static Map<String, List<String>> keys(JsonNode node) {
        Map<String, List<String>> keys = new HashMap<>();
        node.properties().forEach(entry -> {
            List<String> chords = new ArrayList<>();
            entry.getValue().forEach(chord -> chords.add(chord.asText()));
            keys.put(entry.getKey(), chords);
        });
        return keys;
    }

    private static Map<String, Double> splits(JsonNode node) {
        Map<String, Double> splits = new HashMap<>();
        node.properties()
                .forEach(entry -> splits.put(entry.getKey(), entry.getValue().asDouble(0.5)));
        return splits;
    }

    private static List<RecentProject> recent(JsonNode node) {
        List<RecentProject> recent = new ArrayList<>();
        node.forEach(each -> recentProject(each).ifPresent(recent::add));
        return recent;
    }

    private static Optional<RecentProject> recentProject(JsonNode node) {
        JsonNode place = node.path("place");
        try {
            return Optional.of(new RecentProject(
                    node.path("name").asText(""),
                    node.path("folder").asText(""),
                    node.path("pages").asLong(0),
                    node.path("done").asLong(0),
                    Instant.parse(node.path("openedAt").asText("")),
                    new LastPlace(
                            place.path("workbench").asText(""),
                            place.path("pageId").asText(""),
                            place.path("pageName").asText(""),
                            place.path("regionId").asText(""))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode tree(Preferences preferences) {
        ObjectNode root = JSON.createObjectNode();
        preferences.language().ifPresent(language -> root.put("language", language.code()));
        root.put("theme", preferences.tone().name().toLowerCase(Locale.ROOT));
        root.put("person", preferences.person());
        root.put("device", preferences.device());
        root.put("lookTaken", preferences.lookTaken());
        ObjectNode keys = root.putObject("keys");
        preferences.keys().forEach((action, chords) -> {
            ArrayNode list = keys.putArray(action);
            chords.forEach(list::add);
        });
        ObjectNode splits = root.putObject("splits");
        preferences.splits().forEach(splits::put);
        WindowPlace window = preferences.window();
        root.putObject("window")
                .put("x", window.x())
                .put("y", window.y())
                .put("width", window.width())
                .put("height", window.height())
                .put("maximized", window.maximized());
        ArrayNode recent = root.putArray("recent");
        preferences.recent().forEach(project -> add(recent, project));
        return root;
    }

    private static void add(ArrayNode recent, RecentProject project) {
        ObjectNode node = recent.addObject()
                .put("name", project.name())
                .put("folder", project.folder())
                .put("pages", project.pages())
                .put("done", project.done())
                .put("openedAt", project.openedAt().toString());
        node.putObject("place")
                .put("workbench", project.place().workbench())
                .put("pageId", project.place().pageId())
                .put("pageName", project.place().pageName())
                .put("regionId", project.place().regionId());
    }
}
