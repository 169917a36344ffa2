package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import sigmark.app.work.Installation;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelCard;
import sigmark.inference.model.ModelStore;
import sigmark.inference.pipeline.PipelineDescription;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.work.Problem;

@CommandLine.Command(
        name = "models",
        description = "What is installed: models with licence and size, pipelines, devices.",
        mixinStandardHelpOptions = true)
final class Models implements Command {
    @Override
    public JsonNode run(Console console) {
        Pipelines pipelines = Installation.pipelines();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        List<Problem> broken = new ArrayList<>();
        var models = document.putArray("models");
        for (ModelCard card : pipelines.models().list(broken)) {
            console.say("%-16s %-10s %,d weights, %s"
                    .formatted(ModelStore.nameOf(card), card.task(), card.parameters(), card.licence()));
            models.addObject()
                    .put("name", ModelStore.nameOf(card))
                    .put("task", card.task())
                    .put("licence", card.licence())
                    .put("parameters", card.parameters())
                    .put("sha256", card.sha256())
                    .set("card", card.document());
        }
        var problems = document.putArray("problems");
        for (Problem problem : broken) {
            console.say(console.words(problem));
            problems.add(problem.code() + " " + problem.where());
        }
        var list = document.putArray("pipelines");
        for (PipelineDescription pipeline : pipelines.list()) {
            console.say("pipeline %s: %s".formatted(pipeline.title(), pipeline.models()));
            ObjectNode node = list.addObject()
                    .put("name", pipeline.name())
                    .put("version", pipeline.version())
                    .put("recognizer", pipeline.recognizer());
            pipeline.detector().ifPresent(detector -> node.put("detector", detector));
            pipeline.branch().ifPresent(way -> node.put("classifier", way.classifier())
                    .put("classifierIsRule", Pipelines.isRule(way.classifier()))
                    .put("handwritten", way.handwritten()));
        }
        String missing = Device.missingForCuda();
        console.say("devices: cpu" + (missing.isEmpty() ? ", cuda" : " (no cuda: " + missing + ")"));
        document.put("cudaMissing", missing);
        return document;
    }
}
