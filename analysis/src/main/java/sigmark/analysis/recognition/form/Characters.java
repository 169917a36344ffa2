package sigmark.analysis.recognition.form;

import java.util.List;
import java.util.regex.Pattern;

/** A text's code points, and its words as the 13a tokenizer of BLEU programs cuts them. */
final class Characters {
    private static final Pattern SIGNS = Pattern.compile("([\\{-\\~\\[-\\` -\\&\\(-\\+\\:-\\@\\/])");
    private static final Pattern STOP_AFTER = Pattern.compile("([^0-9])([\\.,])");
    private static final Pattern STOP_BEFORE = Pattern.compile("([\\.,])([^0-9])");
    private static final Pattern DASH = Pattern.compile("([0-9])(-)");

    private Characters() {}

    static List<String> of(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /** Punctuation apart, letters in a row one word, full stops and commas between digits kept. */
    static List<String> words13a(String text) {
        String line = text.replace("<skipped>", "").replace("-\n", "").replace("\n", " ");
        if (line.contains("&")) {
            line = line.replace("&quot;", "\"")
                    .replace("&amp;", "&")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">");
        }
        line = SIGNS.matcher(" " + line + " ").replaceAll(" $1 ");
        line = STOP_AFTER.matcher(line).replaceAll("$1 $2 ");
        line = STOP_BEFORE.matcher(line).replaceAll(" $1 $2");
        line = DASH.matcher(line).replaceAll("$1 $2 ").strip();
        return line.isEmpty() ? List.of() : List.of(line.split("\\s+"));
    }
}
