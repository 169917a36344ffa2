package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;

/** Letters that stand side by side in mathematics, without a blank between: what may be a word. */
final class LetterRuns {
    private static final Set<String> ALPHABETS =
            Set.of("\\mathrm", "\\operatorname", "\\mathop", "\\mathit", "\\mathbf", "\\mathsf", "\\mathtt");

    private LetterRuns() {}

    /** Tokens {@code from} to {@code to}, the latter excluded, and their letters. */
    record Run(int from, int to, String letters) {}

    /** Runs of two and more ASCII letters, those in {@code \mathrm} and its kin left out. */
    static List<Run> of(LatexSyntax syntax) {
        List<Run> runs = new ArrayList<>();
        List<String> texts = syntax.texts();
        int i = 0;
        while (i < texts.size()) {
            if (ALPHABETS.contains(texts.get(i))) {
                i = Math.max(i + 1, syntax.end(i));
                continue;
            }
            int end = i;
            while (end < texts.size() && isLetter(syntax, end) && (end == i || touches(syntax, end))) {
                end++;
            }
            if (end - i >= 2) {
                runs.add(new Run(i, end, String.join("", texts.subList(i, end))));
            }
            i = Math.max(i + 1, end);
        }
        return runs;
    }

    private static boolean isLetter(LatexSyntax syntax, int i) {
        String text = syntax.texts().get(i);
        boolean ascii = text.length() == 1 && text.charAt(0) < 128 && Character.isLetter(text.charAt(0));
        return ascii && !syntax.inWords(i) && !syntax.inComment(i);
    }

    private static boolean touches(LatexSyntax syntax, int i) {
        return syntax.tokens().get(i - 1).end() == syntax.tokens().get(i).start();
    }
}
