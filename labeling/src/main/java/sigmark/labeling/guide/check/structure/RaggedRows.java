package sigmark.labeling.guide.check.structure;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.LatexCheck;

/** {@code ragged-rows}: the rows of a matrix have equally many cells. */
public final class RaggedRows implements LatexCheck {
    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < syntax.texts().size(); i++) {
            boolean matrix = syntax.texts().get(i).endsWith("matrix}")
                    && syntax.texts().get(i).startsWith("\\begin{");
            if (matrix && syntax.pairs().closed(i)) {
                raggedRow(syntax, i, syntax.pairs().close(i)).ifPresent(places::add);
            }
        }
        return places;
    }

    private static java.util.Optional<Place> raggedRow(LatexSyntax syntax, int begin, int end) {
        int wanted = -1;
        int cells = 1;
        int rowStart = begin + 1;
        int depth = 0;
        for (int i = begin + 1; i <= end; i++) {
            String text = syntax.texts().get(i);
            depth += text.equals("{") || text.startsWith("\\begin{") ? 1 : 0;
            depth -= (text.equals("}") || text.startsWith("\\end{")) && i < end ? 1 : 0;
            if (depth == 0 && text.equals("&")) {
                cells++;
            } else if (depth == 0 && (text.equals("\\\\") || i == end)) {
                boolean emptyLast = i == end && rowStart == end;
                if (wanted >= 0 && cells != wanted && !emptyLast) {
                    return java.util.Optional.of(
                            Place.of(Math.min(rowStart, i), i == end ? Math.max(rowStart + 1, i) : i + 1));
                }
                wanted = wanted < 0 ? cells : wanted;
                cells = 1;
                rowStart = i + 1;
            }
        }
        return java.util.Optional.empty();
    }
}
