package sigmark.analysis.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sigmark.analysis.capacity.LoadFigures;
import sigmark.analysis.capacity.ServiceProfile;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Normal;
import sigmark.analysis.statistics.SampleSize;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.Step;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.requirement.Hardware;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementKind;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.ServingPlace;
import sigmark.labeling.slice.SliceQuery;

/**
 * Judges a run line by line. A line is met when the whole 95 % interval keeps its bound, missed when the whole interval
 * misses it, else undecided. A machine that was bigger than the sheet's, a profile written by hand, or a rate that was
 * never offered decides nothing.
 */
public final class Judge {
    private static final double Z = Normal.twoSided(0.95);
    private static final double GIB = 1L << 30;
    /** A machine of 2 GiB reports a little less or more. */
    private static final double MEMORY_SLACK = 1.05;

    private final RequirementSheet sheet;
    private final Evidence evidence;

    private Judge(RequirementSheet sheet, Evidence evidence) {
        this.sheet = sheet;
        this.evidence = evidence;
    }

    /** Verdicts in the order of the sheet's lines. */
    public static List<LineVerdict> judge(RequirementSheet sheet, Evidence evidence) {
        Judge judge = new Judge(sheet, evidence);
        return sheet.lines().stream().map(judge::judge).toList();
    }

    private LineVerdict judge(Requirement line) {
        boolean measured = line.kind() != RequirementKind.HARDWARE && line.kind() != RequirementKind.SERVING_PLACE;
        if (measured && (line.bound().isEmpty() || line.measure().isEmpty())) {
            return LineVerdict.unmeasured(line, OptionalLong.empty(), Problem.of("judge.vague", line.id()));
        }
        try {
            return switch (line.kind()) {
                case ACCURACY_OFFLINE -> accuracy(line);
                case ACCURACY_ONLINE -> online(line);
                case TIME_OFFLINE -> time(line, times(line));
                case TIME_ONLINE -> time(line, evidence.online().captureToDisplay(line.slice()));
                case QPS -> throughput(line);
                case HARDWARE -> hardware(line);
                case SERVING_PLACE -> place(line);
                case INPUT_CONDITIONS -> inputs(line);
            };
        } catch (ProblemException broken) {
            return LineVerdict.unmeasured(line, OptionalLong.empty(), broken.problem());
        }
    }

    private LineVerdict accuracy(Requirement line) {
        Measure measure = line.measure().orElseThrow();
        List<List<EvaluationSample>> pages =
                SampleSlice.of(evidence.evaluation().pages(), SliceQuery.parse(line.slice()));
        Ratio ratio = Ratio.of(measure, line.module(), pages);
        List<EvaluationSample> behind = new ArrayList<>();
        pages.forEach(page -> page.stream()
                .filter(sample -> Ratio.against(measure, line.module(), sample) > 0)
                .forEach(behind::add));
        behind.sort(Comparator.comparingDouble(
                (EvaluationSample sample) -> -Ratio.against(measure, line.module(), sample)));
        return rate(line, ratio, behind);
    }

    private LineVerdict online(Requirement line) {
        Optional<OnlineEvidence.ByUser> counts =
                evidence.online().rate(line.measure().orElseThrow(), line.slice());
        Ratio ratio = counts.map(by -> {
                    long judged = (long) java.util.Arrays.stream(by.judged()).sum();
                    return Ratio.of(by.edited(), by.judged(), judged, true);
                })
                .orElse(Ratio.of(new double[0], new double[0], 0, true));
        return rate(line, ratio, List.of());
    }

    private LineVerdict rate(Requirement line, Ratio ratio, List<EvaluationSample> behind) {
        double bound = line.bound().orElseThrow();
        if (ratio.value().isEmpty()) {
            OptionalLong planned = line.measure().orElseThrow().isShare()
                    ? OptionalLong.of(SampleSize.wilson(
                            bound, line.halfWidth().orElse(sheet.plan().halfWidth()), Z))
                    : OptionalLong.empty();
            return LineVerdict.unmeasured(line, planned, Problem.of("judge.no-samples", line.id()));
        }
        if (ratio.interval().isEmpty()) {
            return new LineVerdict(
                    line,
                    Outcome.UNDECIDED,
                    ratio.value(),
                    Optional.empty(),
                    ratio.samples(),
                    OptionalLong.empty(),
                    Optional.of(Problem.of("judge.one-page", line.id())),
                    behind);
        }
        Interval interval = ratio.interval().get();
        Outcome outcome = outcome(interval, bound, line.atLeast());
        boolean open = outcome == Outcome.UNDECIDED;
        OptionalLong missing = open ? ratio.missing(bound) : OptionalLong.empty();
        Optional<Problem> reason = open
                ? Optional.of(Problem.of(missing.isPresent() ? "judge.straddles" : "judge.at-the-bound", line.id()))
                : Optional.empty();
        return new LineVerdict(
                line, outcome, ratio.value(), Optional.of(interval), ratio.samples(), missing, reason, behind);
    }

    private static Outcome outcome(Interval interval, double bound, boolean atLeast) {
        if (atLeast ? interval.low() >= bound : interval.high() <= bound) {
            return Outcome.MET;
        }
        return (atLeast ? interval.high() < bound : interval.low() > bound) ? Outcome.MISSED : Outcome.UNDECIDED;
    }

    private double[] times(Requirement line) {
        SliceQuery query = SliceQuery.parse(line.slice());
        boolean regionsOnly = line.measure().orElseThrow() == Measure.IMAGE_TO_REGIONS;
        return evidence.times().stream()
                .filter(page -> query.matches(page.page(), page.regions()))
                .mapToDouble(page -> nanos(page.times(), regionsOnly) / 1e6)
                .toArray();
    }

    private static double nanos(StepTimes times, boolean regionsOnly) {
        return regionsOnly ? times.of(Step.DECODE) + times.of(Step.DETECT) : times.total();
    }

    private LineVerdict time(Requirement line, double[] millis) {
        if (line.perMille().isEmpty()) {
            return LineVerdict.unmeasured(line, OptionalLong.empty(), Problem.of("judge.vague", line.id()));
        }
        PercentileTest test = new PercentileTest(millis, line.perMille().getAsInt());
        double bound = line.bound().orElseThrow();
        OptionalLong missing = test.missing(bound);
        if (millis.length == 0) {
            return LineVerdict.unmeasured(line, missing, Problem.of("judge.no-samples", line.id()));
        }
        Outcome outcome = test.against(bound);
        boolean open = outcome == Outcome.UNDECIDED;
        Optional<Problem> reason = open
                ? Optional.of(Problem.of(missing.isPresent() ? "judge.straddles" : "judge.at-the-bound", line.id()))
                : Optional.empty();
        return new LineVerdict(
                line,
                outcome,
                test.value(),
                test.interval(),
                millis.length,
                open ? missing : OptionalLong.empty(),
                reason,
                List.of());
    }

    private LineVerdict throughput(Requirement line) {
        Optional<Requirement> time = line.within().isEmpty() ? Optional.empty() : sheet.line(line.within());
        if (evidence.load().isEmpty()) {
            return LineVerdict.unmeasured(line, OptionalLong.empty(), Problem.of("judge.no-load", line.id()));
        }
        LoadFigures load = evidence.load().get();
        double bound = line.bound().orElseThrow();
        double limit =
                time.map(one -> one.bound().orElse(Double.POSITIVE_INFINITY)).orElse(Double.POSITIVE_INFINITY);
        int perMille = time.map(one -> one.perMille().orElse(950)).orElse(950);
        Optional<LoadFigures.StepFigures> held = load.highestHeld(limit, perMille);
        boolean offered = load.steps().stream().anyMatch(step -> step.offeredRate() >= bound);
        Outcome outcome = held.filter(step -> step.offeredRate() >= bound).isPresent()
                ? Outcome.MET
                : offered ? Outcome.MISSED : Outcome.UNDECIDED;
        return new LineVerdict(
                line,
                outcome,
                OptionalDouble.of(
                        held.map(LoadFigures.StepFigures::completedRate).orElse(0.0)),
                Optional.empty(),
                load.sent(),
                OptionalLong.empty(),
                outcome == Outcome.UNDECIDED
                        ? Optional.of(Problem.of("judge.not-loaded-so-high", line.id()))
                        : Optional.empty(),
                List.of());
    }

    private LineVerdict hardware(Requirement line) {
        if (line.hardware().isEmpty()) {
            return LineVerdict.unmeasured(line, OptionalLong.empty(), Problem.of("judge.vague", line.id()));
        }
        Hardware asked = line.hardware().get();
        RunEnvironment machine = evidence.evaluation().run().environment();
        boolean small = machine.cores() <= asked.cores()
                && machine.memoryBytes() / GIB <= asked.memoryGib() * MEMORY_SLACK
                && (asked.gpu()
                        || !machine.device().toLowerCase(java.util.Locale.ROOT).contains("cuda"));
        return new LineVerdict(
                line,
                small ? Outcome.MET : Outcome.UNDECIDED,
                OptionalDouble.of(machine.cores()),
                Optional.empty(),
                evidence.times().size(),
                OptionalLong.empty(),
                small
                        ? Optional.empty()
                        : Optional.of(Problem.of(
                                "judge.bigger-machine",
                                line.id(),
                                "cores",
                                String.valueOf(machine.cores()),
                                "memory",
                                "%.1f".formatted(machine.memoryBytes() / GIB))),
                List.of());
    }

    private LineVerdict place(Requirement line) {
        Optional<ServingPlace> place = line.place();
        List<MachineProfile> there = evidence.profiles().stream()
                .filter(profile -> place.filter(profile.place()::equals).isPresent())
                .sorted(Comparator.comparing(MachineProfile::byHand))
                .toList();
        if (there.isEmpty()) {
            return LineVerdict.unmeasured(line, OptionalLong.empty(), Problem.of("judge.no-profile", line.id()));
        }
        MachineProfile profile = there.get(0);
        ServiceProfile times = ServiceProfile.read(profile.json(), profile.name());
        OptionalDouble measured = times.percentile(line.perMille().orElse(950));
        boolean slow = line.bound().isPresent()
                && measured.isPresent()
                && measured.getAsDouble() > line.bound().getAsDouble();
        Outcome outcome = profile.byHand() ? Outcome.UNDECIDED : slow ? Outcome.MISSED : Outcome.MET;
        return new LineVerdict(
                line,
                outcome,
                measured,
                Optional.empty(),
                times.samples(),
                OptionalLong.empty(),
                profile.byHand()
                        ? Optional.of(Problem.of("judge.profile-by-hand", line.id(), "profile", profile.name()))
                        : Optional.empty(),
                List.of());
    }

    private LineVerdict inputs(Requirement line) {
        long samples = SampleSlice.of(evidence.evaluation().pages(), SliceQuery.parse(line.slice())).stream()
                .flatMap(List::stream)
                .filter(sample -> sample.truth().isPresent())
                .count();
        long wanted = (long) Math.ceil(line.bound().orElseThrow());
        return new LineVerdict(
                line,
                samples >= wanted ? Outcome.MET : Outcome.MISSED,
                OptionalDouble.of(samples),
                Optional.empty(),
                samples,
                samples >= wanted ? OptionalLong.empty() : OptionalLong.of(wanted - samples),
                Optional.empty(),
                List.of());
    }
}
