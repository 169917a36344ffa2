package sigmark.inference.latex.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.LatexProblem;
import sigmark.inference.latex.UnicodeSigns;

/**
 * Draws formulas. Never fails on any text and never changes it: what cannot be shown is an issue with its place. Bounded
 * in nesting, tokens, lengths and pixels, so that hostile text ends quickly too. Safe for any thread; laying out is one
 * at a time, since the engine's tables are shared, painting is not.
 */
public final class FormulaRenderer {
    /** Most pixels of one picture. */
    public static final int MAX_PIXELS = 16_000_000;

    private static final int MARGIN = 2;
    private static final RenderStyle LAYOUT = new RenderStyle(10, 0xFF000000, true);
    private static final Object ENGINE = new Object();
    private static final GlyphReader READER = new GlyphReader();
    private static boolean ready;

    private FormulaRenderer() {}

    public static Rendering render(String latex, RenderStyle style) {
        Prepared prepared = Compatibility.prepare(latex);
        if (!prepared.showable()) {
            return new Rendering(Optional.empty(), prepared.issues());
        }
        Optional<TeXIcon> icon = icon(prepared.latex(), style);
        if (icon.isPresent()) {
            return paint(icon.get(), style, prepared.issues(), latex.length());
        }
        Prepared simpler = Compatibility.prepare(CanonicalForm.of(latex));
        Optional<TeXIcon> second = simpler.showable() ? icon(simpler.latex(), style) : Optional.empty();
        List<LatexProblem> issues = new ArrayList<>(prepared.issues());
        if (issues.isEmpty()) {
            String code = second.isPresent() ? "latex.simplified" : "latex.not-shown";
            issues.add(new LatexProblem(code, 0, latex.length(), Map.of()));
        }
        return second.map(found -> paint(found, style, issues, latex.length()))
                .orElseGet(() -> new Rendering(Optional.empty(), issues));
    }

    /** Lays a formula out in display style without painting it: where each visible thing lies, in em. */
    public static GlyphLayout layout(String latex) {
        Prepared prepared = Compatibility.prepare(latex);
        Optional<TeXIcon> icon = prepared.showable() ? icon(prepared.latex(), LAYOUT) : Optional.empty();
        String laidOut = latex;
        if (icon.isEmpty()) {
            laidOut = CanonicalForm.of(latex);
            Prepared simpler = Compatibility.prepare(laidOut);
            icon = simpler.showable() ? icon(simpler.latex(), LAYOUT) : Optional.empty();
        }
        List<LatexProblem> issues = new ArrayList<>(prepared.issues());
        if (icon.isEmpty()) {
            if (issues.isEmpty()) {
                issues.add(new LatexProblem("latex.not-shown", 0, latex.length(), Map.of()));
            }
            return new GlyphLayout(List.of(), 0, 0, 0, issues);
        }
        Box box = icon.get().getBox();
        List<String> outlines = laidOut.codePoints()
                .filter(c ->
                        c > 127 && UnicodeSigns.tokens(Character.toString(c)).isEmpty())
                .mapToObj(Character::toString)
                .toList();
        synchronized (ENGINE) {
            learnNames();
            List<Glyph> glyphs = READER.read(surface -> box.draw(surface, 0, 0), outlines);
            return new GlyphLayout(glyphs, box.getWidth(), box.getHeight(), box.getDepth(), issues);
        }
    }

    private static void learnNames() {
        if (!READER.knows()) {
            READER.learn(
                    new GlyphNames(latex -> icon(Compatibility.prepare(latex).latex(), LAYOUT)
                            .map(icon -> READER.keys(surface -> icon.getBox().draw(surface, 0, 0)))
                            .orElse(List.of())));
        }
    }

    /** The engine's refusals come as many kinds of exception, overflow of its recursion among them: all mean "no". */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static Optional<TeXIcon> icon(String latex, RenderStyle style) {
        synchronized (ENGINE) {
            if (!ready) {
                FormulaFonts.register();
                ready = true;
            }
            try {
                int mode = style.display() ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
                TeXFormula formula = new TeXFormula(latex.isBlank() ? "{}" : latex);
                return Optional.of(formula.new TeXIconBuilder()
                        .setStyle(mode)
                        .setSize((float) style.size())
                        .setFGColor(new Color(style.argb(), true))
                        .build());
            } catch (RuntimeException | StackOverflowError e) {
                return Optional.empty();
            }
        }
    }

    private static Rendering paint(TeXIcon icon, RenderStyle style, List<LatexProblem> issues, int length) {
        int margin = MARGIN + (int) Math.ceil(style.size() / 8);
        icon.setInsets(new Insets(margin, margin, margin, margin), true);
        long width = Math.max(1, icon.getIconWidth());
        long height = Math.max(1, icon.getIconHeight());
        if (width * height > MAX_PIXELS || width > 30_000 || height > 30_000) {
            List<LatexProblem> all = new ArrayList<>(issues);
            all.add(new LatexProblem("latex.too-large", 0, length, Map.of("command", width + "×" + height)));
            return new Rendering(Optional.empty(), all);
        }
        var canvas = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        Graphics2D own = (Graphics2D) graphics.create(); // the engine leaves its font and scale behind
        own.setColor(new Color(style.argb(), true));
        icon.paintIcon(null, own, 0, 0);
        own.dispose();
        graphics.dispose();
        int[] argb = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        int baseline = margin + Math.round(icon.getTrueIconHeight());
        return new Rendering(Optional.of(new FormulaImage(argb, (int) width, (int) height, baseline)), issues);
    }
}
