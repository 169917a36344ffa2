package sigmark.inference.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Our own sentences of one language, with places for formulas; see {@code sentences-ko.txt}. */
final class SentenceBook {
    private final Map<String, List<String>> sorts = new HashMap<>();
    private final FormulaGrammar grammar;

    private SentenceBook(String resource, FormulaGrammar grammar) {
        this.grammar = grammar;
        String sort = "";
        for (String line : Resources.lines(resource)) {
            if (line.startsWith("@")) {
                sort = line.substring(1);
            } else {
                sorts.computeIfAbsent(sort, s -> new ArrayList<>()).add(line);
            }
        }
    }

    static SentenceBook korean(FormulaGrammar grammar) {
        return new SentenceBook("sentences-ko.txt", grammar);
    }

    static SentenceBook english(FormulaGrammar grammar) {
        return new SentenceBook("sentences-en.txt", grammar);
    }

    /** A sentence of that sort in the markup of {@link RichText}, its places filled but for {@code {d}} at its end. */
    String sentence(String sort, RandomGenerator random) {
        List<String> all = sorts.getOrDefault(sort, List.of());
        return fill(all.get(random.nextInt(all.size())), random);
    }

    private String fill(String template, RandomGenerator random) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            int open = template.indexOf('{', i);
            if (open < 0 || template.startsWith("{d}", open)) {
                return out.append(template.substring(i)).toString();
            }
            out.append(template, i, open);
            switch (template.charAt(open + 1)) {
                case 'i' -> out.append('$').append(formula(random)).append('$');
                case 'l' -> out.append('$').append(grammar.letter(random)).append('$');
                case 'n' -> out.append(number(random));
                default -> throw new IllegalStateException("no such place in: " + template);
            }
            i = open + 3;
        }
        return out.toString();
    }

    /** Anything but a plain number, which is text and not a formula. */
    private String formula(RandomGenerator random) {
        String latex = grammar.inline(random);
        while (latex.matches("[-0-9.,]+")) {
            latex = grammar.inline(random);
        }
        return latex;
    }

    static String number(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(random.nextInt(1, 10));
            case 1 -> random.nextInt(1, 10) + "," + random.nextInt(1, 10) + "00";
            case 2 -> random.nextInt(1, 60) + "." + random.nextInt(1, 10);
            default -> String.valueOf(random.nextInt(2, 100));
        };
    }
}
