package sigmark.labeling.guide.check.structure;

import java.util.regex.Pattern;

/**
 * A text that gives up after being looked at very often: patterns come with guides, guides come from others, and a
 * pattern that goes back and forth for ever must not hold up the window.
 */
final class BoundedText implements CharSequence {
    private static final int MOST_LOOKS = 200_000;

    private final CharSequence text;
    private final int[] looks;

    /** Thrown inside a match only. */
    private static final class TooManyLooksException extends RuntimeException {
        TooManyLooksException() {
            super("pattern looks too often", null, false, false);
        }
    }

    private BoundedText(CharSequence text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    /** Whether the pattern matches all of the text; a pattern that takes too long does not. */
    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text, new int[1])).matches();
        } catch (TooManyLooksException | StackOverflowError e) {
            return false;
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw new TooManyLooksException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
