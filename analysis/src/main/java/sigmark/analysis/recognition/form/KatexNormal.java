package sigmark.analysis.recognition.form;

import java.util.List;
import java.util.regex.Pattern;
import sigmark.inference.latex.LatexTokenizer;

/** The normal form of im2markup and its two copies. What KaTeX refuses is split into tokens, and never empty. */
final class KatexNormal implements NormalForm {
    private static final Pattern LABEL = Pattern.compile("\\\\label \\{ .*? \\}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String name;
    private final String description;
    private final KatexStyle style;

    KatexNormal(String name, String description, KatexStyle style) {
        this.name = name;
        this.description = description;
        this.style = style;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String text(String latex) {
        boolean cdm = style == KatexStyle.CDM;
        String line = cdm ? CdmInput.prepared(latex) : latex;
        if (cdm && line.contains("tabular")) {
            return new KatexTokens().text(line);
        }
        line = KatexInput.roman(line);
        try {
            String text = joined(KatexPrinter.print(KatexReader.read(line).nodes(), style));
            text = LABEL.matcher(text).replaceFirst("").strip();
            return cdm ? CdmInput.named(text) : text;
        } catch (KatexRefusal e) {
            return joined(LatexTokenizer.tokens(line));
        }
    }

    @Override
    public List<String> units(String text) {
        return split(text);
    }

    @Override
    public List<String> words(String text) {
        return split(text);
    }

    static String joined(List<String> tokens) {
        return BLANKS.matcher(String.join(" ", tokens)).replaceAll(" ").strip();
    }

    static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
