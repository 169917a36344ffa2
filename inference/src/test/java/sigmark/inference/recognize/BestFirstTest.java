package sigmark.inference.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BestFirstTest {
    @Property(tries = 200)
    void takesPlacesInTheOrderOfAStableSort(@ForAll @IntRange(max = 900) int size, @ForAll long seed) {
        float[] logits = new float[size];
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            // a few values only, so that many are equal; signed zeros and what is no number too
            logits[i] = switch (random.nextInt(40)) {
                case 0 -> Float.NaN;
                case 1 -> Float.NEGATIVE_INFINITY;
                case 2 -> -0f;
                case 3 -> 0f;
                default -> random.nextInt(12) - 6;
            };
        }
        Integer[] sorted = new Integer[size];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> Float.compare(logits[b], logits[a]));

        List<Integer> taken = new ArrayList<>();
        BestFirst order = new BestFirst(logits);
        while (order.hasNext()) {
            taken.add(order.next());
        }

        assertThat(taken).containsExactly(sorted);
    }
}
