package sigmark.analysis.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sigmark.analysis.statistics.Normal;
import sigmark.analysis.statistics.SampleSize;
import sigmark.labeling.plan.LearningPoint;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.project.Split;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.requirement.PlanTerms;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementKind;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.slice.SliceQuery;

/**
 * What data the sheet asks for: slices × modules × training and test, wanted against there. Test numbers follow from the
 * wanted interval of the lines, training numbers from the learning curve, or from what people fixed.
 *
 * @param cells slice by slice; only those that a line asks for
 */
public record DataPlan(List<Cell> cells, PlanTerms terms) {
    private static final double Z = Normal.twoSided(0.95);

    public DataPlan {
        cells = List.copyOf(cells);
    }

    /** What a cell's data is for. */
    public enum Purpose {
        TRAINING,
        TEST;

        /** The word in JSON and message keys: lower case. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        Split split() {
            return this == TRAINING ? Split.TRAIN : Split.TEST;
        }
    }

    /**
     * A cell of the matrix, counted in pages for the detector and in regions else.
     *
     * @param wanted absent for training when neither a learning curve nor people say a number
     * @param from lower end of what is wanted, by the curve's uncertainty; equal to wanted without one
     * @param to upper end; absent when some curves never reach the target
     * @param askedBy ids of the lines
     * @param query of what there is
     */
    public record Cell(
            String slice,
            PipelineModule module,
            Purpose purpose,
            OptionalLong wanted,
            OptionalLong from,
            OptionalLong to,
            long have,
            Source source,
            List<String> askedBy,
            String query) {
        public Cell {
            askedBy = List.copyOf(askedBy);
        }

        public long missing() {
            return Math.max(0, wanted.orElse(0) - have);
        }

        /** 0 to 1; 1 when nothing is wanted. */
        public double fill() {
            long goal = wanted.orElse(0);
            return goal == 0 ? 1 : Math.min(1, (double) have / goal);
        }
    }

    /** Where a wanted number comes from. */
    public enum Source {
        /** The wanted interval. */
        INTERVAL,
        /** The learning curve. */
        CURVE,
        /** The curve says that more of this kind does not reach the target, or not within what can be said. */
        OUT_OF_REACH,
        /** People fixed it. */
        FIXED,
        /** Nobody and nothing says a number. */
        UNKNOWN;

        /** The word in JSON and message keys: lower case with hyphens. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private record Key(String slice, PipelineModule module) {}

    /** Works it out. */
    public static DataPlan of(RequirementSheet sheet, Truth.Counter counter, List<LearningPoint> points) {
        Map<Key, List<Requirement>> asked = new LinkedHashMap<>();
        for (Requirement line : sheet.lines()) {
            boolean offline = line.kind() == RequirementKind.ACCURACY_OFFLINE
                    && line.measure().isPresent();
            if (offline && line.bound().isPresent() && readable(line.slice())) {
                for (PipelineModule module : modules(line)) {
                    asked.computeIfAbsent(new Key(line.slice(), module), key -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        double formulasAPage = formulasAPage(counter);
        List<Cell> cells = new ArrayList<>();
        asked.forEach((key, lines) -> {
            cells.add(training(sheet.plan(), key, lines, counter, points));
            cells.add(test(sheet.plan(), key, lines, counter, formulasAPage));
        });
        return new DataPlan(cells, sheet.plan());
    }

    private static boolean readable(String slice) {
        try {
            SliceQuery.parse(slice);
            return true;
        } catch (sigmark.inference.work.ProblemException broken) {
            return false;
        }
    }

    /** A line about the whole pipeline needs the truth of both. */
    private static List<PipelineModule> modules(Requirement line) {
        return line.module() == PipelineModule.PIPELINE
                ? List.of(PipelineModule.DETECTOR, PipelineModule.RECOGNIZER)
                : List.of(line.module());
    }

    private static double formulasAPage(Truth.Counter counter) {
        long pages = counter.pages(Truth.pairs(PipelineModule.DETECTOR, ""));
        long regions = counter.regions(SliceQuery.ALL);
        return pages == 0 ? 1 : Math.max(1, (double) regions / pages);
    }

    private static Cell test(
            PlanTerms terms, Key key, List<Requirement> lines, Truth.Counter counter, double formulasAPage) {
        long wanted = 0;
        for (Requirement line : lines) {
            double half = line.halfWidth().orElse(terms.halfWidth());
            double bound = line.bound().orElseThrow();
            wanted = Math.max(wanted, SampleSize.wilson(Math.min(1, Math.max(0, bound)), half, Z));
        }
        if (Truth.inPages(key.module())) {
            wanted = (long) Math.ceil(wanted / formulasAPage);
        }
        OptionalLong exactly = OptionalLong.of(wanted);
        return cell(key, Purpose.TEST, new Wanted(exactly, exactly, exactly, Source.INTERVAL), lines, counter);
    }

    private record Wanted(OptionalLong number, OptionalLong from, OptionalLong to, Source source) {}

    private static Cell training(
            PlanTerms terms, Key key, List<Requirement> lines, Truth.Counter counter, List<LearningPoint> points) {
        OptionalLong fixed = terms.fixed(key.module(), key.slice());
        Wanted wanted = fixed.isPresent()
                ? new Wanted(fixed, fixed, fixed, Source.FIXED)
                : curve(points, key.module(), key.slice())
                        .map(forecast -> byCurve(forecast, target(lines, key.module())))
                        .orElse(new Wanted(
                                OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Source.UNKNOWN));
        return cell(key, Purpose.TRAINING, wanted, lines, counter);
    }

    /** The lowest error that the lines ask of the module. */
    private static OptionalDouble target(List<Requirement> lines, PipelineModule module) {
        return lines.stream()
                .filter(line -> line.measure().filter(Measure::isShare).isPresent())
                .filter(line -> line.module() == module || line.module() == PipelineModule.PIPELINE)
                .mapToDouble(line -> 1 - line.bound().orElseThrow())
                .min();
    }

    private static Wanted byCurve(CurveForecast forecast, OptionalDouble target) {
        if (target.isEmpty()) {
            return new Wanted(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Source.UNKNOWN);
        }
        OptionalDouble needed = forecast.samplesFor(target.getAsDouble());
        if (needed.isEmpty()) {
            return new Wanted(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Source.OUT_OF_REACH);
        }
        var interval = forecast.samplesInterval(target.getAsDouble());
        return new Wanted(
                OptionalLong.of((long) Math.ceil(needed.getAsDouble())),
                OptionalLong.of((long) Math.ceil(interval.low())),
                Double.isFinite(interval.high())
                        ? OptionalLong.of((long) Math.ceil(interval.high()))
                        : OptionalLong.empty(),
                Source.CURVE);
    }

    /** The forecast from the trainings on exactly that slice; absent with too few sizes. */
    public static Optional<CurveForecast> curve(List<LearningPoint> points, PipelineModule module, String slice) {
        return CurveForecast.of(points.stream()
                .filter(point -> point.module() == module && point.slice().equals(slice))
                .toList());
    }

    private static Cell cell(Key key, Purpose purpose, Wanted wanted, List<Requirement> lines, Truth.Counter counter) {
        SliceQuery query = Truth.pairs(key.module(), key.slice())
                .and(SliceQuery.parse("split:" + purpose.split().word()));
        long have = Truth.inPages(key.module()) ? counter.pages(query) : counter.regions(query);
        return new Cell(
                key.slice(),
                key.module(),
                purpose,
                wanted.number(),
                wanted.from(),
                wanted.to(),
                have,
                wanted.source(),
                lines.stream().map(Requirement::id).toList(),
                query.text());
    }

    /** The least filled cell; absent when nothing is wanted. */
    public Optional<Cell> worst() {
        return cells.stream().filter(cell -> cell.wanted().orElse(0) > 0).min(Comparator.comparingDouble(Cell::fill));
    }

    /** Regions that are missing in all. */
    public long missingRegions() {
        return missing(false);
    }

    /** Pages that are missing in all. */
    public long missingPages() {
        return missing(true);
    }

    private long missing(boolean pages) {
        return cells.stream()
                .filter(cell -> Truth.inPages(cell.module()) == pages)
                .mapToLong(Cell::missing)
                .sum();
    }

    /** Share of what is wanted that is there; absent when nothing is wanted. */
    public OptionalDouble coverage() {
        long wanted = cells.stream().mapToLong(cell -> cell.wanted().orElse(0)).sum();
        long missing = cells.stream().mapToLong(Cell::missing).sum();
        return wanted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (wanted - missing) / wanted);
    }

    /** What labeling the missing regions costs. */
    public double cost() {
        return missingRegions() * terms.pricePerRegion();
    }

    /** Weeks until they are labeled. */
    public double weeks() {
        return missingRegions() / terms.regionsPerWeek();
    }
}
