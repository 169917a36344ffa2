package sigmark.labeling.requirement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.requirement.YamlLines.Entry;

/**
 * Reads a sheet from YAML. What cannot be read is a problem with its line, and the rest is read on; a sheet with such
 * problems is shown but not to be kept.
 */
public final class SheetReader {
    private static final Set<String> TOP = Set.of("name", "plan", "lines");
    private static final Set<String> LINE = Set.of(
            "id",
            "kind",
            "measure",
            "module",
            "slice",
            "at-least",
            "at-most",
            "percentile",
            "half-width",
            "within",
            "machines",
            "cores",
            "memory-gib",
            "gpu",
            "place",
            "note");
    private static final Set<String> PLAN = Set.of(
            "price-per-region",
            "currency",
            "regions-per-hour",
            "labelers",
            "hours-per-week",
            "half-width",
            "seed",
            "wanted");
    private static final int MOST_LINES = 1000;

    private final YamlLines yaml;

    private SheetReader(String name) {
        yaml = new YamlLines(name);
    }

    /**
     * What came of reading.
     *
     * @param problems one for each place that could not be read
     * @param places where each line begins, such as {@code sheet.yaml:12}, by its id
     */
    public record Read(RequirementSheet sheet, List<Problem> problems, Map<String, String> places) {
        public Read {
            problems = List.copyOf(problems);
            places = Map.copyOf(places);
        }

        /** @throws ProblemException with the first problem */
        public RequirementSheet orThrow() {
            if (!problems.isEmpty()) {
                throw new ProblemException(problems.get(0));
            }
            return sheet;
        }
    }

    /**
     * Reads a text.
     *
     * @param name of the file, for problems
     * @throws ProblemException {@code requirement.not-yaml} when it is no YAML at all
     */
    public static Read read(String text, String name) {
        return new SheetReader(name).sheet(text);
    }

    private Read sheet(String text) {
        Entry root = yaml.read(text);
        if (!root.isTable()) {
            yaml.problems().add(Problem.of("requirement.bad-value", yaml.at(root), "key", "", "value", "…"));
        }
        known(root, TOP);
        Map<String, Requirement> lines = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        Entry list = root.table().get("lines");
        List<Entry> entries = list == null ? List.of() : list.list();
        if (list != null
                && list.list().isEmpty()
                && (list.text().filter(t -> !t.isEmpty()).isPresent()
                        || !list.table().isEmpty())) {
            bad(list, "lines");
        }
        if (entries.size() > MOST_LINES) {
            bad(root, "lines");
            entries = entries.subList(0, MOST_LINES);
        }
        for (Entry entry : entries) {
            line(entry).ifPresent(line -> {
                if (lines.putIfAbsent(line.id(), line) != null) {
                    yaml.problems().add(Problem.of("requirement.twice", yaml.at(entry), "what", line.id()));
                }
                places.putIfAbsent(line.id(), yaml.at(entry));
            });
        }
        String name = text(root, "name").orElse("");
        PlanTerms plan = root.table().containsKey("plan") ? plan(root.table().get("plan")) : PlanTerms.DEFAULT;
        return new Read(new RequirementSheet(name, List.copyOf(lines.values()), plan), yaml.problems(), places);
    }

    private Optional<Requirement> line(Entry entry) {
        if (!entry.isTable()) {
            bad(entry, "lines");
            return Optional.empty();
        }
        known(entry, LINE);
        Optional<String> id = text(entry, "id").filter(text -> text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}"));
        Optional<RequirementKind> kind = word(entry, "kind", RequirementKind::ofWord);
        if (id.isEmpty() || (kind.isEmpty() && !entry.table().containsKey("kind"))) {
            yaml.problems().add(Problem.of("requirement.missing-key", yaml.at(entry), "keys", "id, kind"));
        }
        if (id.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<Measure> measure = measure(entry, kind.get());
        PipelineModule module = word(entry, "module", PipelineModule::ofWord).orElseGet(() -> module(measure));
        return Optional.of(new Requirement(
                id.get(),
                kind.get(),
                measure,
                module,
                text(entry, "slice").orElse(""),
                bound(entry, kind.get(), measure),
                percentile(entry),
                number(entry, "half-width", Measure.Unit.SHARE, 1e-6, 0.5),
                text(entry, "within").orElse(""),
                hardware(entry, kind.get()),
                word(entry, "place", ServingPlace::ofWord),
                text(entry, "note").orElse("")));
    }

    /** The one that is written, or the only one that lines of the kind can have. */
    private Optional<Measure> measure(Entry entry, RequirementKind kind) {
        Optional<Measure> written = word(entry, "measure", Measure::ofWord);
        written.filter(measure -> measure.kind() != kind).ifPresent(measure -> badUnder(entry, "measure"));
        if (written.isPresent() || entry.table().containsKey("measure")) {
            return written.filter(measure -> measure.kind() == kind);
        }
        List<Measure> possible = Measure.of(kind);
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static PipelineModule module(Optional<Measure> measure) {
        return measure.filter(one -> one.modules().size() == 1)
                .map(one -> one.modules().iterator().next())
                .orElse(PipelineModule.PIPELINE);
    }

    private OptionalDouble bound(Entry entry, RequirementKind kind, Optional<Measure> measure) {
        boolean least = entry.table().containsKey("at-least");
        boolean most = entry.table().containsKey("at-most");
        if (!least && !most) {
            return OptionalDouble.empty();
        }
        String key = least ? "at-least" : "at-most";
        Measure.Unit unit = measure.map(Measure::unit)
                .orElse(
                        kind == RequirementKind.SERVING_PLACE || kind.isTime()
                                ? Measure.Unit.MILLIS
                                : Measure.Unit.SHARE);
        boolean turned = measure.isPresent() && measure.get().higherIsBetter() != least;
        if ((least && most) || turned) {
            badUnder(entry, key);
            return OptionalDouble.empty();
        }
        double highest = unit == Measure.Unit.SHARE || unit == Measure.Unit.SCORE ? 1 : 1e12;
        return number(entry, key, unit, 0, highest);
    }

    private OptionalInt percentile(Entry entry) {
        Optional<String> text = text(entry, "percentile");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt value = Quantity.percentile(text.get());
        if (value.isEmpty()) {
            badUnder(entry, "percentile");
        }
        return value;
    }

    private Optional<Hardware> hardware(Entry entry, RequirementKind kind) {
        if (kind != RequirementKind.HARDWARE) {
            return Optional.empty();
        }
        OptionalDouble cores = number(entry, "cores", Measure.Unit.COUNT, 1, 1e6);
        OptionalDouble memory = number(entry, "memory-gib", Measure.Unit.COUNT, 1e-3, 1e6);
        if (cores.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        double machines = number(entry, "machines", Measure.Unit.COUNT, 1, 1e6).orElse(1);
        return Optional.of(
                new Hardware((int) machines, (int) cores.getAsDouble(), memory.getAsDouble(), flag(entry, "gpu")));
    }

    private PlanTerms plan(Entry entry) {
        known(entry, PLAN);
        PlanTerms usual = PlanTerms.DEFAULT;
        List<PlanTerms.Wanted> wanted = new ArrayList<>();
        Entry list = entry.table().get("wanted");
        for (Entry one : list == null ? List.<Entry>of() : list.list()) {
            known(one, Set.of("module", "slice", "count"));
            Optional<PipelineModule> module = word(one, "module", PipelineModule::ofWord);
            OptionalDouble count = number(one, "count", Measure.Unit.COUNT, 0, 1e12);
            if (module.isPresent() && count.isPresent()) {
                wanted.add(
                        new PlanTerms.Wanted(module.get(), text(one, "slice").orElse(""), (long) count.getAsDouble()));
            } else {
                yaml.problems().add(Problem.of("requirement.missing-key", yaml.at(one), "keys", "module, count"));
            }
        }
        return new PlanTerms(
                number(entry, "price-per-region", Measure.Unit.COUNT, 0, 1e12).orElse(usual.pricePerRegion()),
                text(entry, "currency").orElse(usual.currency()),
                number(entry, "regions-per-hour", Measure.Unit.COUNT, 1e-3, 1e9).orElse(usual.regionsPerHour()),
                (int) number(entry, "labelers", Measure.Unit.COUNT, 1, 1e6).orElse(usual.labelers()),
                number(entry, "hours-per-week", Measure.Unit.COUNT, 1e-3, 168).orElse(usual.hoursPerWeek()),
                number(entry, "half-width", Measure.Unit.SHARE, 1e-6, 0.5).orElse(usual.halfWidth()),
                (long) number(entry, "seed", Measure.Unit.COUNT, 0, 1e15).orElse(usual.seed()),
                wanted);
    }

    private OptionalDouble number(Entry entry, String key, Measure.Unit unit, double least, double most) {
        Optional<String> text = text(entry, key);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble value = Quantity.parse(text.get(), unit);
        if (value.isEmpty() || !(value.getAsDouble() >= least && value.getAsDouble() <= most)) {
            badUnder(entry, key);
            return OptionalDouble.empty();
        }
        return value;
    }

    private boolean flag(Entry entry, String key) {
        String word = text(entry, key).orElse("no");
        if (!Set.of("yes", "no", "true", "false").contains(word)) {
            badUnder(entry, key);
        }
        return word.equals("yes") || word.equals("true");
    }

    private <T> Optional<T> word(Entry entry, String key, Function<String, Optional<T>> of) {
        Optional<String> text = text(entry, key);
        Optional<T> value = text.flatMap(of);
        if (text.isPresent() && value.isEmpty()) {
            badUnder(entry, key);
        }
        return value;
    }

    private Optional<String> text(Entry entry, String key) {
        Entry value = entry.table().get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value.text().isEmpty()) {
            bad(value, key);
        }
        return value.text();
    }

    private void known(Entry entry, Set<String> keys) {
        entry.table().forEach((key, value) -> {
            if (!keys.contains(key)) {
                yaml.problems().add(Problem.of("requirement.unknown-key", yaml.at(value), "key", key));
            }
        });
    }

    private void badUnder(Entry entry, String key) {
        Entry value = entry.table().get(key);
        bad(value == null ? entry : value, key);
    }

    private void bad(Entry entry, String key) {
        yaml.problems()
                .add(Problem.of(
                        "requirement.bad-value",
                        yaml.at(entry),
                        "key",
                        key,
                        "value",
                        entry.text().orElse("…")));
    }
}
