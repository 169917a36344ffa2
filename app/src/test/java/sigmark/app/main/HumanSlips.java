package sigmark.app.main;

import java.util.Optional;
import java.util.Random;
import sigmark.inference.page.Box;

/**
 * What a labeler does to the truth on the way through eye and hand: boxes drawn a little off, now and then a letter
 * mistaken, a mark forgotten or a small formula passed over. The same seed gives the same slips.
 */
final class HumanSlips {
    private final Random random;
    private final double typing;
    private final double passing;
    private final double hand;

    /**
     * @param typing chance that a formula's LaTeX is typed wrong, 0 to 1
     * @param passing chance that a formula of at most three characters is not seen, 0 to 1
     * @param hand how far an edge lies off, one standard deviation in pixels of the page
     */
    HumanSlips(long seed, double typing, double passing, double hand) {
        this.random = new Random(seed);
        this.typing = typing;
        this.passing = passing;
        this.hand = hand;
    }

    boolean passesOver(String latex) {
        return latex.length() <= 3 && random.nextDouble() < passing;
    }

    /** The box as it is drawn; never thinner than four pixels. */
    Box drawn(Box truth) {
        double left = truth.left() - 1.5 + off();
        double top = truth.top() - 1.5 + off();
        return new Box(
                left,
                top,
                Math.max(left + 4, truth.right() + 1.5 + off()),
                Math.max(top + 4, truth.bottom() + 1.5 + off()));
    }

    private double off() {
        return random.nextGaussian() * hand;
    }

    /** The LaTeX as it is typed; a slip is always one that a reader would call wrong. */
    String typed(String latex) {
        if (random.nextDouble() >= typing) {
            return latex;
        }
        int first = random.nextInt(4);
        for (int i = 0; i < 4; i++) {
            Optional<String> slip = slip(latex, (first + i) % 4);
            if (slip.isPresent()) {
                return slip.get();
            }
        }
        return latex;
    }

    private static Optional<String> slip(String latex, int kind) {
        String wrong =
                switch (kind) {
                    case 0 -> latex.replaceFirst("\\\\theta", "\\\\phi").replaceFirst("\\\\le", "<");
                    case 1 -> latex.replaceFirst("\\^\\{2\\}", "");
                    case 2 -> latex.replaceFirst("\\+", "-");
                    default -> latex.replaceFirst("n-k", "n-h").replaceFirst("p\\)", "P)");
                };
        return wrong.equals(latex) ? Optional.empty() : Optional.of(wrong);
    }

    /** Seconds that something takes this person. */
    double seconds(double mean) {
        return Math.max(mean * 0.3, mean * (1 + 0.35 * random.nextGaussian()));
    }
}
