package sigmark.inference.latex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands and environments that formulas may use, from the shipped list {@code symbols/commands.txt}. */
public final class LatexCommands {
    private static final String RESOURCE = "/sigmark/symbols/commands.txt";
    private static final Map<String, Set<String>> SECTIONS = read();
    private static final Map<String, Integer> ARGUMENTS = arguments();

    private LatexCommands() {}

    /** Whether a token is a control symbol, or a control word of the list. */
    public static boolean known(String token) {
        return !isWord(token) || ARGUMENTS.containsKey(token.substring(1));
    }

    /** Whether a command is refused: it defines, reads files, or makes sizes that nobody can bound. */
    public static boolean refused(String token) {
        return isWord(token) && section("refused").contains(token.substring(1));
    }

    /** How many arguments a command takes; 0 for unknown ones. */
    public static int arguments(String token) {
        return isWord(token) ? ARGUMENTS.getOrDefault(token.substring(1), 0) : 0;
    }

    /** Whether a command may have an argument in brackets before the others. */
    public static boolean takesOption(String token) {
        return isWord(token) && section("option").contains(token.substring(1));
    }

    /** Whether an environment, named with or without a star, is known. */
    public static boolean knownEnvironment(String name) {
        String plain = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        return section("environment").contains(plain);
    }

    /** Known commands, each with its backslash, in no order. */
    public static Set<String> all() {
        Set<String> all = new HashSet<>();
        ARGUMENTS.keySet().forEach(name -> all.add("\\" + name));
        return all;
    }

    /** Known environments, without stars, in no order. */
    public static Set<String> environments() {
        return Set.copyOf(section("environment"));
    }

    static boolean isWord(String token) {
        return token.length() > 1
                && token.charAt(0) == '\\'
                && LatexTokenizer.isLetter(token.charAt(1))
                && !token.endsWith("}");
    }

    private static Set<String> section(String name) {
        return SECTIONS.getOrDefault(name, Set.of());
    }

    private static Map<String, Integer> arguments() {
        Map<String, Integer> arguments = new HashMap<>();
        for (String count : List.of("0", "1", "2", "3", "6")) {
            section(count).forEach(name -> arguments.put(name, Integer.valueOf(count)));
        }
        return arguments;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sections = new HashMap<>();
        InputStream stream = LatexCommands.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("missing from the class path: " + RESOURCE);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Set<String> section = new HashSet<>();
            for (String line : reader.lines().toList()) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new HashSet<>());
                } else if (!line.startsWith("#")) {
                    section.addAll(List.of(line.split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }
}
