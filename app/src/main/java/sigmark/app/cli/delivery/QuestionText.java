package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sigmark.app.cli.Console;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.question.Question;
import sigmark.labeling.store.delivery.QuestionStore;

/** How questions are written on the command line. */
final class QuestionText {
    private QuestionText() {}

    static void say(Console console, Question question) {
        console.say("%s  %-8s  %s  %s%s"
                .formatted(
                        question.id().substring(0, Math.min(8, question.id().length())),
                        question.state().word(),
                        question.askedBy().isEmpty() ? "another labeler" : question.askedBy(),
                        question.text(),
                        question.rule().map(rule -> "  [" + rule + "]").orElse("")));
        question.answer().ifPresent(answer -> console.say("  → " + answer.text() + "  (" + answer.person() + ")"));
    }

    static ObjectNode json(Question question) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", question.id()).put("state", question.state().word()).put("text", question.text());
        node.put("page", question.pageId()).put("region", question.regionId().orElse(null));
        node.put("rule", question.rule().orElse(null)).put("latex", question.latex());
        node.put("askedBy", question.askedBy())
                .put("askedAt", question.askedAt().toString());
        question.answer().ifPresent(answer -> node.put("answer", answer.text()).put("answeredBy", answer.person()));
        return node;
    }

    /** The question that somebody means by its id or the beginning of it. */
    static Question named(QuestionStore store, String text) {
        List<Question> found = store.list().stream()
                .filter(question -> question.id().startsWith(text))
                .toList();
        if (found.size() != 1) {
            throw new ProblemException(Problem.of(found.isEmpty() ? "question.not-found" : "question.ambiguous", text));
        }
        return found.get(0);
    }
}
