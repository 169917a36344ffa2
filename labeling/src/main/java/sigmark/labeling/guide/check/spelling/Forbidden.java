package sigmark.labeling.guide.check.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.LatexSyntax;
import sigmark.labeling.guide.check.CheckSettings;
import sigmark.labeling.guide.check.LatexCheck;

/**
 * {@code forbidden}: commands that are not written. With {@code fix: delete} the command goes with its arguments, with
 * {@code fix: unwrap} its last argument stays, with {@code fix: blank} a blank stands for it.
 */
public final class Forbidden implements LatexCheck {
    private final Set<String> commands;
    private final String fix;

    public Forbidden(CheckSettings settings) {
        commands = settings.words("commands");
        fix = settings.text("fix", "none");
        if (!Set.of("none", "delete", "unwrap", "blank").contains(fix)) {
            throw settings.bad("fix", fix);
        }
    }

    @Override
    public List<Place> find(LatexSyntax syntax) {
        List<Place> places = new ArrayList<>();
        List<String> texts = syntax.texts();
        for (int i = 0; i < texts.size(); i++) {
            boolean here = commands.contains(texts.get(i)) && !syntax.inComment(i);
            if (here) {
                Place place = place(syntax, i);
                places.add(place);
                i = place.to() - 1;
            }
        }
        return places;
    }

    private Place place(LatexSyntax syntax, int i) {
        int end = Math.max(i + 1, syntax.end(i));
        return switch (fix) {
            case "delete" -> Place.of(i, end, "");
            case "blank" -> Place.of(i, end, " ");
            case "unwrap" -> Place.of(i, end, lastArgument(syntax, i, end));
            default -> Place.of(i, i + 1);
        };
    }

    /** The inside of the last braces, or all that follows the command. */
    private static String lastArgument(LatexSyntax syntax, int i, int end) {
        if (end == i + 1) {
            return "";
        }
        boolean braced =
                syntax.texts().get(end - 1).equals("}") && syntax.pairs().open(end - 1) > i;
        int from = braced ? syntax.pairs().open(end - 1) + 1 : end - 1;
        int to = braced ? end - 1 : end;
        return from >= to
                ? ""
                : syntax.latex()
                        .substring(
                                syntax.tokens().get(from).start(),
                                syntax.tokens().get(to - 1).end());
    }
}
