package sigmark.labeling.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultClassTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2 | x^{2} | COSMETIC | 0",
                "\\left(x\\right) | (x) | COSMETIC | 0",
                "x+1 | x+1=0 | EXTENDED | 0",
                "x+1 | y=x+1 | EXTENDED | 0",
                "x+1 | x+1 \\text{ 을 구하시오} | EXTENDED | 0",
                // what an end that was not read looks like is an edit
                "x+1 | x+1+y | EDITED | 0.4",
                "x | x^{2} | EDITED | 0.8",
                "x | \\sqrt{x} | EDITED | 0.75",
                "x | -x | EDITED | 0.5",
                "a+b | a-b | EDITED | 0.3333333333333333",
                "a | | EDITED | 1"
            })
    void anEditIsWhatItChanged(String shown, String last, ResultClass.Kind kind, double severity) {
        ResultClass result = ResultClass.edit(shown, last == null ? "" : last);
        assertThat(result.kind()).isEqualTo(kind);
        assertThat(result.severity()).isCloseTo(severity, within(1e-12));
    }
}
