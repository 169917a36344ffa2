package sigmark.inference.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * The models at hand: those shipped on the class path under {@code /sigmark/models/} (named in {@code models.txt} there)
 * and those in folders of the user. A model is a folder with a {@code card.json} and the files that it names; its name
 * is {@code name-version}, such as {@code recognizer-1}. A user's model hides a shipped one of the same name.
 */
public final class ModelStore {
    private static final String SHIPPED = "/sigmark/models/";
    private static final String CARD = "card.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Path> folders;

    /** @param folders looked through first to last; need not exist */
    public ModelStore(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** With the user's data folder: {@code $XDG_DATA_HOME/sigmark/models}, else {@code ~/.local/share/sigmark/models}. */
    public static ModelStore ofUser(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path data = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(xdg);
        return new ModelStore(List.of(data.resolve("sigmark").resolve("models")));
    }

    /** Cards of all readable models by name; unreadable ones are in {@code problems}. */
    public List<ModelCard> list(List<Problem> problems) {
        Map<String, ModelCard> cards = new TreeMap<>();
        for (String name : names()) {
            try {
                cards.put(name, card(name));
            } catch (ProblemException broken) {
                problems.add(broken.problem());
            }
        }
        return List.copyOf(cards.values());
    }

    /** Name and version in one word, as {@link #open} takes it. */
    public static String nameOf(ModelCard card) {
        return card.name() + "-" + card.version();
    }

    /**
     * Reads a model whole and checks its hash.
     *
     * @throws ProblemException {@code model.missing}, {@code model.card-broken}, {@code model.file-missing} or
     *     {@code model.damaged}
     */
    public ModelFiles open(String name) {
        ModelCard card = card(name);
        Map<String, byte[]> files = new HashMap<>();
        MessageDigest digest = sha256();
        for (String file : card.files()) {
            byte[] bytes = read(name, file);
            digest.update(bytes);
            files.put(file, bytes);
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(card.sha256())) {
            throw new ProblemException(Problem.of("model.damaged", name, "expected", card.sha256(), "found", found));
        }
        return new ModelFiles(card, files);
    }

    /** A file that lies beside a model's own ones, such as weights to train on from; empty when the model has none. */
    public Optional<byte[]> beside(String name, String file) {
        card(name);
        try {
            return Optional.of(read(name, file));
        } catch (ProblemException missing) {
            return Optional.empty();
        }
    }

    /** SHA-256 over files in order, as cards record it. */
    public static String hash(List<byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private ModelCard card(String name) {
        byte[] bytes = read(name, CARD);
        try {
            JsonNode document = JSON.readTree(bytes);
            List<String> files = new ArrayList<>();
            required(name, document, "files").forEach(file -> files.add(file.asText()));
            return new ModelCard(
                    required(name, document, "name").asText(),
                    required(name, document, "version").asText(),
                    required(name, document, "task").asText(),
                    required(name, document, "licence").asText(),
                    files,
                    required(name, document, "sha256").asText(),
                    document.path("parameters").asLong(),
                    document);
        } catch (IOException notJson) {
            throw new ProblemException(
                    Problem.of("model.card-broken", name, "reason", String.valueOf(notJson.getMessage())), notJson);
        }
    }

    private static JsonNode required(String name, JsonNode document, String field) {
        JsonNode value = document.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new ProblemException(Problem.of("model.card-broken", name, "reason", "no field " + field));
        }
        return value;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    entries.filter(entry -> Files.exists(entry.resolve(CARD)))
                            .map(entry -> entry.getFileName().toString())
                            .forEach(names::add);
                } catch (IOException unreadable) {
                    throw new ProblemException(
                            Problem.of("model.missing", folder.toString(), "reason", String.valueOf(unreadable)),
                            unreadable);
                }
            }
        }
        try (InputStream list = ModelStore.class.getResourceAsStream(SHIPPED + "models.txt")) {
            if (list != null) {
                new String(list.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(names::add);
            }
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of("model.missing", SHIPPED, "reason", String.valueOf(unreadable)), unreadable);
        }
        return names.stream().distinct().sorted().toList();
    }

    private byte[] read(String name, String file) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || !file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new ProblemException(Problem.of("model.missing", name, "reason", "not a model's name: " + file));
        }
        for (Path folder : folders) {
            Path path = folder.resolve(name).resolve(file);
            if (Files.exists(folder.resolve(name).resolve(CARD))) {
                try {
                    return Files.readAllBytes(path);
                } catch (IOException unreadable) {
                    throw new ProblemException(
                            Problem.of("model.file-missing", path.toString(), "model", name), unreadable);
                }
            }
        }
        try (InputStream shipped = ModelStore.class.getResourceAsStream(SHIPPED + name + "/" + file)) {
            if (shipped == null) {
                throw new ProblemException(Problem.of(
                        file.equals(CARD) ? "model.missing" : "model.file-missing", name + "/" + file, "model", name));
            }
            return shipped.readAllBytes();
        } catch (IOException unreadable) {
            throw new ProblemException(Problem.of("model.file-missing", name + "/" + file, "model", name), unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
