package sigmark.inference.synthesis;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets simple formulas in the text's own fonts, as word processors do: letters slanted, digits upright, one level of
 * scripts. Whatever is two-dimensional is left to the formula renderer.
 */
final class LinearFormula {
    private static final Pattern TOKEN = Pattern.compile("\\\\[A-Za-z]+|\\\\.|[_^]\\{([^{}\\\\_^]*)\\}|[_^](.)|\\s+|.");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("\\le", "≤"),
            Map.entry("\\ge", "≥"),
            Map.entry("\\ne", "≠"),
            Map.entry("\\times", "×"),
            Map.entry("\\pm", "±"),
            Map.entry("\\cdot", "·"),
            Map.entry("\\div", "÷"),
            Map.entry("\\to", "→"),
            Map.entry("\\infty", "∞"),
            Map.entry("\\ldots", "…"),
            Map.entry("\\pi", "π"),
            Map.entry("\\theta", "θ"),
            Map.entry("\\alpha", "α"),
            Map.entry("\\beta", "β"),
            Map.entry("\\lambda", "λ"),
            Map.entry("\\mu", "μ"),
            Map.entry("\\sigma", "σ"),
            Map.entry("\\triangle", "△"),
            Map.entry("\\angle", "∠"));
    private static final Set<String> WORDS = Set.of("\\sin", "\\cos", "\\tan", "\\log", "\\ln");
    private static final String SPACED = "=<>≤≥≠×±÷→+−";

    private static final char THIN = '\u200a';

    private record Glyphs(String text, Font font, double x, double shift) {}

    private LinearFormula() {}

    static Optional<FormulaInk> ink(String latex, Typeface face, float size) {
        List<Glyphs> glyphs = new ArrayList<>();
        double x = 0;
        Matcher token = TOKEN.matcher(latex);
        while (token.find()) {
            String text = token.group();
            boolean script = text.charAt(0) == '_' || text.charAt(0) == '^';
            String lifted = token.group(1) != null ? token.group(1) : token.group(2);
            String shown = lifted == null ? shown(text) : lifted;
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            float at = script ? size * 0.68f : size;
            double shift = !script ? 0 : text.charAt(0) == '_' ? size * 0.2 : -size * 0.38;
            for (int i = 0; i < shown.length(); i++) {
                char c = shown.charAt(i);
                if (c == THIN) {
                    x += size * 0.06;
                    continue;
                }
                boolean slanted = !WORDS.contains(text) && (Character.isLetter(c) && c < 0x400);
                Font font = face.font(c, false, slanted).deriveFont(at);
                if (!font.canDisplay(c)) {
                    return Optional.empty();
                }
                double space = !script && SPACED.indexOf(c) >= 0 && x > 0 ? size * 0.2 : 0;
                String glyph = String.valueOf(c);
                glyphs.add(new Glyphs(glyph, font, x + space, shift));
                x += font.getStringBounds(glyph, PageCanvas.METRICS).getWidth() + 2 * space;
            }
            x += WORDS.contains(text) ? size * 0.15 : 0;
        }
        return draw(glyphs, x, size);
    }

    /** The characters that a token shows; empty when this class cannot set it. */
    private static String shown(String token) {
        if (token.isBlank() || token.equals("\\,")) {
            return String.valueOf(THIN);
        }
        if (WORDS.contains(token)) {
            return token.substring(1);
        }
        if (token.startsWith("\\")) {
            return SIGNS.getOrDefault(token, "");
        }
        return switch (token) {
            case "{", "}", "&", "_", "^" -> "";
            case "-" -> "−";
            case "'" -> "′";
            default -> token;
        };
    }

    private static Optional<FormulaInk> draw(List<Glyphs> glyphs, double advance, float size) {
        int margin = Math.round(size);
        int baseline = margin * 2;
        BufferedImage image =
                new BufferedImage((int) Math.ceil(advance) + 2 * margin, margin * 4, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.BLACK);
        for (Glyphs g : glyphs) {
            graphics.setFont(g.font());
            graphics.drawString(g.text(), (float) (margin + g.x()), (float) (baseline + g.shift()));
        }
        graphics.dispose();
        return FormulaInk.cut(image, margin, baseline, advance);
    }
}
