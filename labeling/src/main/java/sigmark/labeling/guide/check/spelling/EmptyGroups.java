package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexCommands;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code empty-groups}: no pair of braces with nothing in it, unless a script needs something to stand on. */
public final class EmptyGroups implements LatexCheck {
    private static final Set<String> SCRIPTS = Set.of("_", "^", "'");

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i + 1 < texts.size(); i++) {
            boolean empty = texts.get(i).equals("{") && texts.get(i + 1).equals("}") && !syntax.inComment(i);
            boolean carries = i + 2 < texts.size() && SCRIPTS.contains(texts.get(i + 2));
            if (!empty || carries) {
                continue;
            }
            boolean script =
                    i > 0 && (texts.get(i - 1).equals("_") || texts.get(i - 1).equals("^"));
            boolean argument = i > 0
                    && (takesIt(texts.get(i - 1))
                            || texts.get(i - 1).equals("}")
                            || texts.get(i - 1).equals("]"));
            if (script) {
                places.add(Place.of(i - 1, i + 2, ""));
            } else if (argument) {
                places.add(Place.of(i, i + 2));
            } else {
                places.add(Place.of(i, i + 2, ""));
            }
            i++;
        }
        return places;
    }

    private static boolean takesIt(String token) {
        return LatexCommands.arguments(token) > 0;
    }
}
