package sigmark.inference.recognize;

/** Sines and cosines that tell a network where something stands (Vaswani et al. 2017), in one and in two dimensions. */
public final class Positions {
    private static final double LONGEST = 10_000;

    private Positions() {}

    /** For places {@code from} to {@code from + count - 1} of a sequence: [count, width]. */
    public static float[] line(int from, int count, int width) {
        float[] values = new float[count * width];
        for (int i = 0; i < count; i++) {
            fill(values, i * width, from + i, width);
        }
        return values;
    }

    /** For a map, row by row: [rows · columns, width]; the first half of the width says the column, the second the row. */
    public static float[] map(int rows, int columns, int width) {
        float[] values = new float[rows * columns * width];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = (row * columns + column) * width;
                fill(values, at, column, width / 2);
                fill(values, at + width / 2, row, width / 2);
            }
        }
        return values;
    }

    private static void fill(float[] values, int at, int position, int width) {
        for (int i = 0; i < width; i += 2) {
            double angle = position / Math.pow(LONGEST, (double) i / width);
            values[at + i] = (float) Math.sin(angle);
            values[at + i + 1] = (float) Math.cos(angle);
        }
    }
}
