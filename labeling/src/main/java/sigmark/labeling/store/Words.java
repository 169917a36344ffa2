package sigmark.labeling.store;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sigmark.labeling.project.RegionFlag;

/** How enums and sets stand in columns and in the journal: words of the query language; tags a line each. */
final class Words {
    private Words() {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E of(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** All values by their words, for rows that come by the hundred thousand. */
    static <E extends Enum<E>> Map<String, E> all(Class<E> type) {
        Map<String, E> byWord = new HashMap<>();
        for (E value : EnumSet.allOf(type)) {
            byWord.put(word(value), value);
        }
        return Map.copyOf(byWord);
    }

    static <E extends Enum<E>> E of(Map<String, E> all, String word) {
        E value = all.get(word);
        if (value == null) {
            throw new IllegalArgumentException("unknown word: " + word);
        }
        return value;
    }

    static String flags(Set<RegionFlag> flags) {
        Set<RegionFlag> ordered = EnumSet.noneOf(RegionFlag.class);
        ordered.addAll(flags);
        return ordered.stream().map(RegionFlag::word).collect(Collectors.joining(" "));
    }

    static Set<RegionFlag> flags(String words) {
        Set<RegionFlag> flags = EnumSet.noneOf(RegionFlag.class);
        if (!words.isEmpty()) {
            for (String word : words.split(" ", -1)) {
                flags.add(of(RegionFlag.class, word));
            }
        }
        return flags;
    }

    static String tags(Set<String> tags) {
        return String.join("\n", new TreeSet<>(tags));
    }

    static Set<String> tags(String lines) {
        return lines.isEmpty() ? Set.of() : Set.of(lines.split("\n", -1));
    }
}
