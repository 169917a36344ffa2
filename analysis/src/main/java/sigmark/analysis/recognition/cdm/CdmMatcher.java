package sigmark.analysis.recognition.cdm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sigmark.analysis.match.Assignment;

/**
 * Matches the tokens of two drawings as CDM does (current program of UniMERNet).
 *
 * <p>Costs of giving truth i to prediction j: 1 for different tokens (0.005 for synonyms), 0.05 times the mean distance of
 * the four sides as shares of each drawing, 0.15 times |i − j| over the longer list. The cheapest assignment is then
 * checked for place: up to five geometries (shift and scale), each found among the pairs not yet placed; up to two pairs
 * are always in place.
 */
public final class CdmMatcher {
    private static final double SYNONYM = 0.005;
    private static final double POSITION = 0.05;
    private static final double ORDER = 0.15;
    private static final int ROUNDS = 5;
    private static final int ALWAYS = 2;

    private final PairDraws draws;

    /**
     * @param draws {@link PairDraws#EVERY} for answers that do not hang on chance, {@link PairDraws#REFERENCE} for those of
     *     the reference program
     */
    public CdmMatcher(PairDraws draws) {
        this.draws = draws;
    }

    /** Matches two drawings. */
    public CdmScore match(CdmDrawing truth, CdmDrawing prediction) {
        int m = truth.boxes().size();
        int n = prediction.boxes().size();
        if (m == 0 || n == 0) {
            return new CdmScore(m, n, List.of());
        }
        double[][] token = tokenCosts(truth.boxes(), prediction.boxes());
        int[] columnOf = Assignment.cheapest(costs(truth, prediction, token));
        int[] rows = IntStream.range(0, m).filter(i -> columnOf[i] >= 0).toArray();
        boolean[] inPlace = inPlace(truth.boxes(), prediction.boxes(), rows, columnOf);
        List<CdmPair> pairs = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            int i = rows[k];
            int j = columnOf[i];
            pairs.add(new CdmPair(i, j, token[i][j] < 1, inPlace[k]));
        }
        return new CdmScore(m, n, pairs);
    }

    private static double[][] tokenCosts(List<CdmBox> truths, List<CdmBox> found) {
        Map<String, String> synonyms = new HashMap<>();
        double[][] cost = new double[truths.size()][found.size()];
        for (int i = 0; i < cost.length; i++) {
            String token = truths.get(i).token();
            String same = synonyms.computeIfAbsent(token, TokenSynonyms::of);
            for (int j = 0; j < cost[i].length; j++) {
                String other = found.get(j).token();
                if (token.equals(other)) {
                    cost[i][j] = 0;
                } else {
                    String otherSame = synonyms.computeIfAbsent(other, TokenSynonyms::of);
                    cost[i][j] = same.equals(otherSame) ? SYNONYM : 1;
                }
            }
        }
        return cost;
    }

    private static double[][] costs(CdmDrawing truth, CdmDrawing prediction, double[][] token) {
        double[][] truths = shares(truth);
        double[][] found = shares(prediction);
        double longer = Math.max(truths.length, found.length);
        double[][] cost = new double[truths.length][found.length];
        for (int i = 0; i < cost.length; i++) {
            double[] a = truths[i];
            for (int j = 0; j < cost[i].length; j++) {
                double[] b = found[j];
                double position =
                        Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) + Math.abs(a[3] - b[3]);
                double order = Math.abs(i / longer - j / longer);
                cost[i][j] = token[i][j] + POSITION * (position / 4) + ORDER * order;
            }
        }
        return cost;
    }

    /** The sides of each box as shares of the drawing's width and height. */
    private static double[][] shares(CdmDrawing drawing) {
        return drawing.boxes().stream()
                .map(box -> new double[] {
                    box.left() / drawing.width(),
                    box.top() / drawing.height(),
                    box.right() / drawing.width(),
                    box.bottom() / drawing.height()
                })
                .toArray(double[][]::new);
    }

    private boolean[] inPlace(List<CdmBox> truths, List<CdmBox> found, int[] rows, int[] columnOf) {
        boolean[] inPlace = new boolean[rows.length];
        if (rows.length <= ALWAYS) {
            java.util.Arrays.fill(inPlace, true);
            return inPlace;
        }
        for (int round = 0; round < ROUNDS; round++) {
            int[] left =
                    IntStream.range(0, rows.length).filter(k -> !inPlace[k]).toArray();
            if (left.length <= ALWAYS) {
                break;
            }
            double[][] points = new double[4][left.length];
            for (int k = 0; k < left.length; k++) {
                CdmBox a = truths.get(rows[left[k]]);
                CdmBox b = found.get(columnOf[rows[left[k]]]);
                points[0][k] = a.centerX();
                points[1][k] = a.centerY();
                points[2][k] = b.centerX();
                points[3][k] = b.centerY();
            }
            boolean[] inliers = Geometry.inliers(points[0], points[1], points[2], points[3], draws.of(left.length));
            boolean any = false;
            for (int k = 0; k < left.length; k++) {
                inPlace[left[k]] = inliers[k];
                any |= inliers[k];
            }
            if (!any) {
                break;
            }
        }
        return inPlace;
    }
}
