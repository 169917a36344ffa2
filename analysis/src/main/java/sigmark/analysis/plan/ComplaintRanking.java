package sigmark.analysis.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Complaints by code, the weightiest first (Pareto): score = sum of the severities' weights; ties by count, then by code.
 *
 * @param rows one a code
 * @param codesForMost how many of the first codes make up 80 % of the score; 0 without complaints
 */
public record ComplaintRanking(List<Row> rows, int codesForMost) {
    private static final double MOST = 0.8;

    public ComplaintRanking {
        rows = List.copyOf(rows);
    }

    /** A complaint; the weight is that of its severity, not below 0. */
    public record Complaint(String code, double weight, String user) {
        public Complaint {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight of %s".formatted(weight));
            }
        }
    }

    /** A code with its complaints, different users, and share of all scores, its own and with those before it. */
    public record Row(String code, int count, int users, double score, double share, double cumulative) {}

    private static final class Tally {
        private int count;
        private double score;
        private final Set<String> users = new HashSet<>();
    }

    /** Ranks them. */
    public static ComplaintRanking of(List<Complaint> complaints) {
        Map<String, Tally> tallies = new HashMap<>();
        double total = 0;
        for (Complaint complaint : complaints) {
            Tally tally = tallies.computeIfAbsent(complaint.code(), code -> new Tally());
            tally.count++;
            tally.score += complaint.weight();
            tally.users.add(complaint.user());
            total += complaint.weight();
        }
        Comparator<Map.Entry<String, Tally>> order = Comparator.comparingDouble(entry -> -entry.getValue().score);
        List<Map.Entry<String, Tally>> ranked = tallies.entrySet().stream()
                .sorted(order.thenComparingInt(entry -> -entry.getValue().count).thenComparing(Map.Entry::getKey))
                .toList();
        List<Row> rows = new ArrayList<>();
        double running = 0;
        int needed = 0;
        for (Map.Entry<String, Tally> entry : ranked) {
            Tally tally = entry.getValue();
            needed += total > 0 && running / total < MOST ? 1 : 0;
            running += tally.score;
            rows.add(new Row(
                    entry.getKey(),
                    tally.count,
                    tally.users.size(),
                    tally.score,
                    total > 0 ? tally.score / total : 0,
                    total > 0 ? running / total : 0));
        }
        return new ComplaintRanking(rows, needed);
    }
}
