package sigmark.app.service;

import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.analysis.verdict.LineVerdict;
import sigmark.analysis.verdict.Outcome;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.IntervalBar;
import sigmark.app.base.words.Numbers;
import sigmark.labeling.requirement.Hardware;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementKind;

/** How lines of the sheet and their verdicts are said, in the language of the moment. */
final class LineText {
    private final Desk desk;

    LineText(Desk desk) {
        this.desk = desk;
    }

    /** What the line asks, such as {@code Image to LaTeX, p95}. */
    String asks(Requirement line) {
        String what = line.measure()
                .map(measure -> desk.texts().text("service.measure." + measure.word()))
                .orElseGet(() -> desk.texts().text("service.kind." + line.kind().word()));
        return line.perMille().isPresent() ? what + ", " + line.percentile() : what;
    }

    String module(Requirement line) {
        return desk.texts().text("service.module." + line.module().word());
    }

    String slice(Requirement line) {
        return line.slice().isBlank() ? desk.texts().text("service.all") : line.slice();
    }

    /** The bound as people write it; machines and places by what they ask. */
    String bound(Requirement line) {
        if (line.bound().isPresent()) {
            return (line.atLeast() ? "≥ " : "≤ ") + number(line, line.bound().getAsDouble());
        }
        Optional<String> machine = line.hardware().map(this::machine);
        return machine.or(() -> line.place().map(place -> desk.texts().text("service.place." + place.word())))
                .orElse("–");
    }

    private String machine(Hardware machine) {
        return desk.texts()
                .text(
                        "service.machine",
                        "machines",
                        machine.machines(),
                        "cores",
                        machine.cores(),
                        "memory",
                        numbers().decimals(machine.memoryGib(), machine.memoryGib() % 1 == 0 ? 0 : 1));
    }

    /** A value in the line's unit. */
    String number(Requirement line, double value) {
        Measure.Unit unit = line.measure()
                .map(Measure::unit)
                .orElse(line.kind() == RequirementKind.SERVING_PLACE ? Measure.Unit.MILLIS : Measure.Unit.COUNT);
        return switch (unit) {
            case SHARE -> numbers().percent(value);
            case SCORE -> numbers().score(value);
            case MILLIS -> numbers().decimals(value, value < 100 ? 1 : 0) + "\u2009ms";
            case RATE -> numbers().decimals(value, 1) + "/s";
            case COUNT -> numbers().count(Math.round(value));
        };
    }

    /** Number with interval, or that nothing was measured. */
    String measured(LineVerdict verdict) {
        OptionalDouble value = verdict.measured();
        if (value.isEmpty()) {
            return desk.texts().text("service.not-measured");
        }
        String number = number(verdict.line(), value.getAsDouble());
        return verdict.interval()
                .map(range -> number + " (" + number(verdict.line(), range.low()) + "–"
                        + number(verdict.line(), range.high()) + ")")
                .orElse(number);
    }

    /** Verdict as a chip; undecided ones say how many more decide. */
    Chip chip(LineVerdict verdict) {
        Outcome outcome = verdict.outcome();
        if (outcome == Outcome.UNDECIDED && verdict.missing().isPresent()) {
            return new Chip(
                    Chip.Tint.WARNING,
                    "fth-help-circle",
                    desk.texts()
                            .live(
                                    "service.needs-more",
                                    "count",
                                    verdict.missing().getAsLong()));
        }
        return switch (outcome) {
            case MET -> new Chip(Chip.Tint.GOOD, "fth-check", desk.texts().live("service.verdict.met"));
            case MISSED -> new Chip(Chip.Tint.BAD, "fth-x", desk.texts().live("service.verdict.missed"));
            case UNDECIDED ->
                new Chip(
                        Chip.Tint.WARNING,
                        "fth-help-circle",
                        desk.texts()
                                .live(
                                        verdict.measured().isPresent()
                                                ? "service.verdict.undecided"
                                                : "service.not-measured"));
        };
    }

    /** The interval against its bound; absent when there is none of both. */
    Optional<IntervalBar> bar(LineVerdict verdict) {
        if (verdict.interval().isEmpty() || verdict.line().bound().isEmpty()) {
            return Optional.empty();
        }
        double bound = verdict.line().bound().getAsDouble();
        double low = verdict.interval().get().low();
        double high = verdict.interval().get().high();
        double reach = 1.4 * Math.max(1e-9, Math.max(Math.abs(bound - low), Math.abs(high - bound)));
        return Optional.of(new IntervalBar(
                new IntervalBar.Scale(
                        bound - reach,
                        bound + reach,
                        low,
                        verdict.measured().orElse(low),
                        high,
                        bound,
                        verdict.line().atLeast()),
                verdict.outcome().word(),
                measured(verdict)));
    }

    private Numbers numbers() {
        return desk.texts().numbers();
    }
}
