package sigmark.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;
import sigmark.inference.model.CudaGap;

class DeviceReasonTest {
    @ParameterizedTest
    @EnumSource(CudaGap.class)
    void eachReasonIsSaidInTheWindowsLanguage(CudaGap gap) {
        assertThat(DeviceReason.in(Words.of(Language.ENGLISH), gap.words())).isEqualTo(gap.words());
        assertThat(DeviceReason.in(Words.of(Language.KOREAN), gap.words()))
                .doesNotContain("run.cuda")
                .matches("(?s).*[가-힣].*");
        assertThat(DeviceReason.in(Words.of(Language.KOREAN), "other words")).isEqualTo("other words");
    }
}
