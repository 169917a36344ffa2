package sigmark.inference.synthesis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws LaTeX formulas from our own grammar, from single letters to matrices and derivations. The same random numbers
 * give the same formulas. What comes out is amsmath LaTeX close to canonical form; it keeps {@code \left \right} and
 * thin blanks, which typesetting needs and {@code CanonicalForm} takes away. Safe to use from several threads.
 */
public final class FormulaGrammar {
    private static final GrammarRules RULES = GrammarRules.shipped();

    private final Coverage coverage;

    public FormulaGrammar(Coverage coverage) {
        this.coverage = coverage;
    }

    /** A formula for a line of text: a letter, a term, a short relation. */
    public String inline(RandomGenerator random) {
        return formula("inline", random);
    }

    /** A formula that stands on lines of its own: long, tall, or of several lines. */
    public String display(RandomGenerator random) {
        return formula("display", random);
    }

    /** One letter as mathematics. */
    public String letter(RandomGenerator random) {
        return formula("letter", random);
    }

    private String formula(String rule, RandomGenerator random) {
        StringBuilder out = new StringBuilder();
        expand(rule, coverage.depth(), random, new HashMap<>(), out);
        return tidy(out.toString());
    }

    private void expand(String rule, int depth, RandomGenerator random, Map<String, String> bound, StringBuilder out) {
        for (GrammarRules.Piece piece : choose(rule, depth, random).pieces()) {
            if (!piece.rule()) {
                join(out, piece.text());
            } else if (piece.label().isEmpty()) {
                expand(piece.text(), depth - 1, random, bound, out);
            } else {
                String key = piece.label() + ":" + piece.text();
                String text = bound.get(key);
                if (text == null) {
                    StringBuilder part = new StringBuilder();
                    expand(piece.text(), depth - 1, random, bound, part);
                    text = part.toString();
                    bound.put(key, text);
                }
                join(out, text);
            }
        }
    }

    /** A blank goes between a command and a letter that does not belong to its name. */
    private static void join(StringBuilder out, String next) {
        boolean letter = !next.isEmpty() && isLetter(next.charAt(0));
        int i = out.length();
        while (letter && i > 0 && isLetter(out.charAt(i - 1))) {
            i--;
        }
        if (letter && i > 0 && i < out.length() && out.charAt(i - 1) == '\\') {
            out.append(' ');
        }
        out.append(next);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** By weight among the alternatives that fit into the depth left, or the shortest when none does. */
    private GrammarRules.Alternative choose(String rule, int depth, RandomGenerator random) {
        List<GrammarRules.Alternative> all = RULES.alternatives(rule);
        int allowed = Math.max(depth, shortest(all));
        double sum = 0;
        for (GrammarRules.Alternative alternative : all) {
            sum += weight(alternative, allowed);
        }
        double left = random.nextDouble() * sum;
        GrammarRules.Alternative last = all.get(0);
        for (GrammarRules.Alternative alternative : all) {
            double weight = weight(alternative, allowed);
            if (weight > 0) {
                last = alternative;
                left -= weight;
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** Topics share the chance evenly before coverage weighs them, however many alternatives each has. */
    private double weight(GrammarRules.Alternative alternative, int allowed) {
        if (alternative.depth() > allowed) {
            return 0;
        }
        return alternative.topic().map(coverage::weight).orElse(1.0) * alternative.weight();
    }

    private int shortest(List<GrammarRules.Alternative> all) {
        int shortest = Integer.MAX_VALUE;
        for (GrammarRules.Alternative alternative : all) {
            if (alternative.topic().map(coverage::weight).orElse(1.0) > 0) {
                shortest = Math.min(shortest, alternative.depth());
            }
        }
        return shortest;
    }

    /** Signs that meet where two parts were put together. */
    private static String tidy(String latex) {
        return latex.replace("+-", "-").replace("--", "+").replace("-+", "-").replace("++", "+");
    }
}
