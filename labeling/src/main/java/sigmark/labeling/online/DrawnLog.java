package sigmark.labeling.online;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import sigmark.inference.page.Box;

/**
 * Logs drawn at random, for measurements and tests: two versions that share the traffic by user, handwriting edited more
 * often than print. The same seed draws the same log.
 */
public final class DrawnLog {
    private static final List<String> FORMULAS = List.of(
            "x",
            "x^{2}+1",
            "\\frac{a}{b}",
            "\\int_{a}^{b}f(x)dx=F(b)-F(a)",
            "\\sum_{k=1}^{n}k=\\frac{n(n+1)}{2}",
            "\\sqrt{b^{2}-4ac}",
            "\\lim_{n\\to\\infty}a_{n}=0",
            "\\begin{cases}x&(x\\ge0)\\\\-x&(x<0)\\end{cases}",
            "\\sin^{2}\\theta+\\cos^{2}\\theta=1",
            "P(A\\cap B)=P(A)P(B)");
    private static final List<String> SOURCES = List.of("photo", "scan", "screen");
    private static final List<String> DEVICES = List.of("phone", "tablet", "desktop");
    private static final List<String> WRITINGS = List.of("printed", "handwritten");
    private static final Instant START = Instant.parse("2026-11-11T00:00:00Z");
    private static final long DAYS = 14;

    private final SplittableRandom random;
    private final int users;

    /** @param users how many pseudonyms share the requests */
    public DrawnLog(long seed, int users) {
        this.random = new SplittableRandom(seed);
        this.users = users;
    }

    /** Writes that many requests, a line each. */
    public void write(Path file, int requests) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < requests; i++) {
                writer.write(EventJson.write(next(i, requests)));
                writer.write('\n');
            }
        }
    }

    /** The request of a number among so many. */
    public OnlineEvent next(int number, int of) {
        int user = (int) (Math.pow(random.nextDouble(), 2) * users);
        boolean newer = Long.hashCode(user * 0x9E3779B97F4A7C15L) % 2 == 0;
        String writing = WRITINGS.get(random.nextInt(10) < 7 ? 0 : 1);
        Map<String, String> slice = new TreeMap<>();
        slice.put("source", SOURCES.get(random.nextInt(3)));
        slice.put("device.class", DEVICES.get(random.nextInt(3)));
        slice.put("writing", writing);
        double wrong = (newer ? 0.09 : 0.12) + (writing.equals("handwritten") ? 0.12 : 0);
        List<ShownResult> results = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            results.add(result("r" + i, wrong));
        }
        boolean adds = random.nextInt(40) == 0;
        return new OnlineEvent(
                "req-" + Long.toHexString(random.nextLong()) + "-" + number,
                START.plusMillis(DAYS * 86_400_000L * number / Math.max(1, of) + random.nextInt(1000)),
                newer ? "standard 2" : "standard 1",
                Optional.of("u-" + user),
                Optional.of("%016x%016x%016x%016x"
                        .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())),
                Optional.empty(),
                slice,
                spans(newer ? 0.9 : 1),
                results,
                adds ? List.of(new AddedFormula(Optional.of(new Box(1, 2, 30, 20)), "y")) : List.of(),
                random.nextInt(200) == 0 ? Optional.of("a sign is missing") : Optional.empty(),
                0,
                false);
    }

    private ShownResult result(String id, double wrong) {
        String shown = FORMULAS.get(random.nextInt(FORMULAS.size()));
        double draw = random.nextDouble();
        Outcome outcome = draw < 0.16
                ? Outcome.NOT_SEEN
                : draw < 0.47 ? Outcome.SILENT : random.nextDouble() < wrong ? Outcome.EDITED : Outcome.CONFIRMED;
        if (outcome == Outcome.EDITED && random.nextInt(20) == 0) {
            outcome = Outcome.DELETED;
        }
        boolean edited = outcome == Outcome.EDITED;
        double left = random.nextInt(900);
        double top = random.nextInt(1200);
        return new ShownResult(
                id,
                Optional.of(new Box(left, top, left + 40 + random.nextInt(300), top + 20 + random.nextInt(60))),
                shown,
                OptionalDouble.of(Math.round(1000 * (1 - random.nextDouble() * (edited ? 0.7 : 0.3))) / 1000.0),
                outcome,
                edited ? Optional.of(mended(shown)) : Optional.empty(),
                edited ? OptionalDouble.of(2 + random.nextInt(60)) : OptionalDouble.empty());
    }

    private String mended(String shown) {
        return switch (random.nextInt(6)) {
            case 0 -> shown.replace("{2}", "2");
            case 1 -> shown + "=0";
            case 2 -> shown.replace('x', 'y') + "^{3}";
            default -> "z" + shown;
        };
    }

    private List<Span> spans(double factor) {
        List<Span> spans = new ArrayList<>();
        double at = random.nextInt(1_000_000);
        at = client(spans, "ocr.capture", at, 120 + random.nextInt(200));
        at = client(spans, "ocr.encode", at, 80 + random.nextInt(120));
        double server = random.nextInt(1_000_000);
        double start = server;
        for (String part : List.of("queue", "decode", "detect", "crop", "recognize", "postprocess")) {
            double millis = factor * (part.equals("recognize") ? 100 + random.nextInt(300) : random.nextInt(120));
            spans.add(new Span("ocr." + part, false, server, server + millis));
            server += millis;
        }
        spans.add(new Span("http.server.request", false, start, server));
        at = client(spans, "http.client.request", at, server - start + 200 + random.nextInt(900));
        at = client(spans, "ocr.render", at, 60 + random.nextInt(120));
        client(spans, "ocr.display", at, 20 + random.nextInt(40));
        return spans;
    }

    private static double client(List<Span> spans, String name, double at, double millis) {
        spans.add(new Span(name, true, at, at + millis));
        return at + millis;
    }
}
