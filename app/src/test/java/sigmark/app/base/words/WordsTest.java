package sigmark.app.base.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import sigmark.inference.work.Problem;

class WordsTest {
    private final Words english = Words.of(Language.ENGLISH);
    private final Words korean = Words.of(Language.KOREAN);

    @Test
    void placesAreFilledAndCountsChooseTheirWord() {
        assertThat(english.text("start.progress", "done", 1704, "pages", 2400)).isEqualTo("1,704 of 2,400 pages");
        assertThat(english.text("start.progress", "done", 0, "pages", 1)).isEqualTo("0 of 1 page");
        assertThat(korean.text("start.progress", "done", 1704, "pages", 2400)).isEqualTo("2,400 페이지 중 1,704");
    }

    @Test
    void whatIsMissingShowsItselfAndNeverFails() {
        assertThat(english.text("no.such.key")).isEqualTo("no.such.key");
        assertThat(english.text("status.left")).isEqualTo("{time} left");
    }

    @Test
    void aProblemSaysWhatAndWhatToDoInBothLanguages() {
        Problem problem = Problem.of("app.folder-taken", "/home/kim/exams");
        assertThat(english.what(problem)).isEqualTo("There is already something at /home/kim/exams.");
        assertThat(english.remedy(problem)).isEqualTo("Choose another name or folder.");
        assertThat(korean.what(problem)).contains("/home/kim/exams").contains("이미 있음");
    }

    @Test
    void aProblemWithoutWordsStillNamesItsPlace() {
        assertThat(english.what(Problem.of("some.thing", "here"))).isEqualTo("some.thing · here");
    }

    @Test
    void numbersAreWrittenAsInTheHouse() {
        Numbers numbers = english.numbers();
        assertThat(numbers.percentWithInterval(0.824, 0.816, 0.831, 9874))
                .isEqualTo("82.4\u2009% (81.6–83.1, n 9,874)");
        assertThat(numbers.decimals(-1234.5, 1)).isEqualTo("−1,234.5");
        assertThat(numbers.millis(20.84)).isEqualTo("20.8\u2009ms");
        assertThat(numbers.percent(Double.NaN)).isEqualTo("–");
        assertThat(numbers.wholePercent(0.999)).isEqualTo("99\u2009%");
        assertThat(numbers.bytes(212_000_000_000L)).isEqualTo("212\u2009GB");
    }

    @Test
    void timesAreWrittenInTheLanguage() {
        assertThat(english.numbers().duration(Duration.ofSeconds(94))).isEqualTo("1\u2009min 34\u2009s");
        assertThat(korean.numbers().duration(Duration.ofSeconds(94))).isEqualTo("1분 34초");
        LocalDate day = LocalDate.of(2026, 11, 21);
        assertThat(english.numbers().date(day, LocalDate.of(2026, 12, 1))).isEqualTo("21 Nov");
        assertThat(korean.numbers().date(day, LocalDate.of(2026, 12, 1))).isEqualTo("11월 21일");
        Instant now = Instant.parse("2026-11-25T10:00:00Z");
        assertThat(english.numbers().ago(now.minusSeconds(125), now, ZoneOffset.UTC))
                .isEqualTo("2 minutes ago");
        assertThat(korean.numbers().ago(now.minusSeconds(24 * 3600), now, ZoneOffset.UTC))
                .isEqualTo("어제");
    }
}
