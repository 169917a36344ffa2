package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import picocli.CommandLine;
import sigmark.analysis.detection.BoxFiles;
import sigmark.analysis.detection.BoxScore;
import sigmark.analysis.detection.BoxScoreJson;

@CommandLine.Command(
        name = "boxes",
        description = "COCO's twelve numbers, precision, recall and F1 at IoU 0.5 and 0.75, error types.",
        mixinStandardHelpOptions = true)
final class ScoreBoxes implements Command {
    @CommandLine.Option(names = "--truth", required = true, paramLabel = "FILE", description = "COCO ground truth JSON")
    private Path truth = Path.of("");

    @CommandLine.Option(
            names = "--predictions",
            required = true,
            paramLabel = "FILE",
            description = "COCO results JSON")
    private Path predictions = Path.of("");

    @Override
    public JsonNode run(Console console) {
        ObjectNode document = BoxScoreJson.document(BoxScore.score(BoxFiles.read(truth, predictions)));
        document.properties().forEach(group -> {
            if (group.getValue().isObject()) {
                console.say(group.getKey());
                group.getValue().properties().stream()
                        .filter(figure -> figure.getValue().isNumber())
                        .forEach(figure -> console.say("  %-10s %s"
                                .formatted(
                                        figure.getKey(),
                                        Figures.score(figure.getValue().asDouble()))));
            }
        });
        return document;
    }
}
