package sigmark.analysis.weakness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.inference.latex.CanonicalForm;

/** The slices that a sample belongs to by what is known of it. */
final class SliceNames {
    private static final int[] LENGTHS = {5, 10, 20, 40, 80};

    private SliceNames() {}

    static List<String> of(EvaluationSample sample) {
        List<String> names = new ArrayList<>();
        names.add("kind:" + sample.kind().word());
        names.add("writing:" + sample.writing().word());
        sample.tags().forEach(tag -> names.add("tag:" + tag));
        sample.truth()
                .ifPresent(truth -> names.add("labeler:" + truth.provenance().person()));
        Optional<String> latex = sample.truth().flatMap(truth -> truth.latex());
        latex.ifPresent(text -> structure(CanonicalForm.tokens(text), names));
        return names;
    }

    private static void structure(List<String> tokens, List<String> names) {
        int from = 0;
        for (int to : LENGTHS) {
            if (tokens.size() <= to) {
                names.add("length:" + from + "-" + to);
                break;
            }
            from = to + 1;
        }
        if (tokens.size() > LENGTHS[LENGTHS.length - 1]) {
            names.add("length:" + from + "-");
        }
        for (String command : new String[] {"\\frac", "\\sqrt", "\\int", "\\sum", "\\lim", "\\text", "_", "^"}) {
            if (tokens.contains(command)) {
                names.add("has:" + command);
            }
        }
        if (tokens.stream().anyMatch(token -> token.startsWith("\\begin"))) {
            names.add("has:\\begin");
        }
    }
}
