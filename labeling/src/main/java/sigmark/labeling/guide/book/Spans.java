package sigmark.labeling.guide.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of Markdown. */
final class Spans {
    private static final Pattern LINK = Pattern.compile("(!?)\\[([^\\]]*)\\]\\(([^)\\s]*)\\)");
    private static final String ESCAPABLE = "\\`*_{}[]()#+-.!|$";

    private final String line;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private boolean strong;
    private boolean slanted;

    private Spans(String line) {
        this.line = line;
    }

    static List<Span> of(String line) {
        Spans spans = new Spans(line);
        int i = 0;
        while (i < line.length()) {
            i = spans.step(i);
        }
        spans.flush();
        return List.copyOf(spans.spans);
    }

    /** Reads what begins at i and answers where the next begins. */
    private int step(int i) {
        char c = line.charAt(i);
        if (c == '\\' && i + 1 < line.length() && ESCAPABLE.indexOf(line.charAt(i + 1)) >= 0) {
            words.append(line.charAt(i + 1));
            return i + 2;
        }
        if (c == '`' || c == '$') {
            int close = line.indexOf(c, i + 1);
            if (close > i + 1) {
                add(c == '`' ? Span.Kind.CODE : Span.Kind.FORMULA, line.substring(i + 1, close), "");
                return close + 1;
            }
        }
        if (line.startsWith("**", i) && (strong || line.indexOf("**", i + 2) > 0)) {
            flush();
            strong = !strong;
            return i + 2;
        }
        if (c == '*' && (slanted || line.indexOf('*', i + 1) > 0)) {
            flush();
            slanted = !slanted;
            return i + 1;
        }
        if (c == '[' || c == '!') {
            Matcher link = LINK.matcher(line).region(i, line.length());
            if (link.lookingAt()) {
                add(link.group(1).isEmpty() ? Span.Kind.LINK : Span.Kind.PICTURE, link.group(2), link.group(3));
                return link.end();
            }
        }
        words.append(c);
        return i + 1;
    }

    private void add(Span.Kind kind, String text, String target) {
        flush();
        spans.add(new Span(kind, text, target, strong, slanted));
    }

    private void flush() {
        if (words.length() > 0) {
            spans.add(new Span(Span.Kind.WORDS, words.toString(), "", strong, slanted));
            words.setLength(0);
        }
    }
}
