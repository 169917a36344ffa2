package sigmark.inference.latex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rule groups D (dropped), F (fonts and text) and A (arguments) of {@link CanonicalForm}: how commands are taken. */
final class CanonicalCommands {
    /** D1: spacing, style, size and line-breaking commands without arguments. */
    private static final Set<String> DROPPED = words(
            """
            \\, \\: \\; \\! \\> \\/ \\- \\thinspace \\medspace \\thickspace \\negthinspace \\negmedspace \\negthickspace
            \\enspace \\enskip \\space \\nobreakspace \\hfill \\hfil \\hss \\smallskip \\medskip \\bigskip \\par
            \\displaystyle \\textstyle \\scriptstyle \\scriptscriptstyle \\limits \\nolimits \\displaylimits
            \\tiny \\scriptsize \\footnotesize \\small \\normalsize \\large \\Large \\LARGE \\huge \\Huge
            \\nonumber \\notag \\allowbreak \\nobreak \\linebreak \\pagebreak \\nopagebreak \\noindent \\indent \\protect
            \\relax \\null \\centering \\strut \\mathstrut \\normalfont \\unboldmath \\upshape \\mdseries \\selectfont
            \\displaybreak \\break \\unskip \\ignorespaces \\( \\) \\[ \\] $
            """);

    /** D2: sizes before a delimiter. */
    private static final Set<String> SIZES = words(
            """
            \\left \\right \\middle \\big \\Big \\bigg \\Bigg \\bigl \\bigr \\bigm \\Bigl \\Bigr \\Bigm \\biggl \\biggr
            \\biggm \\Biggl \\Biggr \\Biggm
            """);

    /** D3: commands dropped with their braced argument: they print nothing a reader can see. */
    private static final Set<String> DROPPED_WITH_ARGUMENT = words(
            """
            \\hspace \\vspace \\label \\tag \\phantom \\hphantom \\vphantom \\color \\ref \\eqref \\cite \\mathsurround
            \\setlength \\intertext \\pagecolor
            """);

    /** D4: commands dropped with the length that follows. */
    private static final Set<String> DROPPED_WITH_LENGTH =
            words("\\hskip \\vskip \\kern \\mkern \\mskip \\raise \\lower \\moveleft \\moveright \\hglue");

    /** D5: commands dropped, their argument kept. */
    private static final Set<String> WRAPPERS = words(
            """
            \\mathop \\mathrel \\mathbin \\mathord \\mathopen \\mathclose \\mathpunct \\mathinner \\ensuremath
            \\smash \\llap \\rlap \\clap \\mathllap \\mathrlap \\mathclap \\centerline \\vcenter \\vbox
            \\mathnormal \\nobreakdash \\leftline \\rightline
            """);

    /** F1: alphabets that take an argument, by spelling. */
    private static final Map<String, String> FONTS = pairs(
            """
            \\mathrm=\\mathrm \\mathup=\\mathrm \\operatorname=\\mathrm \\mathbf=\\mathbf \\bold=\\mathbf \\mathit=\\mathit
            \\mathcal=\\mathcal \\mathscr=\\mathscr \\mathfrak=\\mathfrak \\frak=\\mathfrak \\mathbb=\\mathbb \\Bbb=\\mathbb
            \\mathsf=\\mathsf \\mathtt=\\mathtt \\boldsymbol=\\boldsymbol \\bm=\\boldsymbol \\pmb=\\boldsymbol
            \\mathbold=\\boldsymbol \\mathds=\\mathbb \\mathbfit=\\boldsymbol \\mathsfit=\\mathsf
            """);

    /** F2: switches that last until their group or cell ends, by the alphabet they are. */
    private static final Map<String, String> SWITCHES = pairs(
            """
            \\rm=\\mathrm \\bf=\\mathbf \\it=\\mathit \\cal=\\mathcal \\sf=\\mathsf \\tt=\\mathtt \\sl=\\mathit \\mit=\\mathit
            \\em=\\mathit \\boldmath=\\boldsymbol \\bfseries=\\mathbf \\itshape=\\mathit \\rmfamily=\\mathrm
            \\sffamily=\\mathsf \\ttfamily=\\mathtt \\slshape=\\mathit \\scr=\\mathscr \\sc=\\mathrm
            """);

    /** F3: words, by spelling. */
    private static final Map<String, String> TEXTS = pairs(
            """
            \\text=\\text \\mbox=\\text \\hbox=\\text \\textrm=\\text \\textup=\\text \\textnormal=\\text \\textmd=\\text
            \\makebox=\\text \\textsc=\\text \\textit=\\textit \\emph=\\textit \\textsl=\\textit \\textbf=\\textbf
            \\texttt=\\texttt \\textsf=\\textsf
            """);

    /** F4: the alphabet in which a word of letters alone looks the same. */
    private static final Map<String, String> WORD_FONTS =
            pairs("\\text=\\mathrm \\textit=\\mathit \\textbf=\\mathbf \\texttt=\\mathtt \\textsf=\\mathsf");

    /** A1: commands with one argument. */
    private static final Set<String> ONE_ARGUMENT = words(
            """
            \\bar \\hat \\tilde \\vec \\dot \\ddot \\dddot \\ddddot \\check \\breve \\acute \\grave \\mathring \\widehat
            \\widetilde \\widecheck \\overline \\underline \\overbrace \\underbrace \\overrightarrow \\overleftarrow
            \\overleftrightarrow \\underrightarrow \\underleftarrow \\underleftrightarrow \\overparen \\underparen
            \\overbracket \\underbracket \\boxed \\cancel \\bcancel \\xcancel \\sout \\sqrt \\xrightarrow \\xleftarrow
            \\xleftrightarrow \\xRightarrow \\xLeftarrow \\xLeftrightarrow \\xmapsto \\xhookrightarrow \\xhookleftarrow
            \\xrightleftharpoons \\xlongequal \\substack \\utilde \\undertilde \\circled \\textcircled
            """);

    /** A2: commands with two arguments. */
    private static final Set<String> TWO_ARGUMENTS = words("\\frac \\binom \\overset \\underset \\sideset \\rule");

    private static final Map<String, Take> TAKES = takes();

    private CanonicalCommands() {}

    /** How the writer takes a command. */
    enum Take {
        SYMBOL,
        DROP,
        SIZE,
        DROP_ARGUMENT,
        DROP_LENGTH,
        WRAPPER,
        FONT,
        SWITCH,
        TEXT,
        ONE,
        TWO
    }

    static Take take(String token) {
        return TAKES.getOrDefault(token, Take.SYMBOL);
    }

    static String font(String command) {
        return FONTS.getOrDefault(command, "");
    }

    static String switched(String command) {
        return SWITCHES.getOrDefault(command, "");
    }

    static String text(String command) {
        return TEXTS.getOrDefault(command, "");
    }

    static String wordFont(String textCommand) {
        return WORD_FONTS.getOrDefault(textCommand, "");
    }

    private static Map<String, Take> takes() {
        Map<String, Take> takes = new HashMap<>();
        DROPPED.forEach(word -> takes.put(word, Take.DROP));
        SIZES.forEach(word -> takes.put(word, Take.SIZE));
        DROPPED_WITH_ARGUMENT.forEach(word -> takes.put(word, Take.DROP_ARGUMENT));
        DROPPED_WITH_LENGTH.forEach(word -> takes.put(word, Take.DROP_LENGTH));
        WRAPPERS.forEach(word -> takes.put(word, Take.WRAPPER));
        FONTS.keySet().forEach(word -> takes.put(word, Take.FONT));
        SWITCHES.keySet().forEach(word -> takes.put(word, Take.SWITCH));
        TEXTS.keySet().forEach(word -> takes.put(word, Take.TEXT));
        ONE_ARGUMENT.forEach(word -> takes.put(word, Take.ONE));
        TWO_ARGUMENTS.forEach(word -> takes.put(word, Take.TWO));
        takes.put("\\ ", Take.DROP);
        takes.put("~", Take.DROP);
        takes.put("\\", Take.DROP);
        return takes;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> map = new HashMap<>();
        for (String pair : List.of(text.strip().split("\\s+"))) {
            int equals = pair.indexOf('=');
            map.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return map;
    }
}
