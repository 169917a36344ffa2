package sigmark.inference.recognize;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may follow what in canonical LaTeX, token by token, so that a recognizer's answer always parses: groups and
 * environments are balanced, commands get their arguments, a nucleus at most one subscript and one superscript, and row
 * and column marks stand in tables only. States are immutable values.
 */
final class AnswerGrammar {
    private static final int SUBSCRIPT = 1;
    private static final int SUPERSCRIPT = 2;
    private static final Set<String> WORDS =
            Set.of("\\text", "\\textbf", "\\textit", "\\texttt", "\\textsf", "\\textrm");
    private static final Set<String> WITH_OPTION = Set.of("\\sqrt", "\\xrightarrow", "\\xleftarrow");
    private static final Set<String> TEXT_SPECIALS = Set.of("&", "^", "_", "#", "$", "%", "{", "~", "\\");
    private static final Set<String> COLUMN_LETTERS = Set.of("l", "c", "r", "|");
    private static final Map<String, Integer> ARGUMENTS = arguments();

    private AnswerGrammar() {}

    /** What surrounds the next token. */
    private enum Kind {
        GROUP,
        WORDS,
        STACK,
        COLUMNS,
        OPTION,
        ENVIRONMENT
    }

    /** What the next token must be. */
    private enum Need {
        ANYTHING,
        GROUP,
        GROUP_OR_OPTION,
        SIGN
    }

    /** An open group or environment; {@code after} says which scripts the nucleus has once it is closed. */
    private record Frame(Optional<Frame> outer, Kind kind, String name, int argumentsLeft, int after, int depth) {}

    /** An answer so far, as far as it matters for what may follow. */
    static final class State {
        private static final State BEGIN = new State(Optional.empty(), Need.ANYTHING, Kind.GROUP, 0, 0, 0);

        private final Optional<Frame> frame;
        private final Need need;
        private final Kind nextKind;
        private final int argumentsNeeded;
        private final int scripts;
        private final int scriptsAfter;

        private State(
                Optional<Frame> frame, Need need, Kind nextKind, int argumentsNeeded, int scripts, int scriptsAfter) {
            this.frame = frame;
            this.need = need;
            this.nextKind = nextKind;
            this.argumentsNeeded = argumentsNeeded;
            this.scripts = scripts;
            this.scriptsAfter = scriptsAfter;
        }

        static State begin() {
            return BEGIN;
        }

        /** Whether the answer may end here. */
        boolean complete() {
            return frame.isEmpty() && need == Need.ANYTHING;
        }

        /** The fewest tokens that complete the answer. */
        int tokensToComplete() {
            int count = need == Need.SIGN ? 1 : 2 * argumentsNeeded;
            for (Optional<Frame> at = frame; at.isPresent(); at = at.get().outer()) {
                Frame open = at.get();
                count += 1 + 2 * open.argumentsLeft() + (open.kind() == Kind.OPTION ? 2 : 0);
            }
            return count;
        }

        /** The state after a token; empty when the token must not stand here. */
        Optional<State> after(String token) {
            return switch (need) {
                case GROUP -> token.equals("{") ? Optional.of(open(nextKind)) : Optional.empty();
                case GROUP_OR_OPTION ->
                    token.equals("{")
                            ? Optional.of(open(nextKind))
                            : token.equals("[") ? Optional.of(openOption()) : Optional.empty();
                case SIGN -> isSign(token) ? Optional.of(plain()) : Optional.empty();
                case ANYTHING -> inside(token);
            };
        }

        private Optional<State> inside(String token) {
            Kind kind = frame.map(Frame::kind).orElse(Kind.GROUP);
            if (token.equals("}")) {
                return frame.isPresent() && kind != Kind.ENVIRONMENT && kind != Kind.OPTION
                        ? Optional.of(close())
                        : Optional.empty();
            }
            if (kind == Kind.COLUMNS) {
                return COLUMN_LETTERS.contains(token) ? Optional.of(this) : Optional.empty();
            }
            if (kind == Kind.WORDS) {
                boolean letter = token.codePointCount(0, token.length()) == 1 && !TEXT_SPECIALS.contains(token);
                return letter || token.equals("\\ ") ? Optional.of(this) : Optional.empty();
            }
            return mathematics(token, kind);
        }

        private Optional<State> mathematics(String token, Kind kind) {
            switch (token) {
                case "{":
                    return Optional.of(new State(frame, Need.GROUP, Kind.GROUP, 1, 0, 0).open(Kind.GROUP));
                case "_":
                    return scripts == 0 ? Optional.of(script(SUBSCRIPT)) : Optional.empty();
                case "^":
                    return (scripts & SUPERSCRIPT) == 0 ? Optional.of(script(SUPERSCRIPT)) : Optional.empty();
                case "&", "\\hline":
                    return kind == Kind.ENVIRONMENT ? Optional.of(plain()) : Optional.empty();
                case "\\\\":
                    return kind == Kind.ENVIRONMENT || kind == Kind.STACK ? Optional.of(plain()) : Optional.empty();
                case "]":
                    return Optional.of(kind == Kind.OPTION ? closeOption() : plain());
                case "\\not":
                    return Optional.of(new State(frame, Need.SIGN, Kind.GROUP, 0, 0, 0));
                default:
                    return command(token, kind);
            }
        }

        private Optional<State> command(String token, Kind kind) {
            if (token.startsWith("\\begin{")) {
                return Optional.of(begin(token.substring("\\begin{".length(), token.length() - 1)));
            }
            if (token.startsWith("\\end{")) {
                String name = token.substring("\\end{".length(), token.length() - 1);
                boolean fits = kind == Kind.ENVIRONMENT
                        && frame.map(Frame::name).orElse("").equals(name);
                return fits ? Optional.of(close()) : Optional.empty();
            }
            Integer arguments = ARGUMENTS.get(token);
            if (arguments == null) {
                return token.equals("\\") ? Optional.empty() : Optional.of(plain());
            }
            Need next = WITH_OPTION.contains(token) ? Need.GROUP_OR_OPTION : Need.GROUP;
            Kind inside = WORDS.contains(token) ? Kind.WORDS : token.equals("\\substack") ? Kind.STACK : Kind.GROUP;
            return Optional.of(new State(frame, next, inside, arguments, 0, 0));
        }

        private State begin(String name) {
            Frame opened = new Frame(frame, Kind.ENVIRONMENT, name, 0, 0, depth() + 1);
            boolean columns = name.equals("array");
            return new State(
                    Optional.of(opened),
                    columns ? Need.GROUP : Need.ANYTHING,
                    columns ? Kind.COLUMNS : Kind.GROUP,
                    columns ? 1 : 0,
                    0,
                    0);
        }

        private State script(int which) {
            return new State(frame, Need.GROUP, Kind.GROUP, 1, 0, scripts | which);
        }

        private State open(Kind kind) {
            Frame opened = new Frame(frame, kind, "", argumentsNeeded - 1, scriptsAfter, depth() + 1);
            return new State(Optional.of(opened), Need.ANYTHING, Kind.GROUP, 0, 0, 0);
        }

        private State openOption() {
            Frame opened = new Frame(frame, Kind.OPTION, "", 0, 0, depth() + 1);
            return new State(Optional.of(opened), Need.ANYTHING, Kind.GROUP, 0, 0, 0);
        }

        private State close() {
            Frame closed = frame.orElseThrow();
            return closed.argumentsLeft() > 0
                    ? new State(closed.outer(), Need.GROUP, closed.kind(), closed.argumentsLeft(), 0, 0)
                    : new State(closed.outer(), Need.ANYTHING, Kind.GROUP, 0, closed.after(), 0);
        }

        private State closeOption() {
            return new State(frame.orElseThrow().outer(), Need.GROUP, Kind.GROUP, 1, 0, 0);
        }

        private State plain() {
            return new State(frame, Need.ANYTHING, Kind.GROUP, 0, 0, 0);
        }

        private int depth() {
            return frame.map(Frame::depth).orElse(0);
        }

        private static boolean isSign(String token) {
            return !ARGUMENTS.containsKey(token)
                    && !token.startsWith("\\begin{")
                    && !token.startsWith("\\end{")
                    && !Set.of("{", "}", "_", "^", "&", "\\\\", "\\hline", "\\not", "\\", "[", "]")
                            .contains(token);
        }
    }

    private static Map<String, Integer> arguments() {
        Map<String, Integer> arguments = new HashMap<>();
        for (String name : ("sqrt mathrm mathbf mathbb mathcal mathfrak mathscr mathsf mathit mathtt boldsymbol bar hat"
                        + " vec dot ddot dddot tilde check acute grave breve mathring overline underline widehat widetilde"
                        + " overrightarrow overleftarrow overleftrightarrow underrightarrow underleftarrow underbrace"
                        + " overbrace overparen underparen boxed substack xrightarrow xleftarrow operatorname cancel")
                .split(" ")) {
            arguments.put("\\" + name, 1);
        }
        WORDS.forEach(name -> arguments.put(name, 1));
        for (String name : "frac binom overset underset rule".split(" ")) {
            arguments.put("\\" + name, 2);
        }
        return Map.copyOf(arguments);
    }
}
