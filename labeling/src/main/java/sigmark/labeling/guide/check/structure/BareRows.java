package sigmark.labeling.guide.check.structure;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code bare-rows}: rows stand in an environment; {@code \\} outside of any is put into {@code aligned}. */
public final class BareRows implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<String> texts = syntax.texts();
        int depth = 0;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (text.startsWith("\\begin{") || text.equals("{")) {
                depth++;
            } else if (text.startsWith("\\end{") || text.equals("}")) {
                depth--;
            } else if (text.equals("\\\\") && depth <= 0 && !syntax.inComment(i)) {
                List<Place> all = new ArrayList<>();
                all.add(Place.of(
                        0, texts.size(), "\\begin{aligned}" + syntax.latex().strip() + "\\end{aligned}"));
                return all;
            }
        }
        return List.of();
    }
}
