package sigmark.analysis.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import sigmark.analysis.statistics.Normal;
import sigmark.analysis.statistics.Percentiles;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * What one request takes on a machine: the document of {@code sigmark bench pipeline}, whose fields
 * {@code src-resources/docs/formats/machine-profile.md} describes.
 *
 * @param millis times of single requests in ascending order, measured ones or points of a distribution with the
 *     document's percentiles
 * @param shape where those come from
 * @param copies requests that one machine does at once
 * @param cores of the machine; 0 when not said
 * @param threads that one request keeps busy, at least 1
 * @param memoryMib of the machine; 0 when not said
 * @param copyMib memory that one copy of the models needs; 0 when not said
 * @param byHand nobody measured it
 */
public record ServiceProfile(
        String name,
        double[] millis,
        Shape shape,
        int copies,
        int cores,
        int threads,
        double memoryMib,
        double copyMib,
        boolean byHand) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int POINTS = 1000;
    private static final int MOST_SAMPLES = 1_000_000;

    /** Where the times come from. */
    public enum Shape {
        /** Measured one by one. */
        MEASURED,
        /** A lognormal distribution through p50 and p95. */
        LOGNORMAL,
        /** Only the mean is known: exponential, which is careful for most services. */
        EXPONENTIAL
    }

    public ServiceProfile {
        millis = millis.clone();
        Arrays.sort(millis);
        if (millis.length == 0 || !(millis[0] >= 0) || !Double.isFinite(millis[millis.length - 1])) {
            throw new IllegalArgumentException("profile %s has no times".formatted(name));
        }
        if (copies < 1 || threads < 1 || cores < 0) {
            throw new IllegalArgumentException("copies=%d threads=%d cores=%d".formatted(copies, threads, cores));
        }
    }

    /** Exponential times of that mean, for a machine of which nothing more is known. */
    public static ServiceProfile exponential(String name, double meanMillis) {
        return new ServiceProfile(name, exponential(meanMillis), Shape.EXPONENTIAL, 1, 0, 1, 0, 0, true);
    }

    @Override
    public double[] millis() {
        return millis.clone();
    }

    /** How many measured times it rests on; 0 when they are points of a distribution. */
    public long samples() {
        return shape == Shape.MEASURED ? millis.length : 0;
    }

    public double meanMillis() {
        return Arrays.stream(millis).average().orElseThrow();
    }

    /** Standard deviation over mean; 1 for exponential times. */
    public double variation() {
        if (shape == Shape.EXPONENTIAL) {
            return 1;
        }
        double mean = meanMillis();
        double squares =
                Arrays.stream(millis).map(time -> (time - mean) * (time - mean)).sum();
        return mean > 0 ? Math.sqrt(squares / millis.length) / mean : 0;
    }

    public OptionalDouble percentile(int perMille) {
        return Percentiles.nearestRank(millis, perMille);
    }

    /** The same service with each request taking that share of the time. */
    public ServiceProfile faster(double share) {
        return new ServiceProfile(
                name,
                Arrays.stream(millis).map(time -> time * share).toArray(),
                shape,
                copies,
                cores,
                threads,
                memoryMib,
                copyMib,
                byHand);
    }

    /** How many copies of the models one machine can hold and keep busy at once. */
    public int mostCopies() {
        double byCores = cores == 0 ? copies : Math.max(1, Math.floor((double) cores / threads));
        double byMemory = memoryMib > 0 && copyMib > 0 ? Math.max(1, Math.floor(memoryMib / copyMib)) : byCores;
        return (int) Math.max(1, Math.min(byCores, byMemory));
    }

    /**
     * Reads a document.
     *
     * @throws ProblemException {@code capacity.no-profile} with what is wrong
     */
    public static ServiceProfile read(String json, String name) {
        try {
            return of(JSON.readTree(json), name);
        } catch (IOException | IllegalArgumentException broken) {
            throw new ProblemException(
                    Problem.of("capacity.no-profile", name, "reason", String.valueOf(broken.getMessage())), broken);
        }
    }

    private static ServiceProfile of(JsonNode document, String name) {
        JsonNode environment = document.path("environment").isObject() ? document.path("environment") : document;
        JsonNode service = document.path("service");
        Shape shape = Shape.MEASURED;
        double[] times = measured(document.path("pageMs"));
        JsonNode page = document.path("steps").path("page");
        if (times.length == 0
                && page.path("p50").asDouble() > 0
                && page.path("p95").asDouble() > 0) {
            shape = Shape.LOGNORMAL;
            times = lognormal(page.path("p50").asDouble(), page.path("p95").asDouble());
        }
        if (times.length == 0 && document.path("pagesPerSecond").asDouble() > 0) {
            shape = Shape.EXPONENTIAL;
            times = exponential(1000 / document.path("pagesPerSecond").asDouble());
        }
        if (times.length == 0) {
            throw new IllegalArgumentException("no pageMs, no steps.page.p50 and p95, no pagesPerSecond");
        }
        return new ServiceProfile(
                document.path("name").asText(name),
                times,
                shape,
                service.path("copies").asInt(1),
                environment.path("cores").asInt(0),
                Math.max(1, environment.path("threads").asInt(1)),
                environment.path("memoryBytes").asDouble(0) / (1 << 20),
                service.path("copyMib").asDouble(0),
                document.path("madeByHand").asBoolean(false));
    }

    private static double[] measured(JsonNode array) {
        if (array.size() > MOST_SAMPLES) {
            throw new IllegalArgumentException("more than %d times".formatted(MOST_SAMPLES));
        }
        double[] times = new double[array.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = array.get(i).isNumber() ? array.get(i).asDouble() : Double.NaN;
            if (!(times[i] >= 0)) {
                throw new IllegalArgumentException("pageMs holds " + array.get(i));
            }
        }
        return times;
    }

    private static double[] lognormal(double p50, double p95) {
        if (p95 < p50) {
            throw new IllegalArgumentException("p95 %s is under p50 %s".formatted(p95, p50));
        }
        double sigma = Math.log(p95 / p50) / Normal.quantile(0.95);
        double[] times = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            times[i] = p50 * Math.exp(sigma * Normal.quantile((i + 0.5) / POINTS));
        }
        return times;
    }

    private static double[] exponential(double mean) {
        double[] times = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            times[i] = -mean * Math.log1p(-(i + 0.5) / POINTS);
        }
        return times;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceProfile that
                && name.equals(that.name)
                && Arrays.equals(millis, that.millis)
                && copies == that.copies
                && cores == that.cores
                && threads == that.threads
                && byHand == that.byHand;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(millis);
    }
}
