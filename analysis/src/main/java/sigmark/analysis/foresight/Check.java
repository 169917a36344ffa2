package sigmark.analysis.foresight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sigmark.analysis.statistics.Interval;

/**
 * One of the questions whose answers make the statement.
 *
 * @param measured share of pairs in like order, τ-b, AUC, stability index or foretold rate, as {@code about} says
 * @param interval at 95 %; absent where there is none
 * @param samples that it rests on, in the question's unit
 * @param missing how many more of the unit would answer an open question, at what was seen so far
 * @param breakers names of what speaks against agreement, worst first
 */
public record Check(
        About about,
        State state,
        OptionalDouble measured,
        Optional<Interval> interval,
        long samples,
        OptionalLong missing,
        List<String> breakers) {
    public Check {
        breakers = List.copyOf(breakers);
    }

    /** What is asked. */
    public enum About {
        /** Do pairs of versions that differ on both sides stand in the same order? Unit: versions, else judged results. */
        VERSIONS,
        /** Are slices that are worse offline edited more (τ-b over version × slice)? Unit: slices. */
        SLICES,
        /** Are samples with a greater offline error edited more (AUC)? Unit: samples. */
        SAMPLES,
        /** Is the test set like the traffic (stability index)? Unit: live results. */
        MIX,
        /** Is the edit rate foretold from offline errors within the interval of the seen one? Unit: samples. */
        FORECAST;

        /** The word in JSON and message keys: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An answer. */
    public enum State {
        YES,
        NO,
        OPEN;

        /** The word in JSON and message keys: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
