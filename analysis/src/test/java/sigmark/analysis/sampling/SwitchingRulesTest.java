package sigmark.analysis.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import sigmark.analysis.sampling.SwitchingRules.Lot;
import sigmark.analysis.sampling.SwitchingRules.Severity;

class SwitchingRulesTest {
    private static final Lot GOOD = new Lot(true, true, 3);
    private static final Lot BAD = new Lot(false, false, 3);

    @Test
    void tenGoodLotsReduceOnlyWhereThatIsAllowed() {
        List<Lot> lots = Collections.nCopies(10, GOOD);
        assertThat(SwitchingRules.follow(lots, true).get(9).next()).isEqualTo(Severity.REDUCED);
        assertThat(SwitchingRules.follow(lots, false).get(9))
                .isEqualTo(new SwitchingRules.State(Severity.NORMAL, Severity.NORMAL, 30));
    }

    @Test
    void twoFailuresOfFiveTightenAndFiveGoodOnesRelax() {
        List<Lot> lots = new ArrayList<>(List.of(BAD, GOOD, GOOD, GOOD, BAD));
        lots.addAll(Collections.nCopies(5, GOOD));
        List<SwitchingRules.State> states = SwitchingRules.follow(lots, true);
        assertThat(states.get(4).next()).isEqualTo(Severity.TIGHTENED);
        assertThat(states.get(8).next()).isEqualTo(Severity.TIGHTENED);
        assertThat(states.get(9).next()).isEqualTo(Severity.NORMAL);
    }

    @Test
    void fiveFailuresWhileTightenedStop() {
        List<SwitchingRules.State> states = SwitchingRules.follow(Collections.nCopies(9, BAD), true);
        assertThat(states).hasSize(7);
        assertThat(states.get(6).next()).isEqualTo(Severity.DISCONTINUED);
    }
}
