package sigmark.inference.latex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rule group S of {@link CanonicalForm}: which tokens look the same, and which spelling stands for them. */
final class CanonicalSymbols {
    /** S1: commands that print the same sign; each pair is "spelling=canonical tokens, blank-separated". */
    private static final String COMMANDS =
            """
            \\leq=\\le;\\geq=\\ge;\\neq=\\ne;\\rightarrow=\\to;\\gets=\\leftarrow;\\lbrace=\\{;\\rbrace=\\};\\lbrack=[;\\rbrack=]
            \\vert=|;\\mid=|;\\lvert=|;\\rvert=|;\\Vert=\\|;\\lVert=\\|;\\rVert=\\|;\\parallel=\\|;\\lt=<;\\gt=>
            \\land=\\wedge;\\lor=\\vee;\\lnot=\\neg;\\owns=\\ni;\\iff=\\Longleftrightarrow;\\implies=\\Longrightarrow
            \\impliedby=\\Longleftarrow;\\restriction=\\upharpoonright;\\dag=\\dagger;\\ddag=\\ddagger;\\colon=:
            \\dots=\\ldots;\\dotsc=\\ldots;\\dotso=\\ldots;\\hdots=\\ldots;\\mathellipsis=\\ldots;\\textellipsis=\\ldots
            \\dotsb=\\cdots;\\dotsm=\\cdots;\\dotsi=\\cdots;\\cdotp=\\cdot;\\ldotp=.;\\period=.
            \\backslash=\\setminus;\\textbackslash=\\setminus;\\Box=\\square;\\bot=\\perp;\\ast=*;\\thicksim=\\sim
            \\thickapprox=\\approx;\\smallfrown=\\frown;\\smallsmile=\\smile;\\varpropto=\\propto;\\leadsto=\\rightsquigarrow
            \\vartriangle=\\triangle;\\lhd=\\vartriangleleft;\\rhd=\\vartriangleright;\\unlhd=\\trianglelefteq
            \\unrhd=\\trianglerighteq;\\doublecap=\\Cap;\\doublecup=\\Cup;\\llless=\\lll;\\gggtr=\\ggg;\\Doteq=\\doteqdot
            \\coloneqq=: =;\\coloneq=: =;\\defeq=: =;\\eqqcolon== :;\\Coloneqq=: : =;\\dblcolon=: :;\\ratio=:
            \\degree=^ { \\circ };\\textdegree=^ { \\circ };\\celsius=^ { \\circ } \\mathrm { C }
            \\sb=_;\\sp=^;\\cr=\\\\;\\tabularnewline=\\\\;\\newline=\\\\;\\qquad=\\quad \\quad;\\lq=`;\\rq='
            \\bmod=\\bmod;\\mod=\\bmod;\\varlimsup=\\varlimsup;\\gt=>;\\slash=/;\\textbar=|;\\textless=<;\\textgreater=>
            \\textasciitilde=\\sim;\\textunderscore=\\_;\\textdollar=\\$;\\textbraceleft=\\{;\\textbraceright=\\}
            \\dfrac=\\frac;\\tfrac=\\frac;\\cfrac=\\frac;\\sfrac=\\frac;\\dbinom=\\binom;\\tbinom=\\binom
            \\stackrel=\\overset;\\underbar=\\underline;\\Hat=\\hat;\\Bar=\\bar;\\Tilde=\\tilde;\\Vec=\\vec;\\Dot=\\dot
            \\Ddot=\\ddot;\\Check=\\check;\\Breve=\\breve;\\Acute=\\acute;\\Grave=\\grave;\\fbox=\\boxed;\\overarc=\\overparen
            \\infin=\\infty;\\empty=\\emptyset;\\exist=\\exists;\\isin=\\in;\\sub=\\subset;\\supe=\\supseteq;\\sube=\\subseteq
            \\R=\\mathbb { R };\\Z=\\mathbb { Z };\\N=\\mathbb { N };\\Q=\\mathbb { Q };\\C=\\mathbb { C }
            """;

    private static final Map<String, List<String>> SPELLINGS = spellings();

    /** S3: upright names that have a command of their own, by their letters. */
    private static final Map<String, String> NAMES = names("arccos arcsin arctan arg cos cosh cot coth csc deg det dim"
            + " exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh");

    /** S4: what {@code \not} makes of the sign after it. */
    private static final Map<String, String> NEGATED =
            Map.of("=", "\\ne", "\\in", "\\notin", "|", "\\nmid", "\\|", "\\nparallel", "\\exists", "\\nexists");

    private static final Set<String> UPRIGHT_DOTS = Set.of("\\ldots");

    private CanonicalSymbols() {}

    /** The canonical tokens of one token; itself alone when there is no rule for it. */
    static List<String> spelling(String token) {
        List<String> known = SPELLINGS.get(token);
        return known == null ? List.of(token) : known;
    }

    /** The command of an upright name such as {@code sin}; empty when it has none. */
    static String nameCommand(String letters) {
        return NAMES.getOrDefault(letters, "");
    }

    /** The one token for {@code \not} and a sign; empty when there is none. */
    static String negated(String sign) {
        return NEGATED.getOrDefault(sign, "");
    }

    static boolean isDots(String token) {
        return UPRIGHT_DOTS.contains(token);
    }

    private static Map<String, List<String>> spellings() {
        Map<String, List<String>> map = new HashMap<>(UnicodeSigns.table());
        map.putAll(UnicodeSigns.read(COMMANDS));
        return map;
    }

    private static Map<String, String> names(String names) {
        Map<String, String> map = new HashMap<>();
        for (String name : List.of(names.split(" "))) {
            map.put(name, "\\" + name);
        }
        map.put("mod", "\\bmod");
        return map;
    }
}
