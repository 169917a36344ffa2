package sigmark.inference.latex.render;

import java.awt.Font;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.LatexCommands;

/**
 * Which command or character prints a glyph of the engine's fonts. Found by laying out every known command alone, and every
 * delimiter at many heights, and noting what is drawn.
 */
final class GlyphNames {
    private static final List<String> DELIMITERS = List.of(
            "(",
            ")",
            "[",
            "]",
            "\\{",
            "\\}",
            "|",
            "\\|",
            "\\langle",
            "\\rangle",
            "\\lfloor",
            "\\rfloor",
            "\\lceil",
            "\\rceil",
            "/",
            "\\setminus",
            "\\uparrow",
            "\\downarrow");
    private static final List<String> LETTERS = List.of(
            "\\mathbf",
            "\\mathcal",
            "\\mathbb",
            "\\mathfrak",
            "\\mathscr",
            "\\mathsf",
            "\\mathtt",
            "\\mathit",
            "\\mathrm",
            "\\boldsymbol");
    private static final List<String> SIZES = List.of("\\big", "\\Big", "\\bigg", "\\Bigg");
    private static final List<String> CAPITALS = List.of(
            "\\Gamma",
            "\\Delta",
            "\\Theta",
            "\\Lambda",
            "\\Xi",
            "\\Pi",
            "\\Sigma",
            "\\Upsilon",
            "\\Phi",
            "\\Psi",
            "\\Omega",
            "\\nabla");
    private static final int HEIGHTS = 24;

    private final Map<String, String> names = new HashMap<>();

    /** @param drawn what the engine draws for a formula: each glyph's {@link #key} in order, bars left out */
    GlyphNames(Function<String, List<String>> drawn) {
        for (char c = '!'; c <= '~'; c++) {
            if ("#$%&\\^_{}~'".indexOf(c) < 0) {
                learn(String.valueOf(c), drawn.apply(String.valueOf(c)));
            }
        }
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        for (String alphabet : LETTERS) {
            for (int i = 0; i < letters.length(); i++) {
                String letter = letters.substring(i, i + 1);
                learn(letter, drawn.apply(alphabet + "{" + letter + "}"));
            }
        }
        for (String delimiter : DELIMITERS) {
            for (int height = 0; height < HEIGHTS; height++) {
                String bar = "\\rule{0pt}{" + (4 + 3 * height) + "pt}";
                drawn.apply("\\left" + delimiter + bar + "\\right.").forEach(key -> names.putIfAbsent(key, delimiter));
            }
        }
        for (String delimiter : DELIMITERS) {
            for (String size : SIZES) {
                drawn.apply(size + delimiter).forEach(key -> names.putIfAbsent(key, delimiter));
            }
        }
        IntStream.range(0, HEIGHTS)
                .mapToObj(height -> "\\sqrt{\\rule{0pt}{" + (4 + 3 * height) + "pt}}")
                .forEach(root -> drawn.apply(root).forEach(key -> names.putIfAbsent(key, "\\sqrt")));
        List<String> commands = LatexCommands.all().stream()
                .filter(command -> LatexCommands.arguments(command) == 0)
                .sorted()
                .collect(Collectors.toList());
        commands.add(0, "\\prime");
        commands.forEach(command -> learn(command, drawn.apply(command)));
        for (String alphabet : LETTERS) {
            CAPITALS.forEach(capital -> learn(capital, drawn.apply(alphabet + "{" + capital + "}")));
        }
        List.of(
                        "\\hat",
                        "\\tilde",
                        "\\bar",
                        "\\vec",
                        "\\dot",
                        "\\check",
                        "\\breve",
                        "\\acute",
                        "\\grave",
                        "\\widehat",
                        "\\widetilde",
                        "\\overbrace",
                        "\\underbrace",
                        "\\overrightarrow",
                        "\\overleftarrow",
                        "\\mathring")
                .forEach(accent -> List.of("{ABC}", "{AB}", "{x}")
                        .forEach(wide -> drawn.apply(accent + wide).forEach(key -> names.putIfAbsent(key, accent))));
    }

    /** How a glyph is known: its font's name and its character. */
    static String key(Font font, char character) {
        return font.getFontName() + '#' + (int) character;
    }

    String name(Font font, char character) {
        return names.getOrDefault(key(font, character), String.valueOf(character));
    }

    private void learn(String name, List<String> keys) {
        if (keys.size() == 1) {
            List<String> canonical = CanonicalForm.tokens(name);
            names.putIfAbsent(keys.get(0), canonical.size() == 1 ? canonical.get(0) : name);
        }
    }
}
