package sigmark.analysis.recognition.form;

import java.util.regex.Pattern;

/** What im2markup does to the text before KaTeX reads it. */
final class KatexInput {
    private static final Pattern LABEL = Pattern.compile("\\\\label\\{.*?\\}");
    private static final Pattern DOLLAR = Pattern.compile("(?<!\\\\)\\$");
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)%.*");
    private static final Pattern SKIP = Pattern.compile("\\\\hskip\\s*(-?[\\d.\\s]+(?:cm|in|pt|mm|em))");
    private static final Pattern ROMAN = Pattern.compile("\\{ ?\\\\rm(?![A-Za-z])");
    private static final Pattern ROMAN_GROUP = Pattern.compile("\\\\rm\\{");

    private KatexInput() {}

    /** One line without comments, dollars, labels; row ends outside environments are thin spaces. */
    static String prepared(String latex) {
        String line = latex.startsWith("%") ? latex.substring(1) : latex;
        line = line.replace('\r', ' ').replace('\n', ' ').strip();
        line = COMMENT.matcher(line).replaceFirst("");
        line = SKIP.matcher(line).replaceAll("\\\\hspace{$1}");
        line = line.replace("\\~", " ").replace("\\>", " ");
        line = DOLLAR.matcher(line).replaceAll(" ");
        line = LABEL.matcher(line).replaceAll("");
        boolean table =
                line.contains("matrix") || line.contains("cases") || line.contains("array") || line.contains("begin");
        return (table ? line : line.replace("\\\\", "\\,")) + " ";
    }

    /** The same with {@code \rm} as {@code \mathrm}, for the normal form. */
    static String roman(String latex) {
        String line = ROMAN.matcher(prepared(latex)).replaceAll("\\\\mathrm{");
        return ROMAN_GROUP.matcher(line).replaceAll("\\\\mathrm{");
    }
}
