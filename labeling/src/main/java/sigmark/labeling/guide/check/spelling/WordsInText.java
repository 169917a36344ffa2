package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code words-in-text}: the named words, set as words on the page, are in {@code \text}. */
public final class WordsInText implements LatexCheck {
    private final Set<String> words;

    public WordsInText(CheckSettings settings) {
        words = settings.words("words");
    }

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        for (LetterRuns.Run run : LetterRuns.of(syntax)) {
            if (words.contains(run.letters().toLowerCase(java.util.Locale.ROOT))) {
                boolean more = run.to() < syntax.texts().size()
                        && Character.isLetter(syntax.texts().get(run.to()).codePointAt(0));
                places.add(Place.of(run.from(), run.to(), "\\text{" + run.letters() + (more ? " }" : "}")));
            }
        }
        return places;
    }
}
