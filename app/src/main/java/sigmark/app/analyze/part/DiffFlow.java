package sigmark.app.analyze.part;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.TokenDiff;

/**
 * What differs between truth and prediction, token by token, on one line or on two. Truth tokens lie on blue with a solid
 * line below, predicted ones on magenta with a dashed line, a gap is a middle dot. Style class {@code diff}.
 */
public final class DiffFlow extends FlowPane {
    private static final int CONTEXT = 5;

    public DiffFlow() {
        getStyleClass().add("diff");
        setMinWidth(0);
    }

    /** Both sides in one row, long stretches without a difference cut short. */
    public void showBrief(String truth, String prediction) {
        getChildren().clear();
        TokenDiff diff = TokenDiff.of(CanonicalForm.tokens(truth), CanonicalForm.tokens(prediction));
        for (int i = 0; i < diff.runs().size(); i++) {
            TokenDiff.Run run = diff.runs().get(i);
            if (run.equal()) {
                add(brief(run.left(), i > 0, i < diff.runs().size() - 1), "diff-same");
            } else {
                add(side(run.left()), "diff-truth");
                add(side(run.right()), "diff-prediction");
            }
        }
    }

    /** One side only, whole, with its own differences marked. */
    public void showSide(String truth, String prediction, boolean truthSide) {
        getChildren().clear();
        TokenDiff diff = TokenDiff.of(CanonicalForm.tokens(truth), CanonicalForm.tokens(prediction));
        for (TokenDiff.Run run : diff.runs()) {
            List<String> tokens = truthSide ? run.left() : run.right();
            if (run.equal()) {
                tokens.forEach(token -> add(shown(token), "diff-same"));
            } else {
                add(side(tokens), truthSide ? "diff-truth" : "diff-prediction");
            }
        }
    }

    private void add(String text, String styleClass) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.getStyleClass().addAll("mono", styleClass);
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        }
    }

    private static String brief(List<String> tokens, boolean before, boolean after) {
        if (tokens.size() <= 2 * CONTEXT) {
            return CanonicalForm.join(tokens);
        }
        String head = before ? CanonicalForm.join(tokens.subList(0, CONTEXT)) : "";
        String tail = after ? CanonicalForm.join(tokens.subList(tokens.size() - CONTEXT, tokens.size())) : "";
        return head + "…" + tail;
    }

    private static String side(List<String> tokens) {
        return tokens.isEmpty() ? "·" : CanonicalForm.join(tokens);
    }

    private static String shown(String token) {
        return token.equals("\\ ") ? "␣" : token;
    }
}
