package sigmark.inference.run;

import java.util.List;

/**
 * What a recognizer read from one crop.
 *
 * @param latex the best answer, in canonical form; empty when nothing was read
 * @param score probability that the whole answer is right as the model sees it: product of its token probabilities, 0 to 1
 * @param tokens its tokens with the probability of each; empty when the model gives none
 * @param alternatives other answers, best first, the best answer not among them
 */
public record Reading(String latex, double score, List<TokenScore> tokens, List<Alternative> alternatives) {
    public static final Reading NOTHING = new Reading("", 0, List.of(), List.of());

    public Reading {
        checkScore(score);
        tokens = List.copyOf(tokens);
        alternatives = List.copyOf(alternatives);
    }

    /** One token and its probability, 0 to 1. */
    public record TokenScore(String token, double probability) {
        public TokenScore {
            checkScore(probability);
        }
    }

    /** Another answer and its probability, 0 to 1. */
    public record Alternative(String latex, double score) {
        public Alternative {
            checkScore(score);
        }
    }

    private static void checkScore(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score %s is not in 0 to 1".formatted(score));
        }
    }
}
