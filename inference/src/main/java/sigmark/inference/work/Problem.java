package sigmark.inference.work;

import java.util.Map;

/**
 * Something a person can mend. Logic gives the code and the facts; the window and the command line find the words:
 * message {@code problem.<code>} says what is wrong and {@code problem.<code>.remedy} what to do, both with
 * {@code {name}} places filled from {@code facts} and {@code {where}} from {@code where}.
 *
 * @param code lower-case words joined by hyphens within dot-separated concerns, such as {@code image.truncated}
 * @param where the file, record or place: a path, {@code labels.jsonl:17}, {@code page 3}
 * @param facts values named in the message
 */
public record Problem(String code, String where, Map<String, String> facts) {
    public Problem {
        if (!code.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            throw new IllegalArgumentException("problem code '%s' is not of the form concern.what".formatted(code));
        }
        facts = Map.copyOf(facts);
    }

    public static Problem of(String code, String where) {
        return new Problem(code, where, Map.of());
    }

    /** With facts given as name, value, name, value. */
    public static Problem of(String code, String where, String... facts) {
        if (facts.length % 2 != 0) {
            throw new IllegalArgumentException("facts come in pairs, got " + facts.length);
        }
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            map.put(facts[i], facts[i + 1]);
        }
        return new Problem(code, where, map);
    }
}
