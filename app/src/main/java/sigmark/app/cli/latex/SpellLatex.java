package sigmark.app.cli.latex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import sigmark.analysis.recognition.form.NormalForm;
import sigmark.analysis.recognition.form.NormalForms;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.latex.tidy.TidyForm;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Formulas in the tidy form, the canonical form, or one that papers use. */
@CommandLine.Command(
        name = "latex",
        description = "Spells formulas in a form: tidy (same picture), canonical (what is compared), or one of papers.",
        mixinStandardHelpOptions = true)
public final class SpellLatex implements Command {
    private static final String TIDY = "tidy";
    private static final String CANONICAL = "canonical";

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "FORM",
            completionCandidates = FormNames.class,
            description = "${COMPLETION-CANDIDATES}")
    private String form = TIDY;

    @CommandLine.Parameters(index = "1..*", arity = "1..*", paramLabel = "LATEX", description = "one formula each")
    private List<String> formulas = List.of();

    /** The names of all forms. */
    static final class FormNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    @Override
    public JsonNode run(Console console) {
        UnaryOperator<String> spelling = spelling(form);
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("form", form);
        ArrayNode list = document.putArray("formulas");
        for (String latex : formulas) {
            String spelled = spelling.apply(latex);
            console.say(spelled);
            list.addObject().put("latex", latex).put("spelled", spelled);
        }
        return document;
    }

    private static UnaryOperator<String> spelling(String form) {
        if (form.equals(TIDY)) {
            return TidyForm::of;
        }
        if (form.equals(CANONICAL)) {
            return CanonicalForm::of;
        }
        NormalForm published = NormalForms.named(form)
                .orElseThrow(() ->
                        new ProblemException(Problem.of("score.no-form", form, "names", String.join(", ", names()))));
        return published::text;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(TIDY, CANONICAL));
        names.addAll(NormalForms.names());
        return names;
    }
}
