package sigmark.labeling.online;

/**
 * A version's users in sums, enough for an interval that takes a user's results together.
 *
 * @param users with at least one request
 * @param edited by them, of {@code judged}
 * @param editedSquares sum over users of their edited results squared; the next two likewise
 */
public record UserSums(
        String version,
        long users,
        long edited,
        long judged,
        double editedSquares,
        double editedTimesJudged,
        double judgedSquares) {}
