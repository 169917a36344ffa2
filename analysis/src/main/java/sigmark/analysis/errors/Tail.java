package sigmark.analysis.errors;

import java.util.List;

/** What went wrong towards the end of a reading. */
final class Tail {
    private static final int LEAST_MISSING = 4;
    private static final int LONGEST_PERIOD = 20;
    private static final int LEAST_TURNS = 4;
    private static final int LEAST_REPEATED = 8;

    private Tail() {}

    /** Signs of the truth missing in one run at the end, when they are at least four and a tenth of it; else 0. */
    static int missing(List<AlignedToken> aligned) {
        int signs = 0;
        int all = 0;
        boolean inTail = true;
        for (int i = aligned.size() - 1; i >= 0; i--) {
            AlignedToken token = aligned.get(i);
            boolean closes = token.truth().equals("}") || token.truth().startsWith("\\end{");
            boolean sign = TokenSort.isInk(token.truth());
            inTail &= token.missing() || (signs == 0 && closes && token.equal());
            signs += inTail && token.missing() && sign ? 1 : 0;
            all += !token.extra() && sign ? 1 : 0;
        }
        return signs >= LEAST_MISSING && signs * 10 >= all ? signs : 0;
    }

    /** How many places of the alignment the cut-off end takes. */
    static int tailLength(List<AlignedToken> aligned, int cut) {
        int missing = 0;
        int length = 0;
        while (missing < cut) {
            AlignedToken token = aligned.get(aligned.size() - 1 - length);
            missing += token.missing() && TokenSort.isInk(token.truth()) ? 1 : 0;
            length++;
        }
        while (cut > 0
                && length < aligned.size()
                && aligned.get(aligned.size() - 1 - length).missing()) {
            length++;
        }
        return length;
    }

    /** Tokens in the longest run in which one sequence of up to 20 tokens stands at least four times; else 0. */
    static int repeated(List<String> tokens) {
        int longest = 0;
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            int run = 0;
            for (int i = period; i < tokens.size(); i++) {
                run = tokens.get(i).equals(tokens.get(i - period)) ? run + 1 : 0;
                int length = run + period;
                if (run >= period * (LEAST_TURNS - 1) && length >= LEAST_REPEATED) {
                    longest = Math.max(longest, length);
                }
            }
        }
        return longest;
    }
}
