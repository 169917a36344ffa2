package sigmark.analysis.recognition.cdm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of canonical tokens leaves ink of its own, in the order of the LaTeX. */
final class VisibleTokens {
    private static final Set<String> FUNCTIONS = Set.of(
            "\\arccos",
            "\\arcsin",
            "\\arctan",
            "\\arg",
            "\\cos",
            "\\cosh",
            "\\cot",
            "\\coth",
            "\\csc",
            "\\deg",
            "\\det",
            "\\dim",
            "\\exp",
            "\\gcd",
            "\\hom",
            "\\inf",
            "\\ker",
            "\\lg",
            "\\lim",
            "\\liminf",
            "\\limsup",
            "\\ln",
            "\\log",
            "\\max",
            "\\min",
            "\\Pr",
            "\\sec",
            "\\sin",
            "\\sinh",
            "\\sup",
            "\\tan",
            "\\tanh");
    private static final Map<String, List<String>> SEVERAL = Map.ofEntries(
            Map.entry("\\ldots", List.of(".", ".", ".")),
            Map.entry("\\cdots", List.of("\\cdot", "\\cdot", "\\cdot")),
            Map.entry("\\bmod", List.of("m", "o", "d")),
            Map.entry("\\begin{pmatrix}", List.of("(")),
            Map.entry("\\end{pmatrix}", List.of(")")),
            Map.entry("\\begin{bmatrix}", List.of("[")),
            Map.entry("\\end{bmatrix}", List.of("]")),
            Map.entry("\\begin{vmatrix}", List.of("|")),
            Map.entry("\\end{vmatrix}", List.of("|")),
            Map.entry("\\begin{Vmatrix}", List.of("\\|")),
            Map.entry("\\end{Vmatrix}", List.of("\\|")),
            Map.entry("\\begin{Bmatrix}", List.of("\\{")),
            Map.entry("\\end{Bmatrix}", List.of("\\}")),
            Map.entry("\\begin{cases}", List.of("\\{")));
    private static final Set<String> UNSEEN = Set.of("{", "}", "_", "^", "&", "\\\\", "\\ ", "\\quad");

    private VisibleTokens() {}

    static List<String> of(List<String> canonical) {
        List<String> visible = new ArrayList<>();
        for (String token : canonical) {
            if (SEVERAL.containsKey(token)) {
                visible.addAll(SEVERAL.getOrDefault(token, List.of()));
            } else if (FUNCTIONS.contains(token)) {
                token.substring(1).chars().forEach(c -> visible.add(Character.toString(c)));
            } else if (!UNSEEN.contains(token)) {
                visible.add(token);
            }
        }
        return visible;
    }
}
