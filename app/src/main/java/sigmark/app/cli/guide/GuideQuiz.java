package sigmark.app.cli.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.QuizResult;
import sigmark.labeling.guide.QuizSetting;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.QuizStore;

/** How the quiz is held, and who passed. */
@CommandLine.Command(
        name = "quiz",
        description = "Sets what passes the guide's quiz, and lists who took it.",
        mixinStandardHelpOptions = true)
public final class GuideQuiz implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(
            names = "--threshold",
            paramLabel = "SHARE",
            description = "share of right answers that passes, 0 to 1; at 0 nobody has to take it")
    private Optional<Double> threshold = Optional.empty();

    @CommandLine.Option(names = "--asked", paramLabel = "N", description = "how many examples are asked")
    private Optional<Integer> asked = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            QuizStore quiz = new QuizStore(store);
            if (threshold.isPresent() || asked.isPresent()) {
                quiz.set(wanted(quiz.setting()));
            }
            QuizSetting setting = quiz.setting();
            console.say("quiz: %d examples, %.0f %% right answers pass"
                    .formatted(setting.asked(), 100 * setting.threshold()));
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("threshold", setting.threshold())
                    .put("asked", setting.asked());
            ArrayNode list = document.putArray("results");
            for (QuizResult result : quiz.results()) {
                console.say("  %-16s %3d of %3d  %-10s guide %d  %s"
                        .formatted(
                                result.person(),
                                result.correct(),
                                result.asked(),
                                result.passed() ? "passed" : "not passed",
                                result.guideVersion(),
                                String.join(" ", result.missed())));
                ObjectNode node = list.addObject()
                        .put("person", result.person())
                        .put("at", result.at().toString())
                        .put("guide", result.guideVersion())
                        .put("asked", result.asked())
                        .put("correct", result.correct())
                        .put("passed", result.passed());
                result.missed().forEach(node.putArray("missed")::add);
            }
            return document;
        }
    }

    private QuizSetting wanted(QuizSetting old) {
        double share = threshold.orElse(old.threshold());
        int count = asked.orElse(old.asked());
        if (!(share >= 0 && share <= 1) || count < 1) {
            throw new ProblemException(Problem.of("guide.bad-quiz", "%s, %d".formatted(share, count)));
        }
        return new QuizSetting(share, count);
    }
}
