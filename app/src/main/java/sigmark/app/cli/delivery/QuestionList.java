package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionFigures;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;

@CommandLine.Command(
        name = "list",
        description = "Questions, open ones first, with the median time to an answer.",
        mixinStandardHelpOptions = true)
final class QuestionList implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--find", paramLabel = "WORDS", description = "only those with all these words")
    private Optional<String> find = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            QuestionStore questions = new QuestionStore(store);
            List<Question> found = questions.search(find.orElse(""));
            found.forEach(question -> QuestionText.say(console, question));
            QuestionFigures figures = QuestionFigures.of(questions.list());
            console.say("%d open, %d answered, %d in the guide; median to an answer: %s"
                    .formatted(
                            figures.open(),
                            figures.answered(),
                            figures.inGuide(),
                            figures.medianToAnswer()
                                    .map(time -> "%.1f hours".formatted(time.toMinutes() / 60.0))
                                    .orElse("none answered yet")));
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("open", figures.open()).put("answered", figures.answered());
            document.put("inGuide", figures.inGuide());
            figures.medianToAnswer().ifPresent(time -> document.put("medianMinutes", time.toMinutes()));
            var list = document.putArray("questions");
            found.forEach(question -> list.add(QuestionText.json(question)));
            return document;
        }
    }
}
