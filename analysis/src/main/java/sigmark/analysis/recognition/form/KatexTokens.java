package sigmark.analysis.recognition.form;

import java.util.List;
import sigmark.inference.latex.LatexTokenizer;

/** im2markup's {@code tokenize}: one token a command or character, the author's notation kept. */
final class KatexTokens implements NormalForm {
    @Override
    public String name() {
        return "im2markup-tokens";
    }

    @Override
    public String description() {
        return "im2markup's tokens: the author's notation, split; tokens";
    }

    @Override
    public String text(String latex) {
        String line = KatexInput.prepared(latex);
        try {
            return KatexNormal.joined(KatexReader.read(line).tokens());
        } catch (KatexRefusal e) {
            return KatexNormal.joined(LatexTokenizer.tokens(line));
        }
    }

    @Override
    public List<String> units(String text) {
        return KatexNormal.split(text);
    }

    @Override
    public List<String> words(String text) {
        return KatexNormal.split(text);
    }
}
