package sigmark.analysis.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How often the classifier finds the classes that a person gave to real readings before it was run on them. */
class ErrorCheckSetTest {
    private static final Path PAGE = Path.of("../src-resources/docs/analysis/error-classes.md");

    private static final Path SET = Path.of("src/test/resources/errors/check-set.tsv");

    private record Pair(String truth, String reading, Set<ErrorClass> classes) {}

    /** One class over all pairs. */
    private static final class Tally {
        private int both;
        private int foundOnly;
        private int givenOnly;

        void add(boolean given, boolean found) {
            both += given && found ? 1 : 0;
            foundOnly += !given && found ? 1 : 0;
            givenOnly += given && !found ? 1 : 0;
        }

        @Override
        public String toString() {
            return " | %d | %d | %d | %s | %s |"
                    .formatted(
                            both + givenOnly, both + foundOnly, both, share(both + foundOnly), share(both + givenOnly));
        }

        private String share(int of) {
            return of == 0 ? "none" : String.format(Locale.ROOT, "%.3f", (double) both / of);
        }
    }

    @Test
    void findsTheClassesThatAPersonGaveAsOftenAsThePageSays() throws IOException {
        List<Pair> pairs = pairs();
        Map<ErrorClass, Tally> tallies = new EnumMap<>(ErrorClass.class);
        for (ErrorClass error : ErrorClass.values()) {
            tallies.put(error, new Tally());
        }
        int same = 0;
        for (Pair pair : pairs) {
            Set<ErrorClass> found =
                    ErrorProfile.of(pair.truth(), pair.reading()).errors().keySet();
            same += found.equals(pair.classes()) ? 1 : 0;
            tallies.forEach((error, tally) -> tally.add(pair.classes().contains(error), found.contains(error)));
        }
        List<String> rows = new ArrayList<>();
        tallies.forEach((error, tally) -> rows.add("| " + error.word() + tally));
        rows.add("All classes of a reading are right for " + same + " of " + pairs.size() + ".");

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(200);
        assertThat(Files.readAllLines(PAGE)).as("rows of %s", PAGE).containsAll(rows);
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(SET)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t");
                Set<ErrorClass> classes = EnumSet.noneOf(ErrorClass.class);
                for (String word : cells[2].split(" ")) {
                    classes.add(ErrorClass.valueOf(word.toUpperCase(Locale.ROOT)));
                }
                pairs.add(new Pair(cells[0], cells[1], classes));
            }
        }
        return pairs;
    }
}
