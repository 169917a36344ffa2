package sigmark.labeling.guide.example;

import java.util.ArrayList;
import java.util.List;

/** A drawn scene's text in parts: words, formulas, gaps, ends of lines, and where the box begins and ends. */
final class SceneText {
    /** What a part is. */
    enum Kind {
        WORDS,
        FORMULA,
        GAP,
        LINE_END,
        BOX_BEGIN,
        BOX_END
    }

    /** One part; {@code text} is empty but for words and formulas. */
    record Part(Kind kind, String text) {}

    private SceneText() {}

    static List<Part> parts(String scene) {
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int i = 0;
        while (i < scene.length()) {
            char c = scene.charAt(i);
            int close = c == '⟦' ? scene.indexOf('⟧', i) : -1;
            Kind kind =
                    switch (c) {
                        case '⇥' -> Kind.GAP;
                        case '¶' -> Kind.LINE_END;
                        case '⟨' -> Kind.BOX_BEGIN;
                        case '⟩' -> Kind.BOX_END;
                        default -> Kind.WORDS;
                    };
            if (close > i) {
                flush(words, parts);
                parts.add(new Part(Kind.FORMULA, scene.substring(i + 1, close)));
                i = close + 1;
                continue;
            }
            if (kind == Kind.WORDS) {
                words.append(c);
            } else {
                flush(words, parts);
                parts.add(new Part(kind, ""));
            }
            i++;
        }
        flush(words, parts);
        return parts;
    }

    private static void flush(StringBuilder words, List<Part> parts) {
        if (words.length() > 0) {
            parts.add(new Part(Kind.WORDS, words.toString()));
            words.setLength(0);
        }
    }
}
