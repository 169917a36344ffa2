package sigmark.analysis.recognition.cdm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sigmark.inference.latex.render.Glyph;

/**
 * Turns glyphs in drawing order into CDM's tokens: a radical's sign and its bar are one, so are a stroke and what it
 * negates, the pieces of a long arrow, integrals of one command and a binomial's two brackets; bars are tokens only as
 * fractions and as lines over or under something.
 */
final class GlyphJoins {
    private static final double TOUCH = 0.12;
    private static final double FLAT = 1.2;

    /** Gap in em that a line over or under its content leaves at most; one between the rows of a table leaves more. */
    private static final double NEAR_BAR = 0.2;

    private static final Map<String, String> NAMES =
            Map.of("\\sphat", "\\widehat", "\\sptilde", "\\widetilde", "\u00c4", "\\ddot");
    private static final Map<String, String> NEGATED = Map.of("=", "\\ne", "\\in", "\\notin", "\\ni", "\\notni");

    private final List<Glyph> drawn;
    private final List<String> tokens;
    private final List<Glyph> joined = new ArrayList<>();

    private GlyphJoins(List<Glyph> drawn, List<String> tokens) {
        this.drawn = drawn;
        this.tokens = tokens;
    }

    static List<Glyph> joined(List<Glyph> drawn, List<String> tokens) {
        GlyphJoins joins = new GlyphJoins(drawn, tokens);
        int next = 0;
        while (next < drawn.size()) {
            next = joins.take(next);
        }
        return tokens.contains("\\binom") ? binomials(joins.joined, tokens) : joins.joined;
    }

    /** Takes the glyph at this place and what belongs to it; answers the next place. */
    private int take(int at) {
        Glyph glyph = drawn.get(at);
        boolean more = at + 1 < drawn.size();
        return switch (glyph.token()) {
            case "\\sqrt" -> {
                boolean bar = more && drawn.get(at + 1).token().equals("\\rule");
                joined.add(bar ? union("\\sqrt", glyph, drawn.get(at + 1)) : glyph);
                yield at + (bar ? 2 : 1);
            }
            case "\\not" -> {
                String name = more ? NEGATED.getOrDefault(drawn.get(at + 1).token(), "") : "";
                joined.add(name.isEmpty() ? glyph : union(name, glyph, drawn.get(at + 1)));
                yield at + (name.isEmpty() ? 1 : 2);
            }
            case "\\rule" -> {
                barName(at).ifPresent(name -> joined.add(named(name, glyph)));
                yield at + 1;
            }
            case "-", "\\to" -> arrow(at);
            case "." -> dots(at);
            case "\\int" -> integrals(at);
            case "\\{", "\\}" -> {
                boolean flat = glyph.right() - glyph.left() > FLAT * (glyph.bottom() - glyph.top());
                String name = tokens.contains("\\overbrace") ? "\\overbrace" : "\\underbrace";
                joined.add(flat ? named(name, glyph) : glyph);
                yield at + 1;
            }
            default -> {
                joined.add(named(NAMES.getOrDefault(glyph.token(), glyph.token()), glyph));
                yield at + 1;
            }
        };
    }

    private Optional<String> barName(int at) {
        Glyph bar = drawn.get(at);
        if (bar.bottom() - bar.top() > bar.right() - bar.left()) {
            return Optional.empty();
        }
        if (fractionBar(at)) {
            return Optional.of("\\frac");
        }
        double above = Double.POSITIVE_INFINITY;
        double below = Double.POSITIVE_INFINITY;
        for (Glyph glyph : drawn) {
            if (!glyph.token().equals("\\rule") && within(glyph, bar)) {
                boolean over = glyph.top() + glyph.bottom() < bar.top() + bar.bottom();
                above = over ? Math.min(above, bar.top() - glyph.bottom()) : above;
                below = over ? below : Math.min(below, glyph.top() - bar.bottom());
            }
        }
        if (tokens.contains("\\hline") && Math.min(above, below) > NEAR_BAR) {
            return Optional.empty();
        }
        String nearer = below < above ? "\\overline" : "\\underline";
        String other = below < above ? "\\underline" : "\\overline";
        return Stream.of(nearer, other).filter(tokens::contains).findFirst();
    }

    /** What was drawn just before stands above the bar, and what comes next below it. */
    private boolean fractionBar(int at) {
        if (at == 0 || at + 1 == drawn.size() || !tokens.contains("\\frac")) {
            return false;
        }
        Glyph bar = drawn.get(at);
        Glyph before = drawn.get(at - 1);
        Glyph after = drawn.get(at + 1);
        return (!tokens.contains("\\hline") || hugged(bar))
                && within(before, bar)
                && within(after, bar)
                && before.bottom() <= bar.top() + TOUCH
                && after.top() >= bar.bottom() - TOUCH
                && before.top() < bar.top();
    }

    /** A fraction's bar begins where its wider part does; a table's begins before its cells do. */
    private boolean hugged(Glyph bar) {
        return drawn.stream()
                .filter(glyph -> !glyph.token().equals("\\rule") && within(glyph, bar))
                .anyMatch(glyph -> glyph.left() - bar.left() < NEAR_BAR);
    }

    private static boolean within(Glyph glyph, Glyph bar) {
        double middle = (glyph.left() + glyph.right()) / 2;
        return middle >= bar.left() && middle <= bar.right();
    }

    private int arrow(int at) {
        int next = at;
        Glyph whole = drawn.get(at);
        while (next + 1 < drawn.size() && overlaps(whole, drawn.get(next + 1))) {
            next++;
            whole = union("-", whole, drawn.get(next));
        }
        String head = drawn.get(next).token();
        boolean lone =
                next == at && !(head.equals("\\to") && !tokens.contains("\\to") && tokens.contains("\\overrightarrow"));
        if (lone || !(head.equals("\\to") || head.equals("\\leftarrow"))) {
            joined.add(drawn.get(at));
            return at + 1;
        }
        String way = head.equals("\\to") ? "right" : "left";
        String over = "\\over" + way + "arrow";
        joined.add(named(tokens.contains(over) ? over : "\\x" + way + "arrow", whole));
        return next + 1;
    }

    private static boolean overlaps(Glyph whole, Glyph next) {
        boolean piece = next.token().equals("-")
                || next.token().equals("\\to")
                || next.token().equals("\\leftarrow");
        double middle = (whole.top() + whole.bottom()) / 2;
        return piece && next.left() < whole.right() && next.top() < middle && next.bottom() > middle;
    }

    private int dots(int at) {
        int count = tokens.contains("\\ddddot") ? 4 : tokens.contains("\\dddot") ? 3 : 1;
        Glyph whole = drawn.get(at);
        int taken = 1;
        while (taken < count && at + taken < drawn.size() && raised(drawn.get(at + taken))) {
            whole = union(".", whole, drawn.get(at + taken));
            taken++;
        }
        joined.add(named(taken > 1 ? "\\" + "d".repeat(taken) + "ot" : ".", whole));
        return at + taken;
    }

    private static boolean raised(Glyph glyph) {
        return glyph.token().equals(".") && glyph.bottom() < -TOUCH;
    }

    private int integrals(int at) {
        int count = tokens.contains("\\iiint") ? 3 : tokens.contains("\\iint") ? 2 : 1;
        Glyph whole = drawn.get(at);
        int taken = 1;
        while (taken < count
                && at + taken < drawn.size()
                && drawn.get(at + taken).token().equals("\\int")) {
            whole = union("\\int", whole, drawn.get(at + taken));
            taken++;
        }
        joined.add(named("\\" + "i".repeat(taken - 1) + "int", whole));
        return at + taken;
    }

    /** Brackets that no token asks for are binomials': the first opening and the last closing of each. */
    private static List<Glyph> binomials(List<Glyph> glyphs, List<String> tokens) {
        List<Glyph> found = new ArrayList<>(glyphs);
        long left = tokens.stream().filter("\\binom"::equals).count();
        long brackets = tokens.stream().filter("("::equals).count();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < found.size() && left > 0; i++) {
            String token = found.get(i).token();
            if (token.equals("(")) {
                open.push(i);
            } else if (token.equals(")") && !open.isEmpty()) {
                int start = open.pop();
                boolean tall = found.get(i).bottom() - found.get(i).top() > FLAT;
                if (tall || brackets == 0) {
                    found.set(start, union("\\binom", found.get(start), found.get(i)));
                    found.remove(i);
                    i--;
                    left--;
                }
            }
        }
        return found;
    }

    private static Glyph named(String name, Glyph glyph) {
        return new Glyph(name, glyph.left(), glyph.top(), glyph.right(), glyph.bottom());
    }

    private static Glyph union(String name, Glyph a, Glyph b) {
        return new Glyph(
                name,
                Math.min(a.left(), b.left()),
                Math.min(a.top(), b.top()),
                Math.max(a.right(), b.right()),
                Math.max(a.bottom(), b.bottom()));
    }
}
