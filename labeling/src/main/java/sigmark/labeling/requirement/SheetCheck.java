package sigmark.labeling.requirement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.slice.SliceField;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SliceTerm;

/** Names what is vague or contradictory in a sheet, while it is typed. A pure function of the sheet and what pages match. */
public final class SheetCheck {
    private final RequirementSheet sheet;
    private final PageCount pages;
    private final List<SheetRemark> remarks = new ArrayList<>();

    /** How many pages of the project match a query. */
    public interface PageCount {
        /** Knows nothing: no line is called empty. */
        PageCount UNKNOWN = query -> OptionalInt.empty();

        OptionalInt of(SliceQuery query);
    }

    private SheetCheck(RequirementSheet sheet, PageCount pages) {
        this.sheet = sheet;
        this.pages = pages;
    }

    /** All remarks, in the order of the lines. */
    public static List<SheetRemark> check(RequirementSheet sheet, PageCount pages) {
        SheetCheck check = new SheetCheck(sheet, pages);
        for (Requirement line : sheet.lines()) {
            check.vague(line);
            check.slice(line);
            check.place(line);
            check.throughput(line);
            check.againstOthers(line);
        }
        return List.copyOf(check.remarks);
    }

    private void vague(Requirement line) {
        RequirementKind kind = line.kind();
        boolean measured = kind != RequirementKind.HARDWARE && kind != RequirementKind.SERVING_PLACE;
        if (measured && line.measure().isEmpty()) {
            open(Problem.of("requirement.no-measure", line.id()));
        }
        if (measured && line.bound().isEmpty()) {
            open(Problem.of("requirement.no-bound", line.id()));
        }
        boolean timed = kind.isTime()
                || (kind == RequirementKind.SERVING_PLACE && line.bound().isPresent());
        if (timed && line.perMille().isEmpty()) {
            open(Problem.of("requirement.no-percentile", line.id()));
        }
        line.measure()
                .filter(measure -> !measure.modules().contains(line.module()))
                .ifPresent(measure -> wrong(Problem.of(
                        "requirement.wrong-module",
                        line.id(),
                        "measure",
                        measure.word(),
                        "module",
                        line.module().word())));
        if (kind == RequirementKind.HARDWARE && line.hardware().isEmpty()) {
            open(Problem.of("requirement.no-hardware", line.id()));
        }
        if (kind == RequirementKind.SERVING_PLACE && line.place().isEmpty()) {
            open(Problem.of("requirement.no-place", line.id()));
        }
        if (kind == RequirementKind.INPUT_CONDITIONS && line.slice().isBlank()) {
            open(Problem.of("requirement.no-condition", line.id()));
        }
        boolean sure =
                kind.isAccuracy() && line.bound().isPresent() && line.measure().isPresent();
        if (sure && line.bound().getAsDouble() == (line.atLeast() ? 1.0 : 0.0)) {
            open(Problem.of("requirement.never-wrong", line.id()));
        }
    }

    private void slice(Requirement line) {
        boolean online = line.kind() == RequirementKind.ACCURACY_ONLINE || line.kind() == RequirementKind.TIME_ONLINE;
        if (line.slice().isBlank() || online) {
            return;
        }
        SliceQuery query;
        try {
            query = SliceQuery.parse(line.slice());
        } catch (ProblemException broken) {
            wrong(Problem.of("requirement.slice-broken", line.id(), "slice", line.slice()));
            return;
        }
        Optional<String> both = impossible(query);
        if (both.isPresent()) {
            wrong(Problem.of("requirement.slice-impossible", line.id(), "slice", line.slice(), "words", both.get()));
            return;
        }
        OptionalInt found = pages.of(query);
        if (found.isPresent() && found.getAsInt() == 0) {
            open(Problem.of("requirement.slice-empty", line.id(), "slice", line.slice()));
        }
    }

    /** Two words of the query that no page or region can satisfy at once. */
    static Optional<String> impossible(SliceQuery query) {
        Map<SliceField, SliceTerm> single = new EnumMap<>(SliceField.class);
        for (SliceTerm term : query.terms()) {
            for (SliceTerm other : query.terms()) {
                boolean opposite = term.negated() != other.negated()
                        && term.field() == other.field()
                        && term.operator() == other.operator()
                        && term.value().equals(other.value());
                if (opposite || apart(term, other)) {
                    return Optional.of(words(term) + " · " + words(other));
                }
            }
            if (!term.negated() && oneValue(term.field())) {
                SliceTerm before = single.putIfAbsent(term.field(), term);
                if (before != null && !before.value().equals(term.value())) {
                    return Optional.of(words(before) + " · " + words(term));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean oneValue(SliceField field) {
        return switch (field) {
            case SPLIT, SOURCE, STATE, KIND, WRITING -> true;
            default -> false;
        };
    }

    /** Numbers that one value cannot satisfy: above 20 and below 10. */
    private static boolean apart(SliceTerm low, SliceTerm high) {
        if (low.field() != high.field() || low.negated() || high.negated()) {
            return false;
        }
        if (low.field().valueKind() != SliceField.ValueKind.NUMBER) {
            return false;
        }
        boolean from = low.operator() == SliceTerm.Operator.MORE || low.operator() == SliceTerm.Operator.AT_LEAST;
        boolean to = high.operator() == SliceTerm.Operator.LESS || high.operator() == SliceTerm.Operator.AT_MOST;
        boolean strict = low.operator() == SliceTerm.Operator.MORE || high.operator() == SliceTerm.Operator.LESS;
        return from && to && (low.number() > high.number() || (strict && low.number() == high.number()));
    }

    private static String words(SliceTerm term) {
        return (term.negated() ? "-" : "")
                + term.field().word()
                + term.operator().sign()
                + term.value();
    }

    private void place(Requirement line) {
        line.place().ifPresent(place -> sheet.of(RequirementKind.HARDWARE).forEach(other -> other.hardware()
                .filter(hardware ->
                        hardware.gpu() != place.hasGpu() && (place.hasGpu() || place == ServingPlace.MOBILE))
                .ifPresent(hardware -> wrong(Problem.of(
                        "requirement.place-and-hardware", line.id(), "place", place.word(), "other", other.id())))));
    }

    /** Requests a second times the time of each is how many are in work at once; the machines do one a core. */
    private void throughput(Requirement line) {
        if (line.kind() != RequirementKind.QPS || line.bound().isEmpty()) {
            return;
        }
        if (!line.within().isEmpty()
                && sheet.line(line.within()).filter(l -> l.kind().isTime()).isEmpty()) {
            wrong(Problem.of("requirement.within-unknown", line.id(), "other", line.within()));
            return;
        }
        Optional<Requirement> time = line.within().isEmpty()
                ? sheet.lines().stream()
                        .filter(other -> other.measure()
                                .filter(m -> m == Measure.IMAGE_TO_LATEX)
                                .isPresent())
                        .findFirst()
                : sheet.line(line.within());
        if (time.isEmpty() || time.get().bound().isEmpty()) {
            open(Problem.of("requirement.qps-without-time", line.id()));
            return;
        }
        double atOnce = line.bound().getAsDouble() * time.get().bound().getAsDouble() / 1000;
        for (Requirement other : sheet.of(RequirementKind.HARDWARE)) {
            other.hardware()
                    .filter(hardware -> !hardware.gpu() && atOnce > (double) hardware.machines() * hardware.cores())
                    .ifPresent(hardware -> wrong(Problem.of(
                            "requirement.beyond-machines",
                            line.id(),
                            "time",
                            time.get().id(),
                            "busy",
                            String.format(Locale.ROOT, "%.1f", atOnce),
                            "other",
                            other.id(),
                            "cores",
                            String.valueOf(hardware.machines() * hardware.cores()))));
        }
    }

    private void againstOthers(Requirement line) {
        for (Requirement other : sheet.lines()) {
            if (other.id().equals(line.id())) {
                return; // each pair once, at the later line
            }
            same(other, line);
            partAndWhole(other, line);
            partAndWhole(line, other);
        }
    }

    private void same(Requirement first, Requirement line) {
        boolean same = line.measure().isPresent()
                && line.measure().equals(first.measure())
                && line.module() == first.module()
                && line.slice().equals(first.slice())
                && line.perMille().equals(first.perMille());
        if (same) {
            wrong(Problem.of("requirement.asked-twice", line.id(), "other", first.id()));
        }
    }

    /** A whole that must be faster than one of its parts. */
    private void partAndWhole(Requirement part, Requirement whole) {
        boolean parts = follows(part, Measure.IMAGE_TO_REGIONS, whole, Measure.IMAGE_TO_LATEX)
                || follows(part, Measure.IMAGE_TO_LATEX, whole, Measure.CAPTURE_TO_DISPLAY)
                || follows(part, Measure.IMAGE_TO_REGIONS, whole, Measure.CAPTURE_TO_DISPLAY);
        boolean comparable = part.perMille().equals(whole.perMille())
                && part.bound().isPresent()
                && whole.bound().isPresent();
        boolean slices = part.slice().equals(whole.slice())
                || whole.measure().filter(m -> m == Measure.CAPTURE_TO_DISPLAY).isPresent();
        if (parts
                && comparable
                && slices
                && part.bound().getAsDouble() > whole.bound().getAsDouble()) {
            wrong(Problem.of("requirement.part-slower", whole.id(), "other", part.id()));
        }
    }

    private static boolean follows(Requirement part, Measure first, Requirement whole, Measure second) {
        return part.measure().filter(m -> m == first).isPresent()
                && whole.measure().filter(m -> m == second).isPresent();
    }

    private void open(Problem problem) {
        remarks.add(new SheetRemark(problem.where(), false, problem));
    }

    private void wrong(Problem problem) {
        remarks.add(new SheetRemark(problem.where(), true, problem));
    }
}
