package sigmark.analysis.errors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The errors of many readings.
 *
 * @param classes by class that occurs: how many readings have it, its share of all counted errors, and which readings
 * @param confusions signs read as others, the most frequent first
 */
public record ErrorSummary(Map<ErrorClass, OfClass> classes, List<Confusion> confusions) {
    public ErrorSummary {
        classes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        confusions = List.copyOf(confusions);
    }

    /** A wrong reading. */
    public record Reading(String id, String truth, String prediction) {}

    /**
     * One class.
     *
     * @param costShare errors of this class over errors of all, 0 to 1
     * @param ids readings that have it
     */
    public record OfClass(int errors, double costShare, List<String> ids) {
        public OfClass {
            ids = List.copyOf(ids);
        }
    }

    /** A sign read as another sign. */
    public record Confusion(String truth, String prediction, List<String> ids) {
        public Confusion {
            ids = List.copyOf(ids);
        }
    }

    /** Sums up readings. */
    public static ErrorSummary of(List<Reading> readings) {
        Map<ErrorClass, Integer> errors = new EnumMap<>(ErrorClass.class);
        Map<ErrorClass, List<String>> ids = new EnumMap<>(ErrorClass.class);
        Map<AlignedToken, List<String>> confused = new LinkedHashMap<>();
        for (Reading reading : readings) {
            ErrorProfile profile = ErrorProfile.of(reading.truth(), reading.prediction());
            profile.errors().forEach((error, count) -> {
                errors.merge(error, count, Integer::sum);
                ids.computeIfAbsent(error, key -> new ArrayList<>()).add(reading.id());
            });
            profile.confusions().forEach(pair -> confused.computeIfAbsent(pair, key -> new ArrayList<>())
                    .add(reading.id()));
        }
        double all = errors.values().stream().mapToInt(Integer::intValue).sum();
        Map<ErrorClass, OfClass> classes = new EnumMap<>(ErrorClass.class);
        errors.forEach((error, count) ->
                classes.put(error, new OfClass(count, count / all, ids.getOrDefault(error, List.of()))));
        List<Confusion> confusions = confused.entrySet().stream()
                .map(entry ->
                        new Confusion(entry.getKey().truth(), entry.getKey().prediction(), entry.getValue()))
                .sorted(Comparator.comparingInt((Confusion c) -> -c.ids().size())
                        .thenComparing(Confusion::truth)
                        .thenComparing(Confusion::prediction))
                .toList();
        return new ErrorSummary(classes, confusions);
    }
}
