package sigmark.labeling.guide.check.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code environments}: only those {@code allowed}; {@code rename} gives the right one where only the name differs. */
public final class Environments implements LatexCheck {
    private final Set<String> allowed;
    private final Map<String, String> rename;

    public Environments(CheckSettings settings) {
        allowed = settings.words("allowed");
        rename = settings.pairsOrNone("rename");
    }

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            boolean begin = text.startsWith("\\begin{");
            if (!begin && !text.startsWith("\\end{") || syntax.inComment(i)) {
                continue;
            }
            String name = text.substring(text.indexOf('{') + 1, text.length() - 1);
            if (!allowed.contains(name)) {
                String word = begin ? "\\begin{" : "\\end{";
                places.add(
                        rename.containsKey(name)
                                ? Place.of(i, i + 1, word + rename.get(name) + "}")
                                : Place.of(i, i + 1));
            }
        }
        return places;
    }
}
