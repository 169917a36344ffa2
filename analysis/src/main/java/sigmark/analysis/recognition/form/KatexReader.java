package sigmark.analysis.recognition.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.analysis.recognition.form.KatexNode.Kind;

/**
 * Reads a formula as im2markup's patched KaTeX 0.6 does: what it does not know is a sign, a second script replaces the
 * first, and few mistakes are refused. Written from the program's behaviour, not from its text.
 */
final class KatexReader {
    private static final int MAX_DEPTH = 150;
    private static final Set<String> ENDS = Set.of("}", "\\end", "\\right", "&", "\\\\", "\\cr");
    private static final Set<String> PLAIN_TABLES = Set.of("\\matrix", "\\pmatrix", "\\cases");

    private final KatexLexer lexer;
    private final KatexTables tables = new KatexTables(this);
    private final List<String> echo = new ArrayList<>();
    private KatexLexer.Token next;
    private int at;
    private boolean words;
    private int depth;

    private KatexReader(String text) {
        lexer = new KatexLexer(text);
        next = lexer.at(0, false);
    }

    /** What was read. @param tokens in the order of the text, an environment's name in one token of its own */
    record Tree(List<KatexNode> nodes, List<String> tokens) {}

    static Tree read(String text) throws KatexRefusal {
        KatexReader reader = new KatexReader(text);
        List<KatexNode> nodes = reader.expression(false, "");
        reader.expect(KatexLexer.END, false);
        return new Tree(nodes, reader.echo);
    }

    String nextText() {
        return next.text();
    }

    void consume() {
        echo.add(next.text());
        at = next.end();
        next = lexer.at(at, words);
    }

    void expect(String text, boolean consume) throws KatexRefusal {
        if (!next.text().equals(text)) {
            throw new KatexRefusal("expected " + text);
        }
        if (consume) {
            consume();
        }
    }

    /** Atoms up to the end of the group, cell or row, or up to a token; an infix command takes both its sides. */
    List<KatexNode> expression(boolean stopAtInfix, String stop) throws KatexRefusal {
        deeper();
        List<KatexNode> body = new ArrayList<>();
        while (!ENDS.contains(next.text()) && !next.text().equals(stop)) {
            KatexLexer.Token first = next;
            int place = at;
            int echoed = echo.size();
            KatexNode atom = atom();
            if (atom.is(Kind.NONE)) {
                break;
            }
            if (stopAtInfix && atom.is(Kind.INFIX)) {
                next = first;
                at = place;
                echo.subList(echoed, echo.size()).clear();
                break;
            }
            body.add(atom);
        }
        depth--;
        return withInfix(body);
    }

    private void deeper() throws KatexRefusal {
        if (++depth > MAX_DEPTH) {
            throw new KatexRefusal("nested too deep");
        }
    }

    private static List<KatexNode> withInfix(List<KatexNode> body) throws KatexRefusal {
        int found = -1;
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i).is(Kind.INFIX)) {
                if (found >= 0) {
                    throw new KatexRefusal("two infix commands in one group");
                }
                found = i;
            }
        }
        if (found < 0) {
            return body;
        }
        Kind kind = body.get(found).text().equals("\\over") ? Kind.FRACTION : Kind.BINOMIAL;
        return List.of(
                KatexNode.of(kind, "", side(body.subList(0, found)), side(body.subList(found + 1, body.size()))));
    }

    private static KatexNode side(List<KatexNode> body) {
        return body.size() == 1 && body.get(0).is(Kind.GROUP) ? body.get(0) : KatexNode.group(body);
    }

    private KatexNode atom() throws KatexRefusal {
        KatexNode base = implicitGroup();
        if (words) {
            return base;
        }
        KatexNode sub = KatexNode.NONE;
        KatexNode sup = KatexNode.NONE;
        while (true) {
            String text = next.text();
            if (text.equals("\\limits") || text.equals("\\nolimits")) {
                if (!base.is(Kind.OPERATOR)) {
                    throw new KatexRefusal("limits without an operator");
                }
                String name = base.parts().isEmpty() ? "" : text.equals("\\limits") ? "*" : "";
                base = base.parts().isEmpty() ? base : KatexNode.of(Kind.OPERATOR, base.text(), KatexNode.sign(name));
                consume();
            } else if (text.equals("^")) {
                sup = script();
            } else if (text.equals("_")) {
                sub = script();
            } else if (text.equals("'")) {
                sup = primes();
            } else {
                break;
            }
        }
        return sub.is(Kind.NONE) && sup.is(Kind.NONE) ? base : KatexNode.of(Kind.SCRIPTS, "", base, sub, sup);
    }

    private KatexNode primes() {
        List<KatexNode> primes = new ArrayList<>();
        while (next.text().equals("'")) {
            primes.add(KatexNode.sign("\\prime"));
            consume();
        }
        return KatexNode.group(primes);
    }

    private KatexNode script() throws KatexRefusal {
        consume();
        String command = next.text();
        if (!KatexCommands.isFunction(command)) {
            return group();
        }
        if (KatexCommands.greediness(command) <= 1) {
            throw new KatexRefusal(command + " as a script");
        }
        consume();
        return function(command);
    }

    private KatexNode implicitGroup() throws KatexRefusal {
        String command = next.text();
        if (PLAIN_TABLES.contains(command)) {
            consume();
            return tables.plain(command.substring(1));
        }
        if (!KatexCommands.isFunction(command)) {
            return group();
        }
        consume();
        if (command.equals("\\left")) {
            return fence();
        }
        if (command.equals("\\begin")) {
            return tables.environment();
        }
        if (KatexCommands.SWITCHES.contains(command)) {
            return new KatexNode(Kind.SWITCH, command, expression(false, ""));
        }
        if (KatexCommands.STYLES.contains(command)) {
            return new KatexNode(Kind.SWITCH, command, expression(true, ""));
        }
        return function(command);
    }

    private KatexNode fence() throws KatexRefusal {
        List<KatexNode> parts = new ArrayList<>();
        parts.add(delimiter());
        List<KatexNode> body = expression(false, "");
        expect("\\right", true);
        parts.add(delimiter());
        parts.addAll(body);
        return new KatexNode(Kind.FENCE, "", parts);
    }

    private KatexNode delimiter() throws KatexRefusal {
        KatexNode found = group();
        if (!found.is(Kind.SIGN) || !KatexCommands.isDelimiter(found.text())) {
            throw new KatexRefusal("no delimiter");
        }
        return found;
    }

    /** A command that has been consumed, with its arguments. */
    KatexNode function(String command) throws KatexRefusal {
        if (KatexCommands.NAMES.contains(command) || KatexCommands.LIMIT_NAMES.contains(command)) {
            String star = KatexCommands.NAMES.contains(command) ? "" : "*";
            return KatexNode.of(Kind.OPERATOR, command, KatexNode.sign(star));
        }
        if (KatexCommands.BIG_SIGNS.contains(command)) {
            return KatexNode.of(Kind.OPERATOR, command);
        }
        if (KatexCommands.TEXTS.contains(command)) {
            return new KatexNode(Kind.TEXT, command, wordGroup().inner());
        }
        if (KatexCommands.FRACTIONS.contains(command) || KatexCommands.BINOMIALS.contains(command)) {
            Kind kind = KatexCommands.FRACTIONS.contains(command) ? Kind.FRACTION : Kind.BINOMIAL;
            KatexNode numerator = argument(command);
            return KatexNode.of(kind, "", numerator, argument(command));
        }
        if (KatexCommands.SIZES.contains(command)) {
            return KatexNode.of(Kind.SIZED, command, delimiter());
        }
        return switch (command) {
            case "\\sqrt" -> {
                KatexNode index = option();
                yield KatexNode.of(Kind.ROOT, command, index, argument(command));
            }
            case "\\over", "\\choose" -> KatexNode.of(Kind.INFIX, command);
            case "\\phantom" ->
                new KatexNode(Kind.PHANTOM, command, argument(command).inner());
            case "\\rule" -> {
                size("[", "]", true);
                KatexNode width = size("{", "}", false);
                yield KatexNode.of(Kind.RULE, command, width, size("{", "}", false));
            }
            case "\\\\", "\\cr" -> KatexNode.of(Kind.END, command, size("[", "]", true));
            default -> oneArgument(command);
        };
    }

    private KatexNode oneArgument(String command) throws KatexRefusal {
        if (KatexCommands.ACCENTS.contains(command)) {
            return KatexNode.of(Kind.ACCENT, command, argument(command));
        }
        if (KatexCommands.LINES.contains(command)) {
            return KatexNode.of(Kind.LINE, command, argument(command));
        }
        if (KatexCommands.LAPS.contains(command) || KatexCommands.ONE_ARGUMENT.contains(command)) {
            String name =
                    switch (command) {
                        case "\\Bbb" -> "\\mathbb";
                        case "\\bold" -> "\\mathbf";
                        case "\\frak" -> "\\mathfrak";
                        default -> command;
                    };
            return KatexNode.of(Kind.COMMAND, name, argument(command));
        }
        throw new KatexRefusal(command + " out of place");
    }

    private KatexNode argument(String command) throws KatexRefusal {
        deeper();
        String first = next.text();
        KatexNode found;
        if (!KatexCommands.isFunction(first)) {
            found = group();
        } else if (KatexCommands.greediness(first) > KatexCommands.greediness(command)) {
            consume();
            found = function(first);
        } else {
            throw new KatexRefusal(first + " as an argument of " + command);
        }
        if (found.is(Kind.NONE)) {
            throw new KatexRefusal("no argument after " + command);
        }
        depth--;
        return found;
    }

    private KatexNode option() throws KatexRefusal {
        if (!next.text().equals("[")) {
            return KatexNode.NONE;
        }
        consume();
        List<KatexNode> body = expression(false, "]");
        expect("]", true);
        return KatexNode.group(body);
    }

    private KatexNode size(String open, String close, boolean optional) throws KatexRefusal {
        if (optional && !next.text().equals(open)) {
            return KatexNode.NONE;
        }
        expect(open, true);
        KatexLexer.Token size = lexer.size(at);
        echo.add(size.text().replace(" ", ""));
        at = size.end();
        next = lexer.at(at, words);
        expect(close, true);
        return KatexNode.sign(size.text());
    }

    /** The group in words: blanks count in it. */
    KatexNode wordGroup() throws KatexRefusal {
        boolean outer = words;
        words = true;
        at = lexer.afterBlanks(at);
        next = lexer.at(at, true);
        KatexNode found = KatexCommands.isFunction(next.text()) ? KatexNode.NONE : group();
        words = outer;
        next = lexer.at(at, outer);
        if (found.is(Kind.NONE)) {
            throw new KatexRefusal("no words");
        }
        return found;
    }

    /** A group in braces, or one sign that is not a function; nothing at the end. */
    KatexNode group() throws KatexRefusal {
        if (next.text().equals("{")) {
            consume();
            List<KatexNode> body = expression(false, "");
            expect("}", true);
            return KatexNode.group(body);
        }
        String text = next.text();
        if (text.equals(KatexLexer.END)) {
            return KatexNode.NONE;
        }
        if (KatexCommands.isFunction(text)) {
            consume();
            return function(text);
        }
        consume();
        return KatexNode.sign(text);
    }

    /** An environment's name, read in words; in the echo it is one token with its braces. */
    String environmentName() throws KatexRefusal {
        int echoed = echo.size();
        StringBuilder name = new StringBuilder();
        wordGroup().inner().forEach(part -> name.append(part.text()));
        echo.subList(echoed, echo.size()).clear();
        echo.add("{" + name + "}");
        return name.toString();
    }
}
