package sigmark.app.base.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import sigmark.inference.work.Problem;

/**
 * All texts of one language, merged from the message files that {@code messages/concerns.txt} lists. Works without
 * JavaFX. In a text {@code {name}} is replaced by a value (whole numbers with thousands marks) and
 * {@code {name|page|pages}} by the first word when the value is 1, else by the second. A key that is missing in Korean
 * is shown in English, one that is missing everywhere as itself.
 */
public final class Words {
    private static final String FOLDER = "/sigmark/messages/";
    private static final Map<Language, Words> LOADED = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, String> texts;
    private final Numbers numbers;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
        this.numbers = new Numbers(language);
    }

    /** The texts of a language; read once. */
    public static Words of(Language language) {
        return LOADED.computeIfAbsent(language, Words::load);
    }

    public Language language() {
        return language;
    }

    /** How numbers, times and dates are written in this language. */
    public Numbers numbers() {
        return numbers;
    }

    /** The text of a key, its places filled with values given as name, value, name, value. */
    public String text(String key, Object... namesAndValues) {
        String text = texts.get(key);
        return text == null ? key : fill(text, namesAndValues);
    }

    public String text(Message message) {
        return text(message.key(), message.toArray());
    }

    /** The text of a key as it stands in the file, places unfilled. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** What is wrong, in words. */
    public String what(Problem problem) {
        return fill(texts.getOrDefault("problem." + problem.code(), problem.code() + " · {where}"), facts(problem));
    }

    /** What to do about it, in words; empty where nobody wrote it. */
    public String remedy(Problem problem) {
        return fill(texts.getOrDefault("problem." + problem.code() + ".remedy", ""), facts(problem));
    }

    private static Object[] facts(Problem problem) {
        Object[] facts = new Object[2 + 2 * problem.facts().size()];
        facts[0] = "where";
        facts[1] = problem.where();
        int at = 2;
        for (Map.Entry<String, String> fact : problem.facts().entrySet()) {
            facts[at++] = fact.getKey();
            facts[at++] = fact.getValue();
        }
        return facts;
    }

    private String fill(String text, Object... namesAndValues) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String place = text.substring(open + 1, close);
            out.append(text, at, open).append(place(place, namesAndValues).orElse("{" + place + "}"));
            at = close + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    private Optional<String> place(String place, Object... namesAndValues) {
        int bar = place.indexOf('|');
        String name = bar < 0 ? place : place.substring(0, bar);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (name.equals(namesAndValues[i])) {
                Object value = namesAndValues[i + 1];
                return Optional.of(bar < 0 ? shown(value) : chosen(place.substring(bar + 1), value));
            }
        }
        return Optional.empty();
    }

    private String shown(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return numbers.count(((Number) value).longValue());
        }
        return value instanceof Message message ? text(message) : String.valueOf(value);
    }

    private static String chosen(String oneOrMany, Object value) {
        int bar = oneOrMany.indexOf('|');
        if (bar < 0) {
            return oneOrMany;
        }
        return String.valueOf(value).equals("1") ? oneOrMany.substring(0, bar) : oneOrMany.substring(bar + 1);
    }

    private static Words load(Language language) {
        Map<String, String> texts = new HashMap<>();
        for (String concern : concerns()) {
            read(concern, Language.ENGLISH, texts);
        }
        if (language != Language.ENGLISH) {
            for (String concern : concerns()) {
                read(concern, language, texts);
            }
        }
        return new Words(language, Map.copyOf(texts));
    }

    /** The names of the message files, without language and ending. */
    public static List<String> concerns() {
        try (InputStream in = Words.class.getResourceAsStream(FOLDER + "concerns.txt")) {
            if (in == null) {
                return List.of();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of message files", e);
        }
    }

    private static void read(String concern, Language language, Map<String, String> texts) {
        String file = FOLDER + concern + "_" + language.code() + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                return;
            }
            Properties properties = new Properties();
            properties.load(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            properties.forEach((key, value) -> texts.put((String) key, (String) value));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
