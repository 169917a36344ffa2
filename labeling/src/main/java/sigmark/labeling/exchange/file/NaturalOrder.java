package sigmark.labeling.exchange.file;

import java.nio.file.Path;
import java.util.Comparator;

/** Orders names as people count: {@code page2} before {@code page10}, letter case and Unicode form aside. */
public final class NaturalOrder implements Comparator<String> {
    /** The order. */
    public static final Comparator<String> NAMES = new NaturalOrder();

    /** The same for paths, folder by folder. */
    public static final Comparator<Path> PATHS = Comparator.comparing(
            (Path path) -> path.toString().replace('\\', '/').replace('/', '\u0001'), NAMES);

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        String a = FileNames.key(left);
        String b = FileNames.key(right);
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = endOfNumber(a, i);
                int endB = endOfNumber(b, j);
                int byValue = compareNumbers(a.substring(i, endA), b.substring(j, endB));
                if (byValue != 0) {
                    return byValue;
                }
                i = endA;
                j = endB;
            } else {
                int byLetter = Character.compare(a.charAt(i), b.charAt(j));
                if (byLetter != 0) {
                    return byLetter;
                }
                i++;
                j++;
            }
        }
        int byLength = Integer.compare(a.length() - i, b.length() - j);
        return byLength != 0 ? byLength : left.compareTo(right);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String a, String b) {
        String plainA = a.replaceFirst("^0+(?=.)", "");
        String plainB = b.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(plainA.length(), plainB.length());
        return byLength != 0 ? byLength : plainA.compareTo(plainB);
    }
}
