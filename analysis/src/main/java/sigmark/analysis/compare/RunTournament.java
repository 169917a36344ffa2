package sigmark.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.statistics.Multiplicity;

/**
 * Every pair of several runs compared.
 *
 * @param duels the first run against the second, against the third …, the second against the third …
 */
public record RunTournament(List<Duel> duels) {
    public RunTournament {
        duels = List.copyOf(duels);
    }

    /**
     * Two of the runs.
     *
     * @param adjustedP of exact match (McNemar, exact), after Holm's correction for all pairs
     */
    public record Duel(long first, long second, RunComparison comparison, double adjustedP) {}

    /** Compares two or more runs; fewer have no duel. */
    public static RunTournament of(List<Evaluation> evaluations) {
        List<Duel> duels = new ArrayList<>();
        for (int i = 0; i < evaluations.size(); i++) {
            for (int j = i + 1; j < evaluations.size(); j++) {
                Evaluation first = evaluations.get(i);
                Evaluation second = evaluations.get(j);
                duels.add(new Duel(first.run().id(), second.run().id(), RunComparison.of(first, second), 1));
            }
        }
        double[] adjusted = Multiplicity.holm(duels.stream()
                .mapToDouble(duel -> duel.comparison().exact().exactP().orElse(1))
                .toArray());
        List<Duel> corrected = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Duel duel = duels.get(i);
            corrected.add(new Duel(duel.first(), duel.second(), duel.comparison(), adjusted[i]));
        }
        return new RunTournament(corrected);
    }
}
