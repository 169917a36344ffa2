package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code function-names}: upright names such as {@code sin} are their command, whichever way they are spelt else. */
public final class FunctionNames implements LatexCheck {
    private static final Set<String> WRAPPERS =
            Set.of("\\mathrm", "\\operatorname", "\\text", "\\textrm", "\\mathop", "\\mbox");
    private final Set<String> names;

    public FunctionNames(CheckSettings settings) {
        names = settings.words("names");
    }

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        for (LetterRuns.Run run : LetterRuns.of(syntax)) {
            name(run.letters())
                    .ifPresent(name -> places.add(Place.of(run.from(), run.from() + name.length(), "\\" + name)));
        }
        List<String> texts = syntax.texts();
        for (int i = 0; i + 1 < texts.size(); i++) {
            int end = syntax.end(i);
            boolean wraps = WRAPPERS.contains(texts.get(i)) && texts.get(i + 1).equals("{") && end > i + 3;
            if (wraps && names.contains(String.join("", texts.subList(i + 2, end - 1)))) {
                places.add(Place.of(i, end, "\\" + String.join("", texts.subList(i + 2, end - 1))));
            }
        }
        return places;
    }

    /** The longest name that the letters begin with, if at most one letter is left: {@code sinx} but not {@code sine}s. */
    private java.util.Optional<String> name(String letters) {
        for (int length = letters.length(); length >= Math.max(2, letters.length() - 1); length--) {
            String begin = letters.substring(0, length);
            if (names.contains(begin)) {
                return java.util.Optional.of(begin);
            }
        }
        return java.util.Optional.empty();
    }
}
