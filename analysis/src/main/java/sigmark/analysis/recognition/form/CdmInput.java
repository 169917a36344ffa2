package sigmark.analysis.recognition.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What CDM's program does before and after the normal form. */
final class CdmInput {
    private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]+");
    private static final Pattern WORDS = Pattern.compile("\\\\text\\s*\\{[^{}]*\\}");
    private static final Pattern ALIGNED =
            Pattern.compile("\\\\(begin|end)\\{(?:split|align|alignedat|alignat|eqnarray)\\*?\\}");
    private static final Pattern SMALL = Pattern.compile("\\\\(begin|end)\\{smallmatrix\\*?\\}");
    private static final Pattern NAMES = Pattern.compile("\\\\operatorname \\{ ((?:[A-Za-z] )+)\\}");

    private CdmInput() {}

    /** Whether a part of words is a Han character, which CDM keeps in {@code \text}. */
    static boolean isHan(String text) {
        return HAN.matcher(text).lookingAt();
    }

    static String prepared(String latex) {
        String text = ALIGNED.matcher(hanInWords(latex)).replaceAll("\\\\$1{aligned}");
        return SMALL.matcher(text).replaceAll("\\\\$1{matrix}");
    }

    /** Runs of Han characters stand in {@code \text}, unless they do. */
    private static String hanInWords(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        Matcher words = WORDS.matcher(text);
        int at = 0;
        while (words.find()) {
            out.append(HAN.matcher(text.substring(at, words.start())).replaceAll("\\\\text{$0}"));
            out.append(words.group());
            at = words.end();
        }
        return out.append(HAN.matcher(text.substring(at)).replaceAll("\\\\text{$0}"))
                .toString();
    }

    /** The known names stand as their commands again; a name whose limits stand below keeps its spelling. */
    static String named(String text) {
        return NAMES.matcher(text).replaceAll(found -> {
            String command = "\\" + found.group(1).replace(" ", "");
            boolean known = KatexCommands.NAMES.contains(command) || KatexCommands.LIMIT_NAMES.contains(command);
            return Matcher.quoteReplacement(known ? command : found.group());
        });
    }
}
