package sigmark.app.canvas;

import javafx.scene.paint.Color;
import sigmark.app.base.control.TokenColors;
import sigmark.app.base.control.TokenColors.Token;

/** The colours of the page's surroundings and of its boxes, as the stylesheets say. */
record CanvasColors(TokenColors tokens) {
    /** Pages stay paper in the dark theme, a little dimmed. */
    private static final double DIMMED = 0.88;

    private static final double DARK = 0.3;

    Color background() {
        return tokens.get(Token.CANVAS);
    }

    Color person() {
        return tokens.get(Token.PAPER_PERSON);
    }

    Color halo() {
        return tokens.get(Token.PAPER_HALO);
    }

    /** Opacity of the page. */
    double paper() {
        return background().getBrightness() < DARK ? DIMMED : 1;
    }

    Color of(BoxStyle style) {
        return tokens.get(
                switch (style) {
                    case HUMAN -> Token.PAPER_PERSON;
                    case PROPOSAL -> Token.PAPER_MODEL;
                    case DOUBTFUL -> Token.PAPER_DOUBT;
                    case ACCEPTED -> Token.PAPER_RIGHT;
                    case MISSED, FALSE -> Token.PAPER_WRONG;
                    case GOLD -> Token.PAPER_GOLD;
                });
    }
}
