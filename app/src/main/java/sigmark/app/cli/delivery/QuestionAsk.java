package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.packing.Asking;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.SimilarQuestion;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;

@CommandLine.Command(
        name = "ask",
        description = "Asks about a region or a page; earlier questions that are like it are shown.",
        mixinStandardHelpOptions = true)
final class QuestionAsk implements Command {
    private static final int SIMILAR = 5;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--region", paramLabel = "ID", description = "the region it is about")
    private Optional<String> region = Optional.empty();

    @CommandLine.Option(names = "--page", paramLabel = "ID", description = "the page, when no region is given")
    private Optional<String> page = Optional.empty();

    @CommandLine.Option(names = "--rule", paramLabel = "ID", description = "the guide's rule it is about")
    private Optional<String> rule = Optional.empty();

    @CommandLine.Option(names = "--blocking", description = "the labeler cannot go on with that region")
    private boolean blocking;

    @CommandLine.Parameters(index = "1", paramLabel = "TEXT", description = "the question")
    private String text = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        if (text.isBlank() || region.isEmpty() && page.isEmpty()) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "a question needs words, and --region or --page");
        }
        try (ProjectStore store = project.open()) {
            Asking asking = new Asking(store);
            Asking.About about =
                    region.isPresent() ? asking.aboutRegion(region.get()) : asking.aboutPage(page.orElseThrow());
            List<SimilarQuestion> similar = new QuestionStore(store).similar(text, about.latex(), SIMILAR);
            Question question = asking.ask(about, text, rule, blocking);
            QuestionText.say(console, question);
            if (!similar.isEmpty()) {
                console.say("asked before:");
                similar.forEach(each -> QuestionText.say(console, each.question()));
            }
            ObjectNode node = QuestionText.json(question);
            var list = node.putArray("similar");
            similar.forEach(each -> list.add(QuestionText.json(each.question()).put("likeness", each.likeness())));
            return node;
        }
    }
}
