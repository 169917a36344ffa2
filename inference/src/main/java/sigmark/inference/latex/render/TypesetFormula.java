package sigmark.inference.latex.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Optional;
import javax.swing.JLabel;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A formula laid out as it stands, to be painted into somebody else's picture: for training pages and crops, which need
 * other sizes, fonts and turns than a formula on a screen. What the engine refuses is left out, not mended. Laying out is
 * one at a time, since the engine's tables are shared.
 */
public final class TypesetFormula {
    private final TeXIcon icon;

    private TypesetFormula(TeXIcon icon) {
        this.icon = icon;
    }

    /** Which font family, known to AWT, draws Hangul from now on, in the whole process. */
    public static synchronized void useForHangul(String family) {
        TeXFormula.registerExternalFont(Character.UnicodeBlock.HANGUL_SYLLABLES, family);
    }

    /** Lays a formula out with this em in pixels, in display or in text style; empty when the engine refuses it. */
    public static synchronized Optional<TypesetFormula> of(String latex, double em, boolean display) {
        try {
            int style = display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
            return Optional.of(new TypesetFormula(new TeXFormula(latex).createTeXIcon(style, (float) em)));
        } catch (ParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Pixels from the first to the last column of its boxes; ink may reach a little beyond. */
    public int width() {
        return icon.getIconWidth();
    }

    /** Rows of its boxes, above and below the baseline together. */
    public int height() {
        return icon.getIconHeight();
    }

    /** Rows of its boxes below the baseline. */
    public int depth() {
        return icon.getIconDepth();
    }

    /** Paints it with its top-left corner there; the graphics' font, scale and colour are as before. */
    public void paint(Graphics2D graphics, Color ink, int left, int top) {
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            icon.setForeground(ink);
            icon.paintIcon(new JLabel(), own, left, top);
        } finally {
            own.dispose();
        }
    }
}
