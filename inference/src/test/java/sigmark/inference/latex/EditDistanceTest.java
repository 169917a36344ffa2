package sigmark.inference.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "'', '', 0", "same, same, 0", "𝔤a, 𝔥a, 1", "각, 간, 1"
    })
    void countsCodePoints(String left, String right, int distance) {
        assertThat(EditDistance.ofCodePoints(left, right)).isEqualTo(distance);
    }

    @Test
    void countsTokens() {
        assertThat(EditDistance.ofTokens(List.of("\\frac", "{", "a", "}"), List.of("\\dfrac", "{", "}")))
                .isEqualTo(2);
    }

    @Property(tries = 2000)
    void agreesWithTheTable(
            @ForAll @Size(max = 200) List<@IntRange(max = 5) Integer> left,
            @ForAll @Size(max = 200) List<@IntRange(max = 5) Integer> right) {
        int[] a = left.stream().mapToInt(i -> i).toArray();
        int[] b = right.stream().mapToInt(i -> i).toArray();
        assertThat(EditDistance.of(a, b)).isEqualTo(table(a, b));
    }

    @Test
    void normalizesByTheLonger() {
        assertThat(EditDistance.normalized(3, 4, 6)).isEqualTo(0.5);
        assertThat(EditDistance.normalized(0, 0, 0)).isZero();
    }

    private static int table(int[] a, int[] b) {
        int[] above = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int[] row = new int[b.length + 1];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length];
    }
}
