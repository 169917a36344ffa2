package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.detection.BoxFiles;
import sigmark.analysis.detection.BoxScore;
import sigmark.analysis.detection.BoxScoreJson;
import sigmark.analysis.detection.BoxSet;
import sigmark.analysis.detection.CocoEvaluator;

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

    @CommandLine.Option(
            names = "--iou",
            split = ",",
            paramLabel = "T",
            description = "also precision, recall, F1, error types and the precision-recall curves at these thresholds")
    private List<Double> thresholds = new ArrayList<>();

    @CommandLine.Option(
            names = "--max-dets",
            paramLabel = "N",
            description = "also COCO's numbers with the best N detections of an image instead of 100")
    private Optional<Integer> cap = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        if (thresholds.stream().anyMatch(t -> !(t > 0 && t <= 1))
                || cap.filter(n -> n < 10).isPresent()) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--iou takes numbers above 0 to 1, --max-dets at least 10");
        }
        BoxSet boxes = BoxFiles.read(truth, predictions);
        ObjectNode document = BoxScoreJson.document(BoxScore.score(boxes));
        cap.ifPresent(
                n -> document.set("cocoTop" + n, BoxScoreJson.coco(new CocoEvaluator(boxes, 1, 10, n).evaluate())));
        for (double threshold : thresholds) {
            document.set("iou" + Math.round(threshold * 100), BoxScoreJson.at(boxes, threshold));
        }
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
