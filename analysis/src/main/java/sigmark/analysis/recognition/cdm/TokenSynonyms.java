package sigmark.analysis.recognition.cdm;

import java.util.Map;

/** Tokens that CDM takes for the same, slips included: {@code \neq} is not {@code \ne}. */
final class TokenSynonyms {
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("\\dot", "."),
            Map.entry("\\Dot", "."),
            Map.entry("\\cdot", "."),
            Map.entry("\\cdotp", "."),
            Map.entry("\\ldotp", "."),
            Map.entry("\\mid", "|"),
            Map.entry("\\vert", "|"),
            Map.entry("\\lvert", "|"),
            Map.entry("\\rvert", "|"),
            Map.entry("\\Vert", "\\|"),
            Map.entry("\\lVert", "\\|"),
            Map.entry("\\rVert", "\\|"),
            Map.entry("\\parallel", "\\|"),
            Map.entry("\\rightarrow", "\\to"),
            Map.entry("\\top", "T"),
            Map.entry("\\prime", "'"),
            Map.entry("\\ast", "*"),
            Map.entry("\\left<", "\\langle"),
            Map.entry("\\right>", "\\rangle"),
            Map.entry("\\lbrace", "\\{"),
            Map.entry("\\rbrace", "\\}"),
            Map.entry("\\lbrack", "["),
            Map.entry("\\rbrack", "]"),
            Map.entry("\\blackslash", "/"),
            Map.entry("\\slash", "/"),
            Map.entry("\\leq", "\\le"),
            Map.entry("\\geq", "\\ge"),
            Map.entry("\\neq", "\\not="),
            Map.entry("\\neg", "\\lnot"),
            Map.entry("\\colon", ":"),
            Map.entry("\\Tilde", "\\tilde"),
            Map.entry("\\Ddot", "\\ddot"),
            Map.entry("\\Bar", "\\bar"),
            Map.entry("\\Vec", "\\vec"),
            Map.entry("\\dag", "\\dagger"),
            Map.entry("\\ddag", "\\ddagger"),
            Map.entry("\\textlangle", "<"),
            Map.entry("\\textless", "<"),
            Map.entry("\\textrangle", ">"),
            Map.entry("\\textgreater", ">"),
            Map.entry("\\textbackslash", "n"),
            Map.entry("\\textunderscore", "_"),
            Map.entry("\\=", "_"));

    private TokenSynonyms() {}

    /** The token that stands for all its synonyms. */
    static String of(String token) {
        String bare = withoutSize(token);
        String same = SAME.getOrDefault(bare, bare);
        for (String prefix : new String[] {"wide", "var"}) {
            if (same.startsWith("\\" + prefix)) {
                return same.replace(prefix, "");
            }
        }
        return same.startsWith("\\string") ? same.replace("\\string", "") : same;
    }

    private static String withoutSize(String token) {
        String bare = token;
        boolean sided = bare.startsWith("\\left") || bare.startsWith("\\right");
        boolean arrow = bare.contains("arrow") || bare.contains("harpoon") || bare.contains("<") || bare.contains(">");
        if (sided && !arrow) {
            bare = bare.replace("\\left", "").replace("\\right", "");
        }
        if (bare.startsWith("\\big") || bare.startsWith("\\Big")) {
            int command = bare.lastIndexOf('\\');
            bare = command >= 4 ? bare.substring(command) : bare.substring(bare.length() - 1);
        }
        return bare;
    }
}
