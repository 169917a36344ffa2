package sigmark.inference.latex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Characters that are not ASCII and have a command, or an ASCII sign, of their own in formulas. */
public final class UnicodeSigns {
    /** Rule S2 of {@link CanonicalForm}: entries "character=tokens, blank-separated". */
    private static final String CHARACTERS =
            """
            ×=\\times;÷=\\div;±=\\pm;∓=\\mp;·=\\cdot;⋅=\\cdot;•=\\bullet;∙=\\bullet;≤=\\le;≥=\\ge;≦=\\leqq;≧=\\geqq;⩽=\\leqslant
            ⩾=\\geqslant;≠=\\ne;≡=\\equiv;≈=\\approx;≃=\\simeq;≅=\\cong;∼=\\sim;∝=\\propto;∞=\\infty;∂=\\partial;∇=\\nabla;∑=\\sum
            ∏=\\prod;∫=\\int;∮=\\oint;∬=\\iint;∭=\\iiint;∈=\\in;∉=\\notin;∋=\\ni;⊂=\\subset;⊃=\\supset;⊆=\\subseteq;⊇=\\supseteq
            ∪=\\cup;∩=\\cap;∅=\\varnothing;∀=\\forall;∃=\\exists;¬=\\neg;∧=\\wedge;∨=\\vee;⊕=\\oplus;⊗=\\otimes;⊥=\\perp;∥=\\|
            ∠=\\angle;△=\\triangle;□=\\square;∴=\\therefore;∵=\\because;→=\\to;←=\\leftarrow;↔=\\leftrightarrow;⇒=\\Rightarrow
            ⇐=\\Leftarrow;⇔=\\Leftrightarrow;↦=\\mapsto;↑=\\uparrow;↓=\\downarrow;⟶=\\longrightarrow;⟵=\\longleftarrow
            ⟨=\\langle;⟩=\\rangle;〈=\\langle;〉=\\rangle;⌊=\\lfloor;⌋=\\rfloor;⌈=\\lceil;⌉=\\rceil;∣=|;‖=\\|;−=-;–=-;∗=*;∘=\\circ
            …=\\ldots;⋯=\\cdots;⋮=\\vdots;⋱=\\ddots;′=';’=';‘=`;″=' ';‴=' ' ';°=^ { \\circ };∕=/;∖=\\setminus;ℓ=\\ell;ℏ=\\hbar
            ℝ=\\mathbb { R };ℤ=\\mathbb { Z };ℕ=\\mathbb { N };ℚ=\\mathbb { Q };ℂ=\\mathbb { C };²=^ { 2 };³=^ { 3 };¹=^ { 1 }
            α=\\alpha;β=\\beta;γ=\\gamma;δ=\\delta;ε=\\varepsilon;ϵ=\\epsilon;ζ=\\zeta;η=\\eta;θ=\\theta;ϑ=\\vartheta;ι=\\iota
            κ=\\kappa;λ=\\lambda;μ=\\mu;µ=\\mu;ν=\\nu;ξ=\\xi;π=\\pi;ϖ=\\varpi;ρ=\\rho;ϱ=\\varrho;σ=\\sigma;ς=\\varsigma;τ=\\tau
            υ=\\upsilon;φ=\\varphi;ϕ=\\phi;χ=\\chi;ψ=\\psi;ω=\\omega;Γ=\\Gamma;Δ=\\Delta;Θ=\\Theta;Λ=\\Lambda;Ξ=\\Xi;Π=\\Pi
            Σ=\\Sigma;Υ=\\Upsilon;Φ=\\Phi;Ψ=\\Psi;Ω=\\Omega;∆=\\Delta;（=(;）=);，=,;：=:;；=;；＝==;＋=+;－=-;＜=<;＞=>;｜=|;［=[;］=]
            """;

    private static final Map<String, List<String>> TABLE = read(CHARACTERS);

    private UnicodeSigns() {}

    /** The tokens that stand for a character; empty when it has none. */
    public static List<String> tokens(String character) {
        return TABLE.getOrDefault(character, List.of());
    }

    static Map<String, List<String>> table() {
        return TABLE;
    }

    static Map<String, List<String>> read(String table) {
        Map<String, List<String>> map = new HashMap<>();
        for (String line : table.lines().toList()) {
            for (String entry : List.of(line.split(";(?=.)"))) {
                int equals = entry.indexOf('=', 1);
                if (equals > 0) {
                    map.put(
                            entry.substring(0, equals),
                            List.of(entry.substring(equals + 1).split(" ")));
                }
            }
        }
        map.put("；", List.of(";"));
        return map;
    }
}
