package sigmark.analysis.recognition.form;

import java.util.List;

/**
 * A piece of a formula as KaTeX 0.6 reads it.
 *
 * @param text the sign, or the command's name; for {@link Kind#ARRAY} the environment's name
 * @param parts what it holds; see {@link Kind}
 */
record KatexNode(Kind kind, String text, List<KatexNode> parts) {
    /** Nothing stands where something must; cannot be printed. */
    static final KatexNode NONE = new KatexNode(Kind.NONE, "", List.of());

    /** How parts are to be read. */
    enum Kind {
        NONE,
        /** One token. */
        SIGN,
        /** An operator's sign or name, which takes limits. */
        OPERATOR,
        /** Braces around its parts. */
        GROUP,
        /** Words: its parts. */
        TEXT,
        /** Base, subscript, superscript. */
        SCRIPTS,
        /** Numerator, denominator. */
        FRACTION,
        BINOMIAL,
        /** An infix {@code \over} or {@code \choose} before it has found its sides. */
        INFIX,
        /** Columns (a row of signs, or none), then rows of groups. */
        ARRAY,
        ROW,
        /** Index or none, radicand. */
        ROOT,
        /** Left and right delimiter, then what stands between. */
        FENCE,
        ACCENT,
        /** A command with one argument, printed as it came. */
        COMMAND,
        /** Size and delimiter. */
        SIZED,
        /** A switch of style or font, and what it governs. */
        SWITCH,
        /** A line over or under its part. */
        LINE,
        /** Width, height. */
        RULE,
        PHANTOM,
        /** The end of a row, or of an environment. */
        END
    }

    KatexNode {
        parts = List.copyOf(parts);
    }

    static KatexNode sign(String text) {
        return new KatexNode(Kind.SIGN, text, List.of());
    }

    static KatexNode group(List<KatexNode> parts) {
        return new KatexNode(Kind.GROUP, "", parts);
    }

    static KatexNode of(Kind kind, String text, KatexNode... parts) {
        return new KatexNode(kind, text, List.of(parts));
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** What stands in its braces, or itself. */
    List<KatexNode> inner() {
        return kind == Kind.GROUP ? parts : List.of(this);
    }
}
