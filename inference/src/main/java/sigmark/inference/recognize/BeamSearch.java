package sigmark.inference.recognize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the most probable answers, a few at a time, each following {@link AnswerGrammar} and ending before a limit.
 * Answers are ranked by their log probability over a power of their length (1: the mean of their pieces), so that long ones stand a chance.
 */
final class BeamSearch {
    private static final double LENGTH_POWER = 1;

    private final Vocabulary vocabulary;
    private final int beams;
    private final int limit;

    /** The network, one token on. */
    interface Network {
        /**
         * Logits of the next piece.
         *
         * @param last the last piece of each answer
         * @param from for each answer, the row of the step before that it goes on from
         * @return a row of logits an answer
         */
        float[][] step(int position, int[] last, int[] from);
    }

    /** An answer, with the probability of each of its pieces and of the end after it. */
    record Answer(List<Integer> pieces, List<Double> probabilities, double logProbability) {
        double rank() {
            return logProbability / Math.pow(pieces.size() + 1.0, LENGTH_POWER);
        }
    }

    /** An answer that goes on, and the row of the step before that it goes on from. */
    private record Beam(Answer answer, AnswerGrammar.State state, int row) {}

    /** A piece that a beam may go on with. */
    private record Choice(int from, int piece, double probability, AnswerGrammar.State state, double logProbability) {}

    /**
     * @param beams how many answers are followed at a time
     * @param limit most pieces of an answer, the end mark included
     */
    BeamSearch(Vocabulary vocabulary, int beams, int limit) {
        this.vocabulary = vocabulary;
        this.beams = beams;
        this.limit = limit;
    }

    /** Up to as many answers as there are beams, best first; never empty. */
    List<Answer> search(Network network) {
        List<Answer> done = new ArrayList<>();
        List<Beam> open = List.of(new Beam(new Answer(List.of(), List.of(), 0), AnswerGrammar.State.begin(), 0));
        for (int position = 0; position < limit && !open.isEmpty(); position++) {
            int[] last = open.stream()
                    .mapToInt(beam -> lastOf(beam.answer().pieces()))
                    .toArray();
            int[] rows = open.stream().mapToInt(Beam::row).toArray();
            float[][] logits = network.step(position, last, rows);
            List<Choice> choices = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                choices.addAll(choices(open.get(i), i, logits[i], limit - position - 1));
            }
            choices.sort(Comparator.comparingDouble(Choice::logProbability).reversed());
            open = goOn(choices, open, done);
            if (done.size() >= beams && !open.isEmpty() && cannotWin(open.get(0), done)) {
                break;
            }
        }
        done.sort(Comparator.comparingDouble(Answer::rank).reversed());
        return done.size() > beams ? done.subList(0, beams) : done;
    }

    private List<Beam> goOn(List<Choice> choices, List<Beam> before, List<Answer> done) {
        List<Beam> next = new ArrayList<>();
        for (Choice choice : choices) {
            if (next.size() == beams - Math.min(beams - 1, done.size())) {
                break;
            }
            Answer old = before.get(choice.from()).answer();
            List<Double> probabilities = new ArrayList<>(old.probabilities());
            probabilities.add(choice.probability());
            if (choice.piece() == Vocabulary.END) {
                done.add(new Answer(old.pieces(), probabilities, choice.logProbability()));
            } else {
                List<Integer> pieces = new ArrayList<>(old.pieces());
                pieces.add(choice.piece());
                Answer longer = new Answer(pieces, probabilities, choice.logProbability());
                next.add(new Beam(longer, choice.state(), choice.from()));
            }
        }
        return next;
    }

    /** Even if all that follows were certain, the best open answer would rank below the best finished one. */
    private boolean cannotWin(Beam best, List<Answer> done) {
        double bound = best.answer().logProbability() / Math.pow(limit, LENGTH_POWER);
        return done.stream().anyMatch(answer -> answer.rank() > bound);
    }

    /** The most probable pieces that the grammar allows and after which the answer can still end in time. */
    private List<Choice> choices(Beam beam, int from, float[] logits, int left) {
        double norm = logSum(logits);
        BestFirst order = new BestFirst(logits);
        List<Choice> found = new ArrayList<>();
        while (order.hasNext() && found.size() < beams + 1) {
            int piece = order.next();
            double logProbability = logits[piece] - norm;
            allowed(beam.state(), piece, left)
                    .ifPresent(state -> found.add(new Choice(
                            from,
                            piece,
                            Math.min(1, Math.exp(logProbability)),
                            state,
                            beam.answer().logProbability() + logProbability)));
        }
        return found;
    }

    private Optional<AnswerGrammar.State> allowed(AnswerGrammar.State state, int piece, int left) {
        if (piece == Vocabulary.START) {
            return Optional.empty();
        }
        if (piece == Vocabulary.END) {
            return state.complete() ? Optional.of(state) : Optional.empty();
        }
        Optional<AnswerGrammar.State> after = Optional.of(state);
        for (String token : vocabulary.tokens(piece)) {
            after = after.flatMap(each -> each.after(token));
        }
        return after.filter(each -> each.tokensToComplete() + 1 <= left);
    }

    private static double logSum(float[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - most);
        }
        return most + Math.log(sum);
    }

    private static int lastOf(List<Integer> pieces) {
        return pieces.isEmpty() ? Vocabulary.START : pieces.get(pieces.size() - 1);
    }
}
