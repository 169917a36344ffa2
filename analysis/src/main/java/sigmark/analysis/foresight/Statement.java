package sigmark.analysis.foresight;

import java.util.List;
import java.util.Locale;

/** What the checks come to. The mix and the forecast explain; versions, slices and samples decide. */
public enum Statement {
    /** At least two of versions, slices and samples say yes, none says no. */
    AGREES,
    /** At least one of them says no. */
    DISAGREES,
    NOT_ENOUGH;

    private static final int ENOUGH = 2;

    /** The word in JSON and message keys: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Statement of(List<Check> checks) {
        List<Check> deciding = checks.stream()
                .filter(check -> check.about() == Check.About.VERSIONS
                        || check.about() == Check.About.SLICES
                        || check.about() == Check.About.SAMPLES)
                .toList();
        if (deciding.stream().anyMatch(check -> check.state() == Check.State.NO)) {
            return DISAGREES;
        }
        long yes = deciding.stream()
                .filter(check -> check.state() == Check.State.YES)
                .count();
        return yes >= ENOUGH ? AGREES : NOT_ENOUGH;
    }
}
