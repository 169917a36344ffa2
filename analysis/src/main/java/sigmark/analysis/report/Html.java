package sigmark.analysis.report;

/** Writes HTML; whatever is text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, escaped. */
    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element that holds text; {@code tag} may carry attributes: {@code td class="n"}. */
    Html element(String tag, String text) {
        return open(tag).text(text).close(tag);
    }

    Html open(String tag) {
        out.append('<').append(tag).append('>');
        return this;
    }

    Html close(String tag) {
        int blank = tag.indexOf(' ');
        out.append("</").append(blank < 0 ? tag : tag.substring(0, blank)).append(">\n");
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** Safe between tags and in quoted attributes; characters that no page may hold become a replacement. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.append(c);
                default -> safe.append(c < ' ' ? '\uFFFD' : c);
            }
        }
        return safe.toString();
    }
}
