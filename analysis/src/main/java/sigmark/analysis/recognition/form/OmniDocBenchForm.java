package sigmark.analysis.recognition.form;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OmniDocBench's text of a display formula (version 1.5): no environments, fonts, sizes, spacing and blanks, all in lower
 * case, so that {@code A} equals {@code a}. Distances count characters.
 */
final class OmniDocBenchForm implements NormalForm {
    private static final Pattern DISPLAY = Pattern.compile("\\\\\\[(.+?)(?<!\\\\)\\\\\\]");
    private static final Pattern DROPPED = Pattern.compile("\\\\tag\\{.*?\\}");
    private static final Pattern SPACES = Pattern.compile("\\\\hspace\\{.*?\\}");
    private static final Pattern BEGINS = Pattern.compile("\\\\begin\\{.*?\\}");
    private static final Pattern ENDS = Pattern.compile("\\\\end\\{.*?\\}");
    private static final Pattern COLUMNS = Pattern.compile("\\\\arraycolsep.*?\\}");
    private static final Pattern DOLLARS = Pattern.compile("\\A\\$+|\\$+\\z");
    private static final Pattern DOTS = Pattern.compile("\\A\\.+|\\.+\\z");
    private static final List<String> COMMANDS =
            List.of(("mathbf mathrm mathnormal mathit mathbb mathcal mathscr mathfrak mathsf mathtt textbf text"
                            + " boldmath boldsymbol operatorname bm symbfit mathbfcal symbf scriptscriptstyle notag setlength"
                            + " coloneqq space thickspace thinspace medspace nobreakspace negmedspace quad qquad enspace"
                            + " substackw")
                    .split(" "));
    private static final List<String> LATER = List.of("$$", "\\left", "\\right", "\\displaystyle", "\\text");

    @Override
    public String name() {
        return "omnidocbench";
    }

    @Override
    public String description() {
        return "OmniDocBench's text: no environments, fonts, spacing, blanks; lower case; characters, and BLEU on 13a"
                + " tokens";
    }

    @Override
    public String text(String latex) {
        String text = DOLLARS.matcher(latex.strip()).replaceAll("").strip();
        Matcher display = DISPLAY.matcher(text);
        text = display.find() ? display.group(1).strip() : text;
        for (Pattern pattern : List.of(DROPPED, SPACES, BEGINS, ENDS, COLUMNS)) {
            text = pattern.matcher(text).replaceAll("");
        }
        text = DOTS.matcher(text).replaceAll("");
        for (String command : COMMANDS) {
            text = text.replace("\\" + command, "");
        }
        text = text.replace(" ", "");
        for (String command : LATER) {
            text = text.replace(command, "");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String unit() {
        return "characters";
    }

    @Override
    public List<String> units(String text) {
        return Characters.of(text);
    }

    @Override
    public List<String> words(String text) {
        return Characters.words13a(text);
    }
}
