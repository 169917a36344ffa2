package sigmark.app.latex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Commands, symbols and snippets that completion and palette offer, read from {@code symbols/symbols.tsv}: group,
 * template with ¦ where the caret stops, preview, English names, Korean names (several parted by commas).
 */
public final class SymbolBook {
    private static final String FILE = "/sigmark/symbols/symbols.tsv";
    private static final int MOST = 60;

    private final List<Candidate> all;

    public SymbolBook(List<Candidate> all) {
        this.all = List.copyOf(all);
    }

    /** The book that ships. */
    public static SymbolBook shipped() {
        try (InputStream in = SymbolBook.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return new SymbolBook(List.of());
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    static SymbolBook read(String text) {
        List<Candidate> all = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> parts = List.of(line.split("\t"));
            if (parts.size() != 5) {
                throw new IllegalArgumentException("symbols.tsv: five columns expected in: " + line);
            }
            String shown = parts.get(1).replace(String.valueOf(Snippet.STOP), "");
            String preview = parts.get(2).isEmpty() ? shown : parts.get(2);
            all.add(new Candidate(shown, Snippet.of(parts.get(1)), preview, parts.get(3), parts.get(4), parts.get(0)));
        }
        return new SymbolBook(all);
    }

    public List<Candidate> all() {
        return all;
    }

    /** Groups in the order of the file. */
    public List<String> groups() {
        return all.stream().map(Candidate::group).distinct().toList();
    }

    public List<Candidate> group(String group) {
        return all.stream().filter(candidate -> candidate.group().equals(group)).toList();
    }

    /** Commands that begin with what was typed, from its backslash on: exact, then shorter first. */
    public List<Candidate> completing(String typed) {
        return all.stream()
                .filter(candidate -> candidate.shown().startsWith(typed))
                .sorted(Comparator.<Candidate>comparingInt(
                                candidate -> candidate.command().length())
                        .thenComparingInt(candidate -> candidate.shown().length()))
                .limit(MOST)
                .toList();
    }

    /** Looks for a name in either language, for LaTeX, or for the sign itself. */
    public List<Candidate> search(String wish) {
        String wanted = normal(wish);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return all.stream()
                .filter(candidate -> rank(candidate, wanted) < 4)
                .sorted(Comparator.comparingInt(candidate -> rank(candidate, wanted)))
                .limit(MOST)
                .toList();
    }

    private static int rank(Candidate candidate, String wanted) {
        int best = 4;
        for (String name : (candidate.english() + "," + candidate.korean() + "," + candidate.shown()).split(",")) {
            String plain = normal(name);
            if (plain.equals(wanted) || plain.equals("\\" + wanted)) {
                return 0;
            }
            if (plain.startsWith(wanted) || plain.startsWith("\\" + wanted)) {
                best = Math.min(best, 1);
            } else if (plain.contains(" " + wanted)) {
                best = Math.min(best, 2);
            } else if (plain.contains(wanted)) {
                best = Math.min(best, 3);
            }
        }
        return best;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
