package sigmark.analysis.recognition.cdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.inference.latex.CanonicalForm;

class StructureCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x_2; x^2; script-level",
                "x2; x^2; script-level",
                "x_2^3; x_3^2; script-level",
                "x^{y^2}; x^{y2}; script-level",
                "\\sum_i^n i; \\sum_n^i i; script-level",
                "\\mathbb R; R; font",
                "\\mathbf{x}+y; x+\\mathbf{y}; font",
                "\\sin x; sin x; font",
                "\\text{if } x; if x; font",
                "xy; yx; order",
                "\\frac{a}{b}; \\frac{b}{a}; order",
                "\\mathbb{R}^2; R_2; script-level font",
            })
    void seesWhatCdmDoesNot(String truth, String prediction, String errors) {
        assertThat(errors(truth, prediction)).isEqualTo(errors);
        assertThat(errors(prediction, truth)).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x^2_1; x_{1}^{2}",
                "x^2; 2x^2",
                "a^2 2; 2",
                "x+1; x-1",
                "\\mathrm{sin} x; \\sin x",
                "{\\bf x}; \\mathbf{x}",
                "\\left( x \\right); (x)",
                "\\sum\\limits_{i} x; \\sum_i x",
                "''; x",
            })
    void staysSilentWhereOnlySignsDifferOrNothingDoes(String truth, String prediction) {
        assertThat(errors(truth, prediction)).isEmpty();
    }

    @Test
    void saysThatVeryLongPairsAreNotChecked() {
        List<String> one = Collections.nCopies(2100, "x");
        List<String> other = Collections.nCopies(2101, "x");

        assertThat(StructureCheck.of(one, other)).containsExactly(StructureError.NOT_CHECKED);
        assertThat(StructureCheck.of(one, one)).isEmpty();
    }

    private static String errors(String truth, String prediction) {
        return StructureCheck.of(CanonicalForm.tokens(truth), CanonicalForm.tokens(prediction)).stream()
                .map(StructureError::word)
                .collect(Collectors.joining(" "));
    }
}
