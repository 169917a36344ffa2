package sigmark.analysis.recognition.cdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MatchSidesTest {
    @Test
    void aTokenReadAsAnotherPointsAtWhatStandsForIt() {
        MatchSides sides = MatchSides.of("a+b", "a+c").orElseThrow();

        assertThat(sides.truth().marks())
                .extracting(MatchMark::token, MatchMark::fate, MatchMark::partner)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", MatchFate.RIGHT, OptionalInt.of(0)),
                        org.assertj.core.groups.Tuple.tuple("+", MatchFate.RIGHT, OptionalInt.of(1)),
                        org.assertj.core.groups.Tuple.tuple("b", MatchFate.OTHER_TOKEN, OptionalInt.of(2)));
        assertThat(sides.prediction().marks().get(2).token()).isEqualTo("c");
        assertThat(sides.prediction().marks().get(2).fate()).isEqualTo(MatchFate.OTHER_TOKEN);
    }

    @Test
    void whatIsMissingStandsAlone() {
        MatchSides sides = MatchSides.of("x+y+z", "x+y").orElseThrow();

        assertThat(sides.truth().count(MatchFate.ALONE)).isEqualTo(2);
        assertThat(sides.prediction().count(MatchFate.ALONE)).isZero();
    }

    @Test
    void whatCannotBeLaidOutHasNoSides() {
        assertThat(MatchSides.of("x", "\\begin { a r r a y } { c } a \\end { a r r a y }"))
                .isEmpty();
    }

    /** Counts agree with the score, marks lie on the ink, partners point at each other. */
    @Property(tries = 60)
    void sidesSayWhatTheScoreSays(@ForAll @IntRange(min = 0, max = 5) int left, @ForAll @IntRange(max = 5) int right) {
        String[] texts = {"x^{2}+1", "\\frac{a}{b}=c", "\\sqrt{1+x}-1", "a_{1}a_{2}", "\\sum_{i=1}^{n} i", "y=2x+3z"};
        MatchSides sides = MatchSides.of(texts[left], texts[right]).orElseThrow();
        CdmScore score = Cdm.score(texts[left], texts[right]);

        assertThat(sides.truth().count(MatchFate.RIGHT)).isEqualTo(score.correct());
        assertThat(sides.prediction().count(MatchFate.RIGHT)).isEqualTo(score.correct());
        for (int i = 0; i < sides.truth().marks().size(); i++) {
            MatchMark mark = sides.truth().marks().get(i);
            assertThat(mark.left()).isGreaterThan(-0.2);
            assertThat(mark.right()).isLessThan(1.2);
            int place = i;
            mark.partner().ifPresent(partner -> assertThat(
                            sides.prediction().marks().get(partner).partner())
                    .hasValue(place));
        }
    }
}
