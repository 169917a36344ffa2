package sigmark.app.canvas;

import javafx.scene.paint.Color;

/**
 * The colours of the page's surroundings and of its boxes, read from the stylesheet by {@link PageCanvas}.
 *
 * @param paper opacity of the page, below 1 in the dark theme
 */
record CanvasColors(
        Color background,
        Color person,
        Color model,
        Color doubt,
        Color right,
        Color wrong,
        Color gold,
        Color halo,
        double paper) {

    Color of(BoxStyle style) {
        return switch (style) {
            case HUMAN -> person;
            case PROPOSAL -> model;
            case DOUBTFUL -> doubt;
            case ACCEPTED -> right;
            case MISSED, FALSE -> wrong;
            case GOLD -> gold;
        };
    }
}
