package sigmark.labeling.requirement;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One line of the sheet. A line may be vague, since people write it step by step: {@link SheetCheck} says what it lacks.
 *
 * @param id such as {@code A1}; unique in the sheet
 * @param kind what sort of thing it asks for
 * @param measure what is measured; absent for hardware and place, and while nobody said it
 * @param module of which part
 * @param slice query of pages or regions, empty for all; for online lines words such as {@code device.class:phone}
 * @param bound value to keep in the measure's unit (shares 0 to 1, milliseconds, requests a second)
 * @param perMille the percentile of a time, 950 for p95
 * @param halfWidth wanted half width of the 95 % interval of a share, 0 to 1
 * @param within id of the time line that a throughput must keep; empty for any
 * @param hardware machines that may be used
 * @param place where it computes
 * @param note in people's words
 */
public record Requirement(
        String id,
        RequirementKind kind,
        Optional<Measure> measure,
        PipelineModule module,
        String slice,
        OptionalDouble bound,
        OptionalInt perMille,
        OptionalDouble halfWidth,
        String within,
        Optional<Hardware> hardware,
        Optional<ServingPlace> place,
        String note) {
    public Requirement {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")) {
            throw new IllegalArgumentException("line id '%s'".formatted(id));
        }
        perMille.ifPresent(value -> {
            if (value < 1 || value > 999) {
                throw new IllegalArgumentException("percentile of %d per mille in line %s".formatted(value, id));
            }
        });
    }

    /** A line with nothing but its kind, and the measure where the kind has only one. */
    public static Requirement of(String id, RequirementKind kind, PipelineModule module) {
        java.util.List<Measure> possible = Measure.of(kind);
        return new Requirement(
                id,
                kind,
                possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty(),
                module,
                "",
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** This line with another measure. */
    public Requirement measuring(Measure other) {
        return new Requirement(
                id, kind, Optional.of(other), module, slice, bound, perMille, halfWidth, within, hardware, place, note);
    }

    /** This line on another slice. */
    public Requirement on(String query) {
        return new Requirement(
                id, kind, measure, module, query, bound, perMille, halfWidth, within, hardware, place, note);
    }

    /** This line with another bound. */
    public Requirement bounded(double value) {
        return new Requirement(
                id,
                kind,
                measure,
                module,
                slice,
                OptionalDouble.of(value),
                perMille,
                halfWidth,
                within,
                hardware,
                place,
                note);
    }

    /** This line at another percentile. */
    public Requirement at(int thousandths) {
        return new Requirement(
                id,
                kind,
                measure,
                module,
                slice,
                bound,
                OptionalInt.of(thousandths),
                halfWidth,
                within,
                hardware,
                place,
                note);
    }

    /** Whether the bound is kept from above. */
    public boolean atLeast() {
        return measure.map(Measure::higherIsBetter).orElse(false);
    }

    /** The percentile as people write it, such as {@code p95} or {@code p99.9}; empty without one. */
    public String percentile() {
        if (perMille.isEmpty()) {
            return "";
        }
        int value = perMille.getAsInt();
        return "p" + (value % 10 == 0 ? String.valueOf(value / 10) : value / 10 + "." + value % 10);
    }
}
