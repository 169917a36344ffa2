package sigmark.analysis.recognition.cdm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sigmark.analysis.ReferenceData;

/** How close the numbers are to those that the reference program printed; bounds are what is reached, little more. */
class CdmParityTest {
    /** Pairs whose reference score is a slip of the program, each with the reason; they are not copied. */
    private static final Map<String, String> SLIPS = Map.of(
            "hand_010", "KaTeX refuses the environment equation, so mc^2 is coloured as one lump",
            "hand_028", "a key written twice in the table of synonyms: \\neq is not \\ne",
            "hand_085", "\\not\\in is coloured as two tokens that never match \\notin",
            "hand_106", "KaTeX refuses a stray brace, so the whole is one lump",
            "hand_124", "what runs off the paper is cut on both sides: 60 terms equal 58",
            "hand_130", "\\hline spoils the coloured layout: a right array scores 0");

    private record Both(double reference, double own) {}

    @Test
    void agreesWithTheReferencePairs() {
        List<Both> pairs = new ArrayList<>();
        for (JsonNode line : ReferenceData.lines("metrics/cdm-pairs.jsonl")) {
            if (line.get("f1").isNumber() && !SLIPS.containsKey(line.get("id").asText())) {
                CdmScore own =
                        Cdm.score(line.get("gt").asText(), line.get("pred").asText());
                pairs.add(new Both(line.get("f1").asDouble(), own.f1()));
            }
        }

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(98);
        assertThat(pairs.stream()
                        .mapToDouble(pair -> Math.abs(pair.reference() - pair.own()))
                        .average()
                        .orElseThrow())
                .as("mean difference of F1")
                .isLessThan(0.020);
        assertThat(pairs).as("both programs say whole, or neither does").allSatisfy(pair -> assertThat(pair.own() == 1)
                .isEqualTo(pair.reference() == 1));
        double[] reference = ranks(pairs.stream().mapToDouble(Both::reference).toArray());
        double[] own = ranks(pairs.stream().mapToDouble(Both::own).toArray());
        assertThat(correlation(reference, own)).as("Spearman").isGreaterThan(0.975);
    }

    /** Places from 0, equal values sharing the middle of theirs. */
    private static double[] ranks(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> {
                    int below = 0;
                    int same = 0;
                    for (double value : values) {
                        below += value < values[i] ? 1 : 0;
                        same += value == values[i] ? 1 : 0;
                    }
                    return below + (same - 1) / 2.0;
                })
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double middle = (a.length - 1) / 2.0;
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - middle) * (b[i] - middle);
            squaresA += (a[i] - middle) * (a[i] - middle);
            squaresB += (b[i] - middle) * (b[i] - middle);
        }
        return product / Math.sqrt(squaresA * squaresB);
    }
}
