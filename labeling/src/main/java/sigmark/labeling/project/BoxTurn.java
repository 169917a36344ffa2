package sigmark.labeling.project;

import sigmark.inference.page.Box;

/**
 * Turns boxes with their page by quarter turns, clockwise. Coordinates are rounded to a billionth of a pixel, so that
 * coordinates of up to nine decimals come back exactly when the page is turned back.
 */
public final class BoxTurn {
    private static final double GRID = 1e9;

    private BoxTurn() {}

    /** The box on the page turned once or more, given the page's size before the turn. */
    public static Box turn(Box box, int turns, double width, double height) {
        return switch (Math.floorMod(turns, 4)) {
            case 1 -> new Box(round(height - box.bottom()), box.left(), round(height - box.top()), box.right());
            case 2 ->
                new Box(
                        round(width - box.right()),
                        round(height - box.bottom()),
                        round(width - box.left()),
                        round(height - box.top()));
            case 3 -> new Box(box.top(), round(width - box.right()), box.bottom(), round(width - box.left()));
            default -> box;
        };
    }

    private static double round(double value) {
        return Math.rint(value * GRID) / GRID;
    }
}
