package sigmark.inference.work;

import java.util.List;

/**
 * How every import, export, merge and run ends: nothing is dropped in silence.
 *
 * @param in items offered
 * @param out items that came through
 * @param leftOut items that did not, or that lost something on the way, each with its reason
 */
public record Balance(long in, long out, List<LeftOut> leftOut) {
    public static final Balance EMPTY = new Balance(0, 0, List.of());

    public Balance {
        if (in < 0 || out < 0) {
            throw new IllegalArgumentException("balance of in=%d out=%d".formatted(in, out));
        }
        leftOut = List.copyOf(leftOut);
    }

    public Balance plus(Balance other) {
        var all = new java.util.ArrayList<>(leftOut);
        all.addAll(other.leftOut);
        return new Balance(in + other.in, out + other.out, all);
    }
}
