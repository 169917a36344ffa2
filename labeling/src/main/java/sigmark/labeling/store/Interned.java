package sigmark.labeling.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Numbers for texts that occur often, such as names of people and sets of tags; the empty text is number 0. */
final class Interned {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Interned() {
        number("");
    }

    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        numbers.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    String text(int number) {
        return texts.get(number);
    }

    /** For each number whether its text passes. */
    boolean[] which(Predicate<String> test) {
        boolean[] passes = new boolean[texts.size()];
        for (int i = 0; i < passes.length; i++) {
            passes[i] = test.test(texts.get(i));
        }
        return passes;
    }
}
