package sigmark.labeling.guide.check;

import java.util.List;
import java.util.regex.Pattern;
import sigmark.inference.latex.LatexSyntax;

/** Puts other text into places of a LaTeX text, so that no command runs into a letter behind it. */
final class LatexPatch {
    private static final Pattern ENDS_IN_WORD = Pattern.compile("(?s).*\\\\[A-Za-z]+");

    private LatexPatch() {}

    /** The text with each place that has something else to stand there replaced; places in order, apart. */
    static String apply(LatexSyntax syntax, List<LatexCheck.Place> places) {
        String latex = syntax.latex();
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (LatexCheck.Place place : places) {
            int start = syntax.tokens().get(place.from()).start();
            int end = syntax.tokens().get(place.to() - 1).end();
            if (place.instead().isEmpty() || start < at) {
                continue;
            }
            join(text, latex.substring(at, start));
            join(text, place.instead().get());
            at = end;
        }
        join(text, latex.substring(at));
        return text.toString().strip();
    }

    /** Appends, with a blank where a command would meet a letter. */
    static void join(StringBuilder text, String more) {
        if (more.isEmpty()) {
            return;
        }
        boolean meets = Character.isLetter(more.codePointAt(0))
                && ENDS_IN_WORD.matcher(lastPart(text)).matches();
        boolean twoBlanks = more.charAt(0) == ' ' && text.length() > 0 && text.charAt(text.length() - 1) == ' ';
        text.append(meets ? " " : "").append(twoBlanks ? more.substring(1) : more);
    }

    private static String lastPart(StringBuilder text) {
        return text.substring(Math.max(0, text.length() - 40));
    }
}
