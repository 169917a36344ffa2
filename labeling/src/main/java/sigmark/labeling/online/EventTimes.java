package sigmark.labeling.online;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How long the parts of a request took.
 *
 * @param total from the start of the capture to the end of the display, both on the client's clock, in milliseconds;
 *     absent when one of them is not in the log or the clock ran backwards
 * @param captureUnknown the clock started when the file arrived
 * @param skewed the display ended before the capture began
 * @param parts milliseconds by part, in the order of the way; {@link #NETWORK} is the client's request without the
 *     server's part of it, which needs no common clock
 */
public record EventTimes(OptionalDouble total, boolean captureUnknown, boolean skewed, Map<String, Double> parts) {
    /** Time on the line, both ways. */
    public static final String NETWORK = "network";

    /** Time on the server. */
    public static final String SERVER = "server";

    /** The parts in the order of the way. */
    public static final List<String> ORDER = List.of(
            "capture",
            "encode",
            NETWORK,
            "queue",
            "decode",
            "detect",
            "crop",
            "recognize",
            "postprocess",
            "render",
            "display",
            SERVER);

    private static final String CLIENT_REQUEST = "http.client.request";
    private static final String SERVER_REQUEST = "http.server.request";
    private static final String OCR = "ocr.";
    private static final Set<String> KNOWN = Set.copyOf(ORDER);

    public EventTimes {
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    public static EventTimes of(OnlineEvent event) {
        Map<String, Double> sums = new LinkedHashMap<>();
        double capture = Double.NaN;
        double arrival = Double.NaN;
        double display = Double.NaN;
        for (Span span : event.spans()) {
            String name = span.name();
            if (name.startsWith(OCR) && KNOWN.contains(name.substring(OCR.length()))) {
                sums.merge(name.substring(OCR.length()), span.millis(), Double::sum);
            } else if (name.equals(CLIENT_REQUEST) || name.equals(SERVER_REQUEST)) {
                sums.merge(name, span.millis(), Double::sum);
            }
            if (span.client()) {
                arrival = arrival <= span.start() ? arrival : span.start();
                if (name.equals("ocr.capture")) {
                    capture = capture <= span.start() ? capture : span.start();
                } else if (name.equals("ocr.display")) {
                    display = display >= span.end() ? display : span.end();
                }
            }
        }
        boolean unknown = event.captureUnknown() || Double.isNaN(capture);
        double total = display - (Double.isNaN(capture) ? arrival : capture);
        return new EventTimes(
                total >= 0 ? OptionalDouble.of(total) : OptionalDouble.empty(), unknown, total < 0, parts(sums));
    }

    private static Map<String, Double> parts(Map<String, Double> sums) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Double client = sums.get(CLIENT_REQUEST);
        Double server = sums.get(SERVER_REQUEST);
        for (String name : ORDER) {
            Double sum = sums.get(name);
            if (name.equals(NETWORK)) {
                sum = client == null || server == null ? null : Math.max(0, client - server);
            } else if (name.equals(SERVER)) {
                sum = server;
            }
            if (sum != null) {
                parts.put(name, sum);
            }
        }
        return parts;
    }
}
