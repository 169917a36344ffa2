package sigmark.analysis.errors;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.LatexTokenizer;

/**
 * The errors of one reading, found by aligning the canonical tokens of truth and reading.
 *
 * @param errors how many aligned places each class explains; for truncated and repeated readings the tokens concerned,
 *     for an unparsable one 1. Empty when the reading is right
 * @param confusions signs read as other signs, in order
 */
public record ErrorProfile(Map<ErrorClass, Integer> errors, List<AlignedToken> confusions) {
    public ErrorProfile {
        errors = Map.copyOf(errors);
        confusions = List.copyOf(confusions);
    }

    /** The errors of a reading; a reading that does not exist is empty text. */
    public static ErrorProfile of(String truth, String prediction) {
        List<String> truths = CanonicalForm.tokens(truth);
        List<String> found = CanonicalForm.tokens(prediction);
        Map<ErrorClass, Integer> errors = new EnumMap<>(ErrorClass.class);
        if (!balanced(LatexTokenizer.tokens(prediction))) {
            errors.put(ErrorClass.UNPARSABLE, 1);
        }
        if (truths.equals(found)) {
            return new ErrorProfile(errors, List.of());
        }
        List<AlignedToken> aligned = TokenAlignment.of(truths, found);
        List<AlignedToken> confusions = new ArrayList<>();
        int cut = Tail.missing(aligned);
        int repeated = Tail.repeated(found) - Tail.repeated(truths);
        if (cut > 0) {
            errors.put(ErrorClass.TRUNCATED, cut);
        }
        if (repeated > 0) {
            errors.put(ErrorClass.REPEATED, repeated);
        }
        new Places(errors, confusions, Side.of(truths), Side.of(found))
                .count(aligned.subList(0, aligned.size() - Tail.tailLength(aligned, cut)));
        if (errors.keySet().stream().anyMatch(c -> c != ErrorClass.SPACING)) {
            errors.remove(ErrorClass.SPACING);
        }
        return new ErrorProfile(errors, confusions);
    }

    /** Nothing is wrong. */
    public boolean right() {
        return errors.isEmpty();
    }

    /**
     * What matching characters by place cannot see: {@code script}, {@code fraction}, {@code style}, {@code table} and
     * {@code order} (the same signs in another order), as words in alphabetical order.
     */
    public static List<String> structure(String truth, String prediction) {
        ErrorProfile profile = of(truth, prediction);
        Set<String> words = new TreeSet<>();
        Stream.of(ErrorClass.SCRIPT, ErrorClass.FRACTION, ErrorClass.STYLE, ErrorClass.TABLE)
                .filter(profile.errors::containsKey)
                .forEach(c -> words.add(c.word()));
        List<String> left = signs(truth);
        List<String> right = signs(prediction);
        if (!left.equals(right)
                && left.stream()
                        .sorted()
                        .toList()
                        .equals(right.stream().sorted().toList())) {
            words.add("order");
        }
        return List.copyOf(words);
    }

    private static List<String> signs(String latex) {
        return CanonicalForm.tokens(latex).stream()
                .filter(token -> TokenSort.of(token) == TokenSort.SYMBOL)
                .toList();
    }

    private static boolean balanced(List<String> tokens) {
        List<String> open = new ArrayList<>();
        for (String token : tokens) {
            if (token.equals("{") || token.startsWith("\\begin{")) {
                open.add(token);
            } else if (token.equals("}") || token.startsWith("\\end{")) {
                String wanted = token.equals("}") ? "{" : "\\begin" + token.substring("\\end".length());
                if (open.isEmpty() || !open.remove(open.size() - 1).equals(wanted)) {
                    return false;
                }
            }
        }
        return open.isEmpty();
    }

    /** One side's tokens, seen by what they belong to. */
    private record Side(List<TokenSort> owners, List<String> alphabets) {
        static Side of(List<String> tokens) {
            return new Side(BraceOwners.of(tokens), Alphabets.of(tokens));
        }
    }

    /**
     * Walks the alignment and counts each place that differs. An alphabet's own tokens count nothing; a sign that is read
     * right and stands in another alphabet does.
     */
    private record Places(Map<ErrorClass, Integer> errors, List<AlignedToken> confusions, Side truths, Side found) {
        void count(List<AlignedToken> aligned) {
            int t = 0;
            int f = 0;
            for (AlignedToken token : aligned) {
                if (!token.equal()) {
                    TokenSort left =
                            token.extra() ? TokenSort.SPACE : truths.owners().get(t);
                    TokenSort right =
                            token.missing() ? TokenSort.SPACE : found.owners().get(f);
                    place(token, left, right);
                } else if (TokenSort.isInk(token.truth())
                        && !truths.alphabets().get(t).equals(found.alphabets().get(f))) {
                    add(ErrorClass.STYLE);
                }
                t += token.extra() ? 0 : 1;
                f += token.missing() ? 0 : 1;
            }
        }

        private void place(AlignedToken token, TokenSort left, TokenSort right) {
            boolean sign = isSign(left) && isSign(right);
            if (token.confused() && sign) {
                add(ErrorClass.SYMBOL);
                confusions.add(token);
            } else if (token.confused() && left == right && left != TokenSort.FONT) {
                add(classOf(left, ErrorClass.SYMBOL));
            } else {
                if (!token.extra() && left != TokenSort.FONT) {
                    add(classOf(left, ErrorClass.MISSING));
                }
                if (!token.missing() && right != TokenSort.FONT) {
                    add(classOf(right, ErrorClass.EXTRA));
                }
            }
        }

        private static boolean isSign(TokenSort sort) {
            return sort == TokenSort.SYMBOL || sort == TokenSort.ACCENT;
        }

        private static ErrorClass classOf(TokenSort sort, ErrorClass ofSign) {
            return switch (sort) {
                case SYMBOL, ACCENT -> ofSign;
                case BRACKET -> ErrorClass.BRACKET;
                case SCRIPT, GROUP -> ErrorClass.SCRIPT;
                case FRACTION -> ErrorClass.FRACTION;
                case FONT -> ErrorClass.STYLE;
                case TABLE -> ErrorClass.TABLE;
                case SPACE -> ErrorClass.SPACING;
            };
        }

        private void add(ErrorClass error) {
            errors.merge(error, 1, Integer::sum);
        }
    }
}
