package sigmark.app.main;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;

/** Finds texts on the screen that are still in the language that was left. */
final class ForeignWords {
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+(?:\\|[^}]*)?}");
    private static final int LEAST_LETTERS = 3;

    private final Map<String, Pattern> messages = new LinkedHashMap<>();
    private final List<Pattern> own;

    /** @param spoken the language that everything should be in */
    ForeignWords(Language spoken) {
        own = patterns(read(spoken)).values().stream().toList();
        Map<String, String> here = read(spoken);
        Map<String, String> foreign = read(spoken.other());
        foreign.entrySet().removeIf(entry -> entry.getValue().equals(here.get(entry.getKey())));
        messages.putAll(patterns(foreign));
    }

    /** Visible texts below a node that only the other language says, each with the key that says it. */
    List<String> in(Node node) {
        List<String> found = new ArrayList<>();
        for (String text : texts(node)) {
            boolean ours =
                    own.stream().anyMatch(pattern -> pattern.matcher(text).matches());
            if (!ours) {
                messages.entrySet().stream()
                        .filter(entry -> entry.getValue().matcher(text).matches())
                        .findFirst()
                        .ifPresent(entry -> found.add(text + " (" + entry.getKey() + ")"));
            }
        }
        return found;
    }

    /** All that can be read below a node, in its order. */
    static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        collect(node, texts);
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        } else if (node instanceof Text text && !(node.getParent() instanceof Labeled)) {
            texts.add(text.getText());
        } else if (node instanceof TextInputControl input && input.getPromptText() != null) {
            texts.add(input.getPromptText());
        } else if (node instanceof ComboBox<?> box && box.getAccessibleText() != null) {
            texts.add(box.getAccessibleText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static Map<String, Pattern> patterns(Map<String, String> texts) {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        texts.forEach((key, text) -> {
            long letters = PLACE.matcher(text)
                    .replaceAll("")
                    .chars()
                    .filter(Character::isLetter)
                    .count();
            if (letters >= LEAST_LETTERS
                    || PLACE.matcher(text).results().findAny().isEmpty()) {
                patterns.put(key, pattern(text));
            }
        });
        return patterns;
    }

    private static Pattern pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        for (var place : PLACE.matcher(text).results().toList()) {
            pattern.append(Pattern.quote(text.substring(at, place.start()))).append(".*");
            at = place.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(text.substring(at))).toString(), Pattern.DOTALL);
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String concern : Words.concerns()) {
            String file = "/sigmark/messages/" + concern + "_" + language.code() + ".properties";
            try (var in = Words.class.getResourceAsStream(file);
                    var reader = new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.forEach((key, value) -> texts.put((String) key, (String) value));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return texts;
    }
}
