package sigmark.analysis.recognition.cdm;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import sigmark.inference.latex.LatexProblem;

/**
 * The spellings that CDM evens out before it lays a formula out, since they would move ink. Full-width punctuation counts
 * only beside Han characters, as in the reference program, or Hangul, which that program cannot draw.
 */
final class CdmText {
    private static final Pattern NAMED = Pattern.compile(
            "\\\\operatorname\\s*\\*?\\s*\\{\\s*(l\\s*i\\s*m|m\\s*a\\s*x|m\\s*i\\s*n|s\\s*u\\s*p|i\\s*n\\s*f)\\s*\\}");
    private static final Pattern SPREAD_NAME = Pattern.compile("\\\\begin\\s*+\\{\\s*+\\w++\\*?+\\s++\\w");
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)%[^\n]*\n?");
    private static final String UNKNOWN = "latex.unknown-command";

    private CdmText() {}

    static String evened(String latex) {
        String text = COMMENT.matcher(latex).replaceAll("$1");
        boolean words = text.codePoints()
                .anyMatch(c ->
                        Character.isIdeographic(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
        for (String wide : List.of("\uff0c,", "\uff1a:", "\uff1b;")) {
            text = text.replace(wide.substring(0, 1), words ? wide.substring(1) : " ");
        }
        text = text.replace("\\begin{cases}", "\\left\\{\\begin{array}{ll}")
                .replace("\\end{cases}", "\\end{array}\\right.");
        return NAMED.matcher(text).replaceAll(name -> "\\\\" + name.group(1).replaceAll("\\s", "") + " ");
    }

    /** Whether TeX would find no such environment, since its name is spelled with blanks. */
    static boolean refused(String latex) {
        return SPREAD_NAME.matcher(latex).find();
    }

    /** Without the commands that these problems call unknown: TeX goes on without them. */
    static String withoutUnknown(String latex, List<LatexProblem> problems) {
        StringBuilder text = new StringBuilder(latex);
        problems.stream()
                .filter(problem -> problem.code().equals(UNKNOWN))
                .sorted(Comparator.comparingInt(LatexProblem::start).reversed())
                .filter(problem -> problem.end() <= latex.length())
                .forEach(problem -> text.replace(problem.start(), problem.end(), " "));
        return text.toString();
    }
}
