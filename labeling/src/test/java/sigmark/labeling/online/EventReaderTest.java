package sigmark.labeling.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** The reader takes every line as the plain one through a tree does: the same event, or the same reason. */
class EventReaderTest {
    private static final List<String> FIELDS = List.of(
            "requestId",
            "time",
            "modelVersion",
            "user",
            "imageHash",
            "image",
            "slice",
            "spans",
            "results",
            "added",
            "complaint",
            "revision",
            "captureUnknown",
            "later");
    private static final List<String> INNER = List.of(
            "name",
            "side",
            "start",
            "end",
            "id",
            "box",
            "shownLatex",
            "score",
            "outcome",
            "finalLatex",
            "secondsToEdit",
            "latex",
            "later");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-0.0",
            "17",
            "2.50",
            "1e3",
            "1E-400",
            "-1e999",
            "1.7e308",
            "-1.7e308",
            "2147483648",
            "-9223372036854775808",
            "9223372036854775808",
            "123456789012345678901234567890",
            "9".repeat(400),
            "9".repeat(1200),
            "\"\"",
            "\" \"",
            "\"12.5\"",
            "\" 7 \"",
            "\"NaN\"",
            "\"true\"",
            "\"server\"",
            "\"client\"",
            "\"edited\"",
            "\"silent\"",
            "\"notSeen\"",
            "\"liked\"",
            "\"2026-11-24T09:00:00.123Z\"",
            "\"2026-11-24T09:00:00+09:00\"",
            "\"1999-11-24T09:00:00.123Z\"",
            "\"\\u00e9\\n\\\\frac\"",
            "\"\\ud800\"",
            "\"수식 𝑥\"",
            "\"" + "x".repeat(60) + "\"");

    private final SplittableRandom random = new SplittableRandom(16);

    /** A line or why it is none; what follows an object is told in words of each reader's own. */
    private static Object taken(boolean tree, byte[] line) {
        try {
            return tree ? TreeEventReader.read(line, line.length, "f:1") : EventReader.read(line, line.length, "f:1");
        } catch (ProblemException broken) {
            Problem problem = broken.problem();
            Map<String, String> facts = new HashMap<>(problem.facts());
            facts.computeIfPresent(
                    "reason",
                    (key, reason) ->
                            reason.startsWith("Trailing token") ? "something follows the JSON object" : reason);
            return List.of(problem.code(), problem.where(), facts);
        }
    }

    private static boolean same(byte[] line) {
        Object taken = taken(false, line);
        assertThat(taken).as(new String(line, StandardCharsets.UTF_8)).isEqualTo(taken(true, line));
        return taken instanceof EventJson.Line;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String value(int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return any(SCALARS);
        }
        List<String> parts = new ArrayList<>();
        boolean object = random.nextBoolean();
        for (int i = random.nextInt(6); i > 0; i--) {
            parts.add(object ? '"' + any(INNER) + "\":" + value(depth - 1) : value(depth - 1));
        }
        return (object ? '{' : '[') + String.join(",", parts) + (object ? '}' : ']');
    }

    /** An object whose fields mostly hold what they should. */
    private String object(String... fields) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            int draw = random.nextInt(40);
            if (draw > 0) {
                parts.add('"' + fields[i] + "\":" + (draw == 1 ? value(2) : fields[i + 1]));
            }
            if (draw == 2) {
                parts.add('"' + any(INNER) + "\": " + value(2));
            }
        }
        return '{' + String.join(", ", parts) + '}';
    }

    private String several(String open, String close, Supplier<String> one) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add((open.equals("{") ? '"' + any(INNER) + "\":" : "")
                    + (random.nextInt(30) == 0 ? value(2) : one.get()));
        }
        return open + String.join(",", parts) + close;
    }

    private String list(Supplier<String> one) {
        return random.nextInt(20) == 0 ? several("{", "}", one) : several("[", "]", one);
    }

    private String line() {
        List<String> parts = new ArrayList<>(
                List.of("\"requestId\":\"a\"", "\"time\":\"2026-11-24T09:00:00.123Z\"", "\"modelVersion\":\"v\""));
        for (int i = random.nextInt(8); i > 0; i--) {
            String field = any(FIELDS);
            String value =
                    switch (random.nextInt(12) == 0 ? "" : field) {
                        case "slice" -> object("source", "\"photo\"", "n", any(SCALARS), "source", any(SCALARS));
                        case "spans" ->
                            list(() -> object("name", "\"s\"", "side", any(SCALARS), "start", "1", "end", "2.5"));
                        case "results" ->
                            list(() -> object(
                                    "id",
                                    "\"r\"",
                                    "box",
                                    several("[1,2", "]", () -> ",3"),
                                    "score",
                                    any(SCALARS),
                                    "shownLatex",
                                    any(SCALARS),
                                    "outcome",
                                    "\"edited\"",
                                    "secondsToEdit",
                                    "3"));
                        case "added" -> list(() -> object("box", "[1,\"2\",3.5,4e0]", "latex", any(SCALARS)));
                        case "requestId", "time", "modelVersion" -> random.nextInt(4) == 0 ? any(SCALARS) : "\"b\"";
                        default -> value(3);
                    };
            parts.add(random.nextInt(parts.size() + 1), '"' + field + "\":" + value);
        }
        return '{' + String.join(",", parts) + '}' + (random.nextInt(60) == 0 ? value(1) : "");
    }

    private byte[] damaged(byte[] good) {
        byte[] bytes = good.clone();
        for (int change = random.nextInt(3); change >= 0; change--) {
            int place = random.nextInt(bytes.length);
            bytes[place] = switch (random.nextInt(4)) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> (byte) "{}[]\",:\n-eE0".charAt(random.nextInt(12));
                case 2 -> bytes[random.nextInt(bytes.length)];
                default -> (byte) (bytes[place] ^ (1 << random.nextInt(8)));
            };
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    @Test
    void linesOfAllKindsOfValuesAreTakenAlike() {
        int events = 0;
        for (int i = 0; i < 10_000; i++) {
            events += same(line().getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
        }
        assertThat(events).isBetween(1_000, 9_000);
    }

    @Test
    void damagedLinesAreTakenAlike() {
        DrawnLog log = new DrawnLog(8, 5);
        int events = 0;
        for (int i = 0; i < 200; i++) {
            byte[] good = EventJson.write(log.next(i, 200)).getBytes(StandardCharsets.UTF_8);
            assertThat(same(good)).isTrue();
            for (int round = 0; round < 25; round++) {
                events += same(damaged(good)) ? 1 : 0;
                same(damaged(line().getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertThat(events).isBetween(250, 4_750);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "17",
                "[1,2",
                "[{}]",
                "{} {}",
                "{}]",
                "17 18",
                "{\"requestId\":\"a\"",
                "{\"requestId\":\"a\",}",
                "{\"revision\":[1,",
                "{\"later\":{\"x\":[\"",
                "\uFEFF{}"
            })
    void endsAndNothingAreTakenAlike(String line) {
        assertThat(same(line.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void deepLinesAreTakenAlike() {
        for (String field : FIELDS) {
            for (int depth : new int[] {900, 1_100}) {
                String deep = "[".repeat(depth) + "]".repeat(depth);
                String line =
                        "{\"requestId\":\"a\",\"time\":\"2026-11-24T09:00:00.123Z\",\"modelVersion\":\"v\",\"later\":"
                                + deep + ",\"" + field + "\":" + deep + "}";
                same(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
