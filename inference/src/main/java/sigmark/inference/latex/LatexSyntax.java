package sigmark.inference.latex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A LaTeX text read for people: its tokens with their roles, what belongs together, where each thing ends, and what is
 * wrong, each with its place in the text. Made in one pass over any text; never fails.
 */
public final class LatexSyntax {
    /** Levels of braces, delimiters and environments that are followed. */
    public static final int MAX_DEPTH = 60;

    /** Longest text, in tokens. */
    public static final int MAX_TOKENS = 6000;

    private static final Set<String> DELIMITERS =
            Set.of(("( ) [ ] . / | < > \\{ \\} \\| \\langle \\rangle \\lfloor \\rfloor"
                            + " \\lceil \\rceil \\vert \\Vert \\lvert \\rvert \\lVert \\rVert \\uparrow \\downarrow \\updownarrow \\Uparrow"
                            + " \\Downarrow \\Updownarrow \\backslash \\lbrace \\rbrace \\lbrack \\rbrack \\lgroup \\rgroup \\lmoustache"
                            + " \\rmoustache \\ulcorner \\urcorner \\llcorner \\lrcorner \\llbracket \\rrbracket \\lt \\gt \\mid \\parallel")
                    .split(" "));
    private static final Set<String> ENDS = Set.of("}", "&", "\\\\", "\\right", "\\cr");
    private static final int SUB = 1;
    private static final int SUP = 2;

    private final String latex;
    private final List<LatexToken> tokens;
    private final List<String> texts;
    private final TokenPairs pairs;
    private final boolean[] words;
    private final boolean[] comment;
    private final int[] end;
    private final List<LatexProblem> problems = new ArrayList<>();

    private LatexSyntax(String latex) {
        this.latex = latex;
        tokens = LatexTokenizer.tokenize(latex);
        texts = tokens.stream().map(LatexToken::text).toList();
        comment = WordScan.comments(latex, tokens);
        pairs = TokenPairs.of(WordScan.without(texts, comment));
        words = WordScan.words(texts);
        WordScan.addKeys(texts, pairs, comment);
        end = new int[tokens.size()];
    }

    public static LatexSyntax of(String latex) {
        LatexSyntax syntax = new LatexSyntax(latex);
        syntax.measure();
        if (syntax.tokens.size() > MAX_TOKENS) {
            syntax.problem("latex.too-long", MAX_TOKENS, "tokens", String.valueOf(MAX_TOKENS));
            return syntax;
        }
        syntax.checkPairs();
        syntax.checkTokens();
        syntax.checkScripts();
        syntax.problems.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return syntax;
    }

    public String latex() {
        return latex;
    }

    public List<LatexToken> tokens() {
        return Collections.unmodifiableList(tokens);
    }

    /** Tokens' texts. */
    public List<String> texts() {
        return texts;
    }

    /** What is wrong, in the order of the text; for a text that is too long, only that. */
    public List<LatexProblem> problems() {
        return Collections.unmodifiableList(problems);
    }

    public TokenPairs pairs() {
        return pairs;
    }

    /** Whether the token at i stands in words, as in {@code \text{…}}, and not in mathematics. */
    public boolean inWords(int i) {
        return words[i];
    }

    /** Whether the token at i is part of a comment, or of a label, which is not shown either. */
    public boolean inComment(int i) {
        return comment[i];
    }

    /** Index after the thing that begins at token i, its arguments included. */
    public int end(int i) {
        return end[i];
    }

    public TokenRole role(int i) {
        String token = texts.get(i);
        if (comment[i]) {
            return TokenRole.COMMENT;
        }
        if (token.startsWith("\\begin{") || token.startsWith("\\end{")) {
            return TokenRole.ENVIRONMENT;
        }
        if (token.equals("&") || token.equals("\\\\")) {
            return TokenRole.ALIGNMENT;
        }
        if (token.length() > 1 && token.charAt(0) == '\\') {
            return LatexCommands.known(token) && !LatexCommands.refused(token) ? TokenRole.COMMAND : TokenRole.UNKNOWN;
        }
        if (token.equals("{") || token.equals("}")) {
            return TokenRole.BRACE;
        }
        if (words[i]) {
            return TokenRole.WORDS;
        }
        if (token.equals("_") || token.equals("^") || token.equals("'")) {
            return TokenRole.SCRIPT;
        }
        int codePoint = token.codePointAt(0);
        return Character.isDigit(codePoint)
                ? TokenRole.DIGIT
                : Character.isLetter(codePoint) ? TokenRole.LETTER : TokenRole.SIGN;
    }

    /** Whether the token may stand after {@code \left}. */
    public static boolean isDelimiter(String token) {
        return DELIMITERS.contains(token);
    }

    /** Where the argument that starts at or after i ends; -1 when there is none. */
    public int argumentEnd(int i) {
        if (i >= texts.size() || ENDS.contains(texts.get(i)) || texts.get(i).startsWith("\\end{")) {
            return -1;
        }
        return end[i];
    }

    /** Index after the option in brackets at i, or i. */
    public int afterOption(int i) {
        boolean option = i < texts.size() && texts.get(i).equals("[") && pairs.close(i) > 0;
        return option ? pairs.after(i) : i;
    }

    private void measure() {
        for (int i = texts.size() - 1; i >= 0; i--) {
            String token = texts.get(i);
            boolean opens = token.equals("{") || token.equals("\\left") || token.startsWith("\\begin{");
            if (opens) {
                end[i] = Math.max(i + 1, pairs.after(i) + (token.equals("\\left") && pairs.closed(i) ? 1 : 0));
                end[i] = Math.min(end[i], texts.size());
            } else {
                end[i] = afterArguments(i);
            }
        }
    }

    private int afterArguments(int i) {
        int needed = needed(i);
        int next = i + 1;
        if (needed > 0 && next < texts.size() && texts.get(next).equals("*")) {
            next += texts.get(i).equals("\\operatorname") || texts.get(i).equals("\\hspace") ? 1 : 0;
        }
        if (LatexCommands.takesOption(texts.get(i))) {
            next = afterOption(next);
        }
        for (int k = 0; k < needed; k++) {
            int after = argumentEnd(next);
            if (after < 0) {
                return next;
            }
            next = after;
        }
        return next;
    }

    private int needed(int i) {
        if (words[i] && !LatexCommands.isWord(texts.get(i))) {
            return 0;
        }
        String token = texts.get(i);
        return token.equals("_") || token.equals("^") ? 1 : LatexCommands.arguments(token);
    }

    private void checkPairs() {
        int depth = 0;
        int[] closing = new int[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) {
            String token = texts.get(i);
            depth -= closing[i];
            if (comment[i]) {
                continue;
            }
            boolean begin = token.startsWith("\\begin{");
            if (token.equals("{") || begin || token.equals("\\left")) {
                closing[Math.min(texts.size(), Math.max(i + 1, pairs.close(i)))]++;
                if (++depth == MAX_DEPTH + 1) {
                    problem("latex.too-deep", i, "levels", String.valueOf(MAX_DEPTH));
                }
                if (!pairs.closed(i)) {
                    String code = begin ? "environment-open" : token.equals("{") ? "brace-open" : "left-without-right";
                    problem("latex." + code, i, "sign", begin ? name(token) : token);
                } else if (begin && !texts.get(pairs.close(i)).equals("\\end{" + name(token) + "}")) {
                    problem(
                            "latex.environment-mismatch",
                            pairs.close(i),
                            "begin",
                            name(token),
                            "end",
                            name(texts.get(pairs.close(i))));
                }
            } else if (pairs.open(i) < 0) {
                stray(i, token);
            }
        }
    }

    private void stray(int i, String token) {
        if (token.equals("}")) {
            problem("latex.brace-stray", i);
        } else if (token.equals("\\right")) {
            problem("latex.right-without-left", i);
        } else if (token.startsWith("\\end{")) {
            problem("latex.environment-stray", i, "sign", name(token));
        }
    }

    static String name(String environmentToken) {
        return environmentToken.substring(environmentToken.indexOf('{') + 1, environmentToken.length() - 1);
    }

    private void checkTokens() {
        int depth = 0;
        int[] closing = new int[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) {
            String token = texts.get(i);
            depth -= closing[i];
            if (token.equals("{") || token.startsWith("\\begin{")) {
                depth++;
                closing[Math.min(texts.size(), Math.max(i + 1, pairs.close(i)))]++;
            }
            if (comment[i]) {
                continue;
            }
            if (LatexCommands.refused(token)) {
                problem("latex.refused-command", i, "command", token);
            } else if (!LatexCommands.known(token)) {
                problem("latex.unknown-command", i, "command", token);
            } else if (token.startsWith("\\begin{") && !LatexCommands.knownEnvironment(name(token))) {
                problem("latex.unknown-environment", i, "sign", name(token));
            } else if (token.equals("&") && depth == 0) {
                problem("latex.misplaced-alignment", i);
            } else if (token.equals("\\left") || token.equals("\\right")) {
                boolean delimited = i + 1 < texts.size() && isDelimiter(texts.get(i + 1));
                if (!delimited) {
                    problem("latex.missing-delimiter", i, "command", token);
                }
            }
            checkArguments(i, token);
        }
    }

    private void checkArguments(int i, String token) {
        int needed = needed(i);
        if (needed == 0) {
            return;
        }
        int next = i + 1;
        if (next < texts.size() && texts.get(next).equals("*") && token.length() > 1) {
            next++;
        }
        next = LatexCommands.takesOption(token) ? afterOption(next) : next;
        for (int k = 0; k < needed; k++) {
            int after = argumentEnd(next);
            if (after < 0) {
                problem("latex.missing-argument", i, "command", token);
                return;
            }
            next = after;
        }
    }

    private void checkScripts() {
        int[] mask = new int[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) {
            String token = texts.get(i);
            if (words[i] || comment[i]) {
                continue;
            }
            int bit = token.equals("_") ? SUB : token.equals("^") || token.equals("'") ? SUP : 0;
            if (bit == 0) {
                boolean transparent = token.equals("\\limits") || token.equals("\\nolimits");
                mask[i + 1] |= transparent ? mask[i] : 0;
                continue;
            }
            if ((mask[i] & bit) != 0) {
                problem("latex.double-script", i, "sign", token);
            }
            mask[end[i]] = mask[i] | (token.equals("'") ? 0 : bit);
        }
    }

    private void problem(String code, int token, String... facts) {
        Map<String, String> named = facts.length == 0
                ? Map.of()
                : facts.length == 2 ? Map.of(facts[0], facts[1]) : Map.of(facts[0], facts[1], facts[2], facts[3]);
        LatexToken at = tokens.get(token);
        problems.add(new LatexProblem(code, at.start(), at.end(), named));
    }
}
