package sigmark.inference.latex.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the renderer does not know, by what it knows and looks the same. */
final class Synonyms {
    /** Tokens replaced where they stand; arguments that follow stay. */
    private static final Map<String, String> REPLACED = table(
            """
            \\lvert=\\vert  \\rvert=\\vert  \\lVert=\\Vert  \\rVert=\\Vert  \\mid=\\mid
            \\coloneqq=\\mathrel{:=}  \\coloneq=\\mathrel{:=}  \\defeq=\\mathrel{:=}  \\eqqcolon=\\mathrel{=:}
            \\Coloneqq=\\mathrel{::=}  \\dblcolon=\\mathrel{::}  \\ratio=\\mathrel{:}  \\dotsm=\\cdots  \\dotso=\\ldots
            \\Perp=\\mathrel{\\perp\\!\\!\\!\\perp}  \\infin=\\infty  \\empty=\\emptyset  \\exist=\\exists  \\isin=\\in
            \\enspace=\\hspace{0.5em}  \\enskip=\\hspace{0.5em}  \\hfill=\\quad  \\hfil=\\quad  \\hss=  \\space=\\;
            \\>=\\:  \\-=  \\/=  \\strut=\\vphantom{(}  \\mathstrut=\\vphantom{(}  \\null=  \\par=\\;  \\vline=\\vert
            \\smallskip=  \\medskip=  \\bigskip=  \\displaylimits=  \\allowbreak=  \\nobreak=  \\noindent=  \\centering=
            \\protect=  \\relax=  \\break=  \\linebreak=  \\nonumber=  \\notag=  \\normalfont=  \\unboldmath=  \\boldmath=
            \\upshape=  \\mid=\\mid  \\newline=\\\\  \\tabularnewline=\\\\  \\cr=\\\\  \\sp=^  \\sb=_  \\of=]
            \\R=\\mathbb{R}  \\N=\\mathbb{N}  \\Z=\\mathbb{Z}  \\Q=\\mathbb{Q}  \\C=\\mathbb{C}
            \\bigm=\\big  \\Bigm=\\Big  \\biggm=\\bigg  \\Biggm=\\Bigg  \\textbackslash=\\backslash  \\textasciitilde=\\sim
            \\textless=<  \\textgreater=>  \\textbar=|  \\textunderscore=\\_  \\textellipsis=\\ldots  \\textquotesingle='
            \\textup=\\textrm  \\textnormal=\\textrm  \\textmd=\\textrm  \\emph=\\textit  \\textsl=\\textit  \\hbox=\\text
            \\vbox=\\text  \\mbox=\\text  \\makebox=\\text  \\centerline=  \\ensuremath=
            \\bm=\\boldsymbol  \\pmb=\\boldsymbol  \\mathbold=\\boldsymbol  \\mathbfit=\\boldsymbol  \\mathup=\\mathrm
            \\overbracket=\\overbrack  \\underbracket=\\underbrack  \\overarc=\\overparen  \\underarc=\\underparen
            \\underbar=\\underline  \\widecheck=\\check  \\cancel=\\not  \\bcancel=\\not  \\xcancel=\\not  \\sout=\\not
            \\Bar=\\bar  \\Hat=\\hat  \\Tilde=\\tilde  \\Vec=\\vec  \\Dot=\\dot  \\Ddot=\\ddot  \\Check=\\check
            \\Breve=\\breve  \\Acute=\\acute  \\Grave=\\grave  \\bfseries=\\bf  \\itshape=\\it  \\rmfamily=\\rm
            \\sffamily=\\sf  \\ttfamily=\\tt  \\em=\\it  \\sl=\\it  \\mit=\\it  \\overbrack=\\overbrack  \\root=\\sqrt[
            """);

    /** Arrows with something above: drawn as the arrow with something set above it. */
    private static final Map<String, String> ARROWS = table(
            """
            \\xmapsto=\\longmapsto  \\xRightarrow=\\Longrightarrow  \\xLeftarrow=\\Longleftarrow
            \\xLeftrightarrow=\\Longleftrightarrow  \\xleftrightarrow=\\longleftrightarrow
            \\xhookrightarrow=\\hookrightarrow  \\xhookleftarrow=\\hookleftarrow
            \\xrightleftharpoons=\\rightleftharpoons  \\xlongequal==\\!=
            """);

    private static final Map<String, String> ENVIRONMENTS = table(
            """
            align=aligned  split=aligned  flalign=aligned  alignat=aligned  alignedat=aligned  gather=gathered
            multline=gathered  multlined=gathered  eqnarray=array  IEEEeqnarray=array  darray=array  tabular=array
            subarray=array  dcases=cases
            """);

    /** Small matrices in delimiters: what the matrix is set in. */
    private static final Map<String, String> SMALL = table(
            """
            psmallmatrix=()  bsmallmatrix=[]  vsmallmatrix=||  Vsmallmatrix=\\|\\|  Bsmallmatrix=\\{\\}
            """);

    private static final Set<String> TRANSPARENT = Set.of("equation", "displaymath", "math");

    private static final Map<String, String> PLAIN_TABLES = table(
            """
            \\matrix=matrix  \\pmatrix=pmatrix  \\cases=cases  \\eqalign=aligned  \\displaylines=gathered
            """);

    private Synonyms() {}

    static boolean has(String token) {
        return REPLACED.containsKey(token);
    }

    static String of(String token) {
        return REPLACED.getOrDefault(token, token);
    }

    static String arrow(String token) {
        return ARROWS.getOrDefault(token, "");
    }

    static String environment(String name) {
        String plain = plain(name);
        return ENVIRONMENTS.getOrDefault(plain, plain);
    }

    static String smallMatrix(String name) {
        return SMALL.getOrDefault(plain(name), "");
    }

    static boolean transparent(String name) {
        return TRANSPARENT.contains(plain(name));
    }

    static String plainTable(String token) {
        return PLAIN_TABLES.getOrDefault(token, "");
    }

    static String plain(String name) {
        return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    }

    private static Map<String, String> table(String text) {
        Map<String, String> map = new HashMap<>();
        for (String entry : List.of(text.strip().split("\\s{2,}|\\n"))) {
            int equals = entry.indexOf('=', 1);
            map.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return map;
    }
}
