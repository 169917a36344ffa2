package sigmark.analysis.recognition.cdm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which pairs of points are tried as a geometry. */
public interface PairDraws {
    /**
     * The pairs to try, in order.
     *
     * @param points how many there are, at least 3
     */
    List<int[]> of(int points);

    /** Always the same and in no way random: all pairs of up to 50 points, 1,225 evenly chosen ones of more. */
    PairDraws EVERY = new PairDraws() {
        private static final int MOST = 1225;
        private final Map<Integer, List<int[]>> known = new ConcurrentHashMap<>();

        @Override
        public List<int[]> of(int points) {
            return known.computeIfAbsent(points, this::choose);
        }

        private List<int[]> choose(int points) {
            long all = (long) points * (points - 1) / 2;
            List<int[]> pairs = new ArrayList<>();
            long place = 0;
            long taken = 0;
            for (int i = 0; i < points; i++) {
                for (int j = i + 1; j < points; j++) {
                    if (all <= MOST || place * MOST / all >= taken) {
                        pairs.add(new int[] {i, j});
                        taken++;
                    }
                    place++;
                }
            }
            return List.copyOf(pairs);
        }
    };

    /** The 50 pairs that the reference program draws: NumPy's generator with seed 42, made anew for each search. */
    PairDraws REFERENCE = new PairDraws() {
        private static final int DRAWS = 50;
        private final Map<Integer, List<int[]>> known = new ConcurrentHashMap<>();

        @Override
        public List<int[]> of(int points) {
            return known.computeIfAbsent(points, n -> {
                NumpyGenerator random = new NumpyGenerator(42);
                List<int[]> pairs = new ArrayList<>();
                for (int draw = 0; draw < DRAWS; draw++) {
                    pairs.add(random.twoOf(n));
                }
                return List.copyOf(pairs);
            });
        }
    };
}
