package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.question.Question;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;

@CommandLine.Command(
        name = "answer",
        description = "Answers a question; the answer goes out with the next packages, to every labeler.",
        mixinStandardHelpOptions = true)
final class QuestionAnswer implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Parameters(index = "1", paramLabel = "QUESTION", description = "the beginning of its id")
    private String which = "";

    @CommandLine.Parameters(index = "2", paramLabel = "TEXT", description = "the answer")
    private String text = "";

    @CommandLine.Option(names = "--in-guide", paramLabel = "VERSION", description = "the guide holds it from then on")
    private OptionalInt inGuide = OptionalInt.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        if (text.isBlank()) {
            throw new CommandLine.ParameterException(command.commandLine(), "an answer needs words");
        }
        try (ProjectStore store = project.open()) {
            QuestionStore questions = new QuestionStore(store);
            String id = QuestionText.named(questions, which).id();
            Question answered = questions.answer(id, text);
            if (inGuide.isPresent()) {
                answered = questions.inGuide(id, inGuide.getAsInt());
            }
            QuestionText.say(console, answered);
            return QuestionText.json(answered);
        }
    }
}
