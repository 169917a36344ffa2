package sigmark.analysis.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorProfileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x+y; x+z; symbol",
                "x+y; x+; missing",
                "x; x+; extra",
                "x_2; x^2; script",
                "x^2; x2; script",
                "x^{2y}; x^{2}y; script",
                "\\frac{a}{b}+c; \\frac{a}{b+c}; fraction",
                "\\sqrt{a}b; \\sqrt{ab}; fraction",
                "(x); [x]; bracket",
                "\\mathbf{x}; x; style",
                "\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}; \\begin{pmatrix}a&b&c&d\\end{pmatrix}; table",
                "a\\quad b; ab; spacing",
                "a+b+c+d+e+f; a+b; truncated",
                "x=1; x=1111111111111; repeated extra",
                "x^{2}+y; x^{2+z; symbol unparsable missing",
                "x; x; ''",
                "\\le; \\leq; ''"
            })
    void handWorkedReadings(String truth, String prediction, String expected) {
        Set<String> wanted = Arrays.stream(expected.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = ErrorProfile.of(truth, prediction).errors().keySet().stream()
                .map(ErrorClass::word)
                .collect(Collectors.toCollection(TreeSet::new));
        if (expected.contains("unparsable")) {
            assertThat(found).contains("unparsable");
        } else {
            assertThat(found).isEqualTo(wanted);
        }
    }

    @Test
    void theStructureCheckSeesWhatPlacesCannot() {
        assertThat(ErrorProfile.structure("x_2", "x^2")).containsExactly("script");
        assertThat(ErrorProfile.structure("\\mathbb{R}", "R")).containsExactly("style");
        assertThat(ErrorProfile.structure("xy", "yx")).containsExactly("order");
        assertThat(ErrorProfile.structure("x+1", "x+1")).isEmpty();
    }

    @Test
    void sumsUpWithItsReadings() {
        ErrorSummary summary = ErrorSummary.of(List.of(
                new ErrorSummary.Reading("1", "x+1", "x+l"),
                new ErrorSummary.Reading("2", "1", "l"),
                new ErrorSummary.Reading("3", "x_2", "x^2"),
                new ErrorSummary.Reading("4", "a", "a")));
        assertThat(summary.classes().get(ErrorClass.SYMBOL).ids()).containsExactly("1", "2");
        assertThat(summary.classes().get(ErrorClass.SCRIPT).costShare()).isEqualTo(1 / 3.0);
        assertThat(summary.confusions()).containsExactly(new ErrorSummary.Confusion("1", "l", List.of("1", "2")));
    }
}
