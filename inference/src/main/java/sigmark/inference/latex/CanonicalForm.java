package sigmark.inference.latex;

import java.text.Normalizer;
import java.util.List;

/**
 * The canonical form of LaTeX: one picture, one spelling. Training, metrics and search compare formulas in it. Pure token
 * rules, idempotent, defined for every text: openers that nothing closes end with their surroundings, stray closers are
 * dropped, and a text nested deeper than {@code 120} levels is only split into tokens.
 *
 * <p>The rules of version 1:
 *
 * <ul>
 *   <li><b>T1</b> The text is read in Unicode NFC; a comment ends with its line, and a percent sign in the last line is
 *       {@code \%}. <b>T2</b> A token is a command, {@code \begin{name}}, {@code \end{name}} or a code point. <b>T3</b>
 *       A blank counts only inside words, where it is the token {@code "\ "}, single; {@link #of} prints it as a blank.
 *   <li><b>B1</b> Scripts are braced, {@code _} before {@code ^}. <b>B2</b> A prime is {@code ^{\prime}}, joined with
 *       the superscript. <b>B3</b> A script without a nucleus, and one whose place is taken, gets {@code {}}; an empty
 *       script is dropped. <b>B4</b> Arguments are braced. <b>B5</b> Other braces are dropped, except around what
 *       already carries scripts and gets more.
 *   <li><b>S1</b> One command per sign ({@code \le}, {@code \ne}, {@code \to}, {@code |} for {@code \mid} and
 *       {@code \vert}, {@code \ldots}, {@code : =} for {@code \coloneqq} …). <b>S2</b> Characters that have a command
 *       are that command. <b>S3</b> Upright names with a command are the command, whichever way they are written
 *       ({@code \operatorname{sin}}, {@code \mathop{\rm sin}}); {@code \pmod{n}} is {@code (\bmod n)}. <b>S4</b>
 *       {@code \not=} is {@code \ne}, and so on. <b>S5</b> Three full stops are {@code \ldots}.
 *   <li><b>D1</b> Spacing (but {@code \quad}; {@code \qquad} is two), style, line breaking, dollar signs, <b>D2</b>
 *       sizes of delimiters with {@code \left.}, <b>D3</b> labels, tags, phantoms, colours, <b>D4</b> lengths, <b>D5</b>
 *       wrappers such as {@code \mathop} and <b>D6</b> {@code \quad} and blanks at the ends of the formula and of cells
 *       are dropped.
 *   <li><b>F1</b> One command per alphabet. <b>F2</b> A switch ({@code \rm}) becomes the alphabet around what it
 *       governs. <b>F3</b> Words are {@code \text}, or {@code \textit}, {@code \textbf}, {@code \texttt},
 *       {@code \textsf}; mathematics in them is taken out. <b>F4</b> Words of ASCII letters alone, without blanks, are in
 *       {@code \mathrm} (or the alphabet of their kind), which looks the same. <b>F5</b> Neighbours of one alphabet are
 *       joined. <b>F6</b> Digits alone leave {@code \mathrm} and {@code \text}; empty alphabets and words are dropped.
 *   <li><b>C1</b> {@code \dfrac}, {@code \tfrac}, {@code \cfrac} are {@code \frac}, {@code \stackrel} is
 *       {@code \overset}. <b>C2</b> {@code \root n \of x} is {@code \sqrt[n]{x}}. <b>C3</b> {@code \over} is
 *       {@code \frac}, {@code \choose} is {@code \binom}, {@code \atop} is {@code \substack{a\\b}}.
 *   <li><b>E1</b> Alignments of every name are {@code aligned}, small matrices {@code matrix}, {@code dcases} and a brace
 *       before a left-aligned array {@code cases}; plain TeX's {@code \matrix{a\cr}} is the environment. <b>E2</b> The
 *       three columns of {@code eqnarray} become two. <b>E3</b> An array of centred columns without rules is
 *       {@code matrix}, of columns rl or rcl {@code aligned}; else columns are l, c, r and bars. <b>E4</b> A delimiter
 *       pair around {@code matrix} makes it {@code pmatrix} and so on. <b>E5</b> Empty cells at a row's end, an empty
 *       last row, and lengths after {@code \\} are dropped. <b>E6</b> An alignment of one row, and an array of one cell,
 *       is its content.
 * </ul>
 */
public final class CanonicalForm {
    /** Named by model cards and evaluations; a change of any rule raises it. */
    public static final int VERSION = 1;

    private static final int MAX_PASSES = 8;

    private CanonicalForm() {}

    /** The canonical tokens. */
    public static List<String> tokens(String latex) {
        String text = CanonicalInput.withoutComments(Normalizer.normalize(latex, Normalizer.Form.NFC));
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            List<String> written;
            try {
                written = CanonicalWriter.write(CanonicalInput.of(text));
            } catch (CanonicalWriter.TooDeepException e) {
                break;
            }
            String joined = Normalizer.normalize(join(written), Normalizer.Form.NFC);
            if (joined.equals(text)) {
                return List.copyOf(written);
            }
            text = joined;
        }
        return List.copyOf(LatexTokenizer.tokens(text));
    }

    /** The canonical tokens as one text. */
    public static String of(String latex) {
        return join(tokens(latex));
    }

    /**
     * Tokens as one text, which has a blank only where a control word meets a letter and where words have one. For
     * canonical tokens, {@code tokens(join(t))} is {@code t} again.
     */
    public static String join(List<String> tokens) {
        StringBuilder text = new StringBuilder(tokens.size() * 3);
        int words = 0;
        boolean afterWord = false;
        boolean wordsNext = false;
        for (String token : tokens) {
            boolean opensWords = wordsNext && token.equals("{");
            if (words > 0 || opensWords) {
                words += token.equals("{") ? 1 : token.equals("}") ? -1 : 0;
            }
            if (words > 0 && token.equals("\\ ") && !afterWord) {
                text.append(' ');
            } else {
                boolean meets = afterWord && LatexTokenizer.isLetter(token.codePointAt(0));
                boolean star = token.equals("*") && text.length() > 0 && text.charAt(text.length() - 1) == '\\';
                text.append(meets || star ? " " : "").append(token);
            }
            wordsNext = CanonicalCommands.take(token) == CanonicalCommands.Take.TEXT;
            afterWord = token.length() > 1
                    && token.charAt(0) == '\\'
                    && LatexTokenizer.isLetter(token.charAt(1))
                    && !token.endsWith("}");
        }
        return text.toString();
    }
}
