package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sigmark.inference.latex.LatexTokenizer;

/** The marked columns find the regions that the plain tokenizer finds, on random text of awkward pieces. */
class LatexSearchTest {
    private static final List<String> PIECES = List.of(
            "x",
            "y",
            "1",
            "^",
            "{",
            "}",
            " ",
            "\u00A0",
            "\u3000",
            "\\",
            "\\\\",
            "\\ ",
            "\\,",
            "\\frac",
            "\\fraction",
            "\\begin",
            "\\end",
            "\\begin{cases}",
            "\\begin {cases}",
            "\\end{ cases }",
            "\\begin{}",
            "\\begin{a1}",
            "가",
            "\\가",
            "é",
            "\uD835\uDC65",
            "\\max",
            "\t",
            "\\text{나}",
            "~",
            "*");

    @Test
    void marksAndPlainTokensAgree() throws SQLException {
        for (int commands : List.of(5, 400)) {
            Random random = new Random(commands);
            List<String> formulas = IntStream.range(0, 1500)
                    .mapToObj(i -> text(random, random.nextInt(9), commands))
                    .toList();
            RegionColumns columns = new RegionColumns();
            append(columns, formulas.subList(0, 1000));
            columns.tokenMarks().markMore(700);
            compare(columns, formulas.subList(0, 1000), random, commands);
            append(columns, formulas.subList(1000, 1500));
            Set<Integer> found = compare(columns, formulas, random, commands);
            assertThat(found).as("numbers of regions found").hasSizeGreaterThan(30);
        }
    }

    @Test
    void regionsAreMarkedAFewAtATime() throws SQLException {
        RegionColumns columns = new RegionColumns();
        append(columns, Collections.nCopies(25, "x"));
        assertThat(columns.tokenMarks().markMore(10)).isTrue();
        assertThat(columns.tokenMarks().markMore(10)).isTrue();
        assertThat(columns.tokenMarks().markMore(10)).isFalse();
    }

    private static Set<Integer> compare(RegionColumns columns, List<String> formulas, Random random, int commands) {
        Set<Integer> counts = new HashSet<>();
        List<List<String>> tokens =
                formulas.stream().map(LatexTokenizer::tokens).toList();
        for (int i = 0; i < 400; i++) {
            String part = text(random, 1 + random.nextInt(3), commands);
            List<String> wanted = LatexTokenizer.tokens(part);
            IntPredicate fast = LatexSearch.has(columns, part);
            List<Integer> expected = new ArrayList<>();
            List<Integer> found = new ArrayList<>();
            for (int slot = 0; slot < formulas.size(); slot++) {
                if (!wanted.isEmpty() && Collections.indexOfSubList(tokens.get(slot), wanted) >= 0) {
                    expected.add(slot);
                }
                if (fast.test(slot)) {
                    found.add(slot);
                }
            }
            assertThat(found).as("has:%s", part).isEqualTo(expected);
            counts.add(found.size());
        }
        return counts;
    }

    private static String text(Random random, int pieces, int commands) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            int number = random.nextInt(commands);
            text.append(
                    random.nextInt(3) == 0
                            ? "\\" + (char) ('a' + number / 26) + (char) ('a' + number % 26)
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void append(RegionColumns columns, List<String> formulas) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement row = memory.prepareStatement(
                        "SELECT 1, 1, 0, 0, 1, ?, NULL, NULL, 1, 1, '' AS tags, '' AS remark, NULL")) {
            for (String formula : formulas) {
                row.setString(1, formula);
                try (ResultSet result = row.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    columns.append(result);
                }
            }
        }
    }
}
