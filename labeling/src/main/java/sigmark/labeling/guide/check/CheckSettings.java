package sigmark.labeling.guide.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * The settings of one check as a rule gives them, read by name. What does not fit ends in a {@link ProblemException}
 * {@code guide.bad-setting}.
 */
public final class CheckSettings {
    private final String where;
    private final Map<String, Object> values;
    private final Set<String> read = new TreeSet<>();

    /** @param where the rule's id, for problems */
    public CheckSettings(String where, Map<String, Object> values) {
        this.where = where;
        this.values = Map.copyOf(values);
    }

    /** Names that nobody asked for: misspelt ones, most likely. */
    public Set<String> unread() {
        Set<String> unread = new TreeSet<>(values.keySet());
        unread.removeAll(read);
        return unread;
    }

    public String text(String name, String otherwise) {
        read.add(name);
        Object value = values.get(name);
        return value == null ? otherwise : String.valueOf(value);
    }

    public double number(String name, double otherwise) {
        read.add(name);
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw bad(name, value);
    }

    /** A list of words, or one text of words with blanks between. */
    public Set<String> words(String name) {
        read.add(name);
        Object value = values.get(name);
        if (value instanceof List<?> list) {
            Set<String> words = new LinkedHashSet<>();
            list.forEach(word -> words.add(String.valueOf(word)));
            return words;
        }
        if (value instanceof String text) {
            return new LinkedHashSet<>(List.of(text.trim().split("\\s+")));
        }
        throw bad(name, value == null ? "" : value);
    }

    /** Texts by text, in their order. */
    public Map<String, String> pairs(String name) {
        read.add(name);
        Object value = values.get(name);
        if (!(value instanceof Map<?, ?> map)) {
            throw bad(name, value == null ? "" : value);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        map.forEach((from, to) -> pairs.put(String.valueOf(from), to == null ? "" : String.valueOf(to)));
        return pairs;
    }

    public Map<String, String> pairsOrNone(String name) {
        return values.containsKey(name) ? pairs(name) : Map.of();
    }

    public List<Pattern> patterns(String name) {
        read.add(name);
        Object value = values.get(name);
        List<?> texts = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        if (texts.isEmpty()) {
            throw bad(name, "");
        }
        List<Pattern> patterns = new ArrayList<>();
        for (Object text : texts) {
            try {
                patterns.add(Pattern.compile(String.valueOf(text)));
            } catch (PatternSyntaxException e) {
                throw new ProblemException(
                        Problem.of("guide.bad-setting", where, "setting", name, "value", String.valueOf(text)), e);
            }
        }
        return patterns;
    }

    public ProblemException bad(String name, Object value) {
        return new ProblemException(
                Problem.of("guide.bad-setting", where, "setting", name, "value", String.valueOf(value)));
    }
}
