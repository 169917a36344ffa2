package sigmark.analysis.recognition.form;

import java.util.Set;

/** The commands that im2markup's copy of KaTeX 0.6 reads with arguments or treats apart; all others are signs. */
final class KatexCommands {
    /** Upright names whose limits stand beside them. */
    static final Set<String> NAMES = words(
            "arcsin arccos arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec" + " sin sinh tan tanh");

    /** Upright names whose limits stand below. */
    static final Set<String> LIMIT_NAMES = words("det gcd inf lim liminf limsup max min Pr sup");

    static final Set<String> BIG_SIGNS =
            words("int iint iiint oint coprod bigvee bigwedge biguplus bigcap bigcup intop prod"
                    + " sum bigotimes bigoplus bigodot bigsqcup smallint");

    static final Set<String> FRACTIONS = words("dfrac frac tfrac");
    static final Set<String> BINOMIALS = words("dbinom binom tbinom");
    static final Set<String> TEXTS = words("text mbox hbox vbox");
    static final Set<String> ACCENTS = words("acute grave ddot tilde bar breve check hat vec dot");
    static final Set<String> LINES = words("overline underline");
    static final Set<String> LAPS = words("llap rlap");

    static final Set<String> SIZES =
            words("bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm big Big bigg" + " Bigg");

    static final Set<String> ONE_ARGUMENT = words("mathrm mathit mathbf mathop stackrel mathbb mathcal mathfrak"
            + " mathscr mathsf mathtt label comment hspace vspace atop fbox tag makebox raisebox framebox circle line put"
            + " vphantom textup noalign Bbb bold frak");

    static final Set<String> SWITCHES =
            words("tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge"
                    + " textrm rm cal bf siptstyle boldmath it");

    static final Set<String> STYLES = words("displaystyle textstyle scriptstyle scriptscriptstyle");

    private static final Set<String> OTHERS =
            words("left right begin end over choose sqrt rule phantom cr color KaTeX");

    private static final Set<String> DELIMITERS = Set.of(("( ) [ \\lbrack ] \\r"
                    + "brack \\{ \\lbrace \\} \\r"
                    + "brace \\lfloor \\r"
                    + "floor \\lceil \\r"
                    + "ceil < > \\langle \\r"
                    + "angle \\lt \\gt \\lvert \\r"
                    + "vert \\lVert \\r"
                    + "Vert \\lgroup \\r"
                    + "group \\lmoustache \\r"
                    + "moustache / \\backslash | \\vert \\| \\Vert \\uparrow \\Uparrow \\downarrow \\Downarrow \\updownarrow"
                    + " \\Updownarrow .")
            .split(" "));

    private KatexCommands() {}

    private static Set<String> words(String names) {
        return Set.of(("\\" + names.replace(" ", " \\")).split(" "));
    }

    static boolean isDelimiter(String token) {
        return DELIMITERS.contains(token);
    }

    /** Whether a token is a command that takes arguments or is treated apart. */
    static boolean isFunction(String token) {
        return greediness(token) > 0;
    }

    /** How strongly a command holds on to its arguments when it is one itself; 0 for what is a sign. */
    static int greediness(String token) {
        if (!token.startsWith("\\") || token.length() < 2) {
            return 0;
        }
        if (FRACTIONS.contains(token)
                || BINOMIALS.contains(token)
                || TEXTS.contains(token)
                || ONE_ARGUMENT.contains(token)) {
            return 2;
        }
        boolean one = NAMES.contains(token)
                || LIMIT_NAMES.contains(token)
                || BIG_SIGNS.contains(token)
                || ACCENTS.contains(token)
                || LINES.contains(token)
                || LAPS.contains(token)
                || SIZES.contains(token)
                || SWITCHES.contains(token)
                || STYLES.contains(token)
                || OTHERS.contains(token)
                || token.equals("\\\\");
        return one ? 1 : 0;
    }
}
