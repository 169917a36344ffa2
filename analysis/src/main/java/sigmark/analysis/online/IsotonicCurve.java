package sigmark.analysis.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rising curve closest to outcomes by least squares: pool adjacent violators (Ayer and others 1955). */
public final class IsotonicCurve {
    /** A different score and the share expected there. */
    public record Point(double score, double value) {}

    private record Block(double sum, double weight, int scores) {
        double mean() {
            return sum / weight;
        }
    }

    private IsotonicCurve() {}

    /** One point a different score, in rising order. */
    public static List<Point> of(double[] scores, boolean[] outcomes) {
        Map<Double, double[]> atScore = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            double[] sums = atScore.computeIfAbsent(scores[i] + 0.0, score -> new double[2]);
            sums[0] += outcomes[i] ? 1 : 0;
            sums[1]++;
        }
        List<Block> blocks = new ArrayList<>();
        for (double[] sums : atScore.values()) {
            Block block = new Block(sums[0], sums[1], 1);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() >= block.mean()) {
                Block last = blocks.remove(blocks.size() - 1);
                block = new Block(
                        last.sum() + block.sum(), last.weight() + block.weight(), last.scores() + block.scores());
            }
            blocks.add(block);
        }
        List<Point> points = new ArrayList<>();
        var score = atScore.keySet().iterator();
        for (Block block : blocks) {
            for (int i = 0; i < block.scores(); i++) {
                points.add(new Point(score.next(), block.mean()));
            }
        }
        return List.copyOf(points);
    }
}
