package sigmark.analysis.sampling;

import java.util.List;

/**
 * Single sampling by attributes of ISO 2859-1, general inspection level II, acceptable quality levels 0.65 to 6.5: the
 * master tables by their diagonal rule, arrows resolved.
 *
 * @param codeLetter the letter of the lot size
 * @param planLetter the letter whose row is used after arrows
 * @param tableSize items to inspect by that row
 * @param accept the largest number of wrong items that is accepted
 */
public record Iso2859(char codeLetter, char planLetter, int tableSize, int accept) {
    private static final String LETTERS = "ABCDEFGHJKLMNPQ";
    private static final int[] LOT_TO = {
        8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000, 500_000, Integer.MAX_VALUE
    };
    private static final int[] SIZES = {2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1_250};
    private static final List<Double> LEVELS = List.of(0.65, 1.0, 1.5, 2.5, 4.0, 6.5);
    private static final int[] NORMAL = {1, 2, 3, 5, 7, 10, 14, 21};
    private static final int[] TIGHTENED = {1, 2, 3, 5, 8, 12, 18};

    /** The plan for a lot of at least 2 items. */
    public static Iso2859 plan(int lotSize, double aql, boolean tightened) {
        int level = LEVELS.indexOf(aql);
        if (lotSize < 2 || level < 0) {
            throw new IllegalArgumentException("no plan for a lot of %d at %s".formatted(lotSize, aql));
        }
        int letter = 0;
        while (lotSize > LOT_TO[letter]) {
            letter++;
        }
        int row = letter;
        int step = 0;
        while (accepted(row + level - 5, tightened) < 0) {
            int direction = accepted(row + level - 5, tightened) == -1 ? 1 : -1;
            if (step != 0 && direction != step || row + direction < 0 || row + direction >= SIZES.length) {
                throw new IllegalArgumentException(
                        "the table has no plan for a lot of %d at %s".formatted(lotSize, aql));
            }
            step = direction;
            row += direction;
        }
        return new Iso2859(
                LETTERS.charAt(letter), LETTERS.charAt(row), SIZES[row], accepted(row + level - 5, tightened));
    }

    /** The acceptance number on a diagonal; −1 is an arrow down, −2 an arrow up. */
    private static int accepted(int diagonal, boolean tightened) {
        int first = tightened ? 4 : 3;
        int[] numbers = tightened ? TIGHTENED : NORMAL;
        int zero = first - 3;
        if (diagonal == zero) {
            return 0;
        }
        if (diagonal >= first + numbers.length) {
            return -2;
        }
        if (diagonal >= first) {
            return numbers[diagonal - first];
        }
        return diagonal == 1 && !tightened ? -2 : -1;
    }
}
