package sigmark.app.work;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.pipeline.PipelineDescription;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.exchange.ExchangeFormats;
import sigmark.labeling.exchange.ExportOptions;
import sigmark.labeling.exchange.LabelExporter;
import sigmark.labeling.plan.PipelineDesign;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.store.ProjectStore;

/**
 * A pipeline at hand as its own description draws it.
 *
 * @param name as runs are started with
 * @param title name and version
 * @param models by the design's part: the model, or the rule that stands in for one
 * @param rule whether a rule of ours decides where a classifier is not trained yet
 * @param oneReader whether printed and handwritten formulas go to the same recognizer
 */
public record DrawnPipeline(
        String name, String title, PipelineDesign design, Map<String, String> models, boolean rule, boolean oneReader) {
    public DrawnPipeline {
        models = Map.copyOf(models);
    }

    /** All pipelines at hand, shipped ones first. */
    public static List<DrawnPipeline> all(Pipelines pipelines) {
        return pipelines.list().stream().map(DrawnPipeline::of).toList();
    }

    /** The pipeline in use: that of the newest run that is still at hand, else the default one. */
    public static Optional<DrawnPipeline> inUse(List<DrawnPipeline> all, List<StoredRun> runs) {
        return runs.stream()
                .flatMap(run -> all.stream().filter(one -> one.title().equals(run.pipeline())))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> one.name().equals(Pipelines.DEFAULT))
                        .findFirst());
    }

    static DrawnPipeline of(PipelineDescription description) {
        Map<String, String> models = new HashMap<>();
        description.detector().ifPresent(model -> models.put("detector", model));
        description
                .branch()
                .ifPresentOrElse(
                        way -> {
                            models.put("classifier", way.classifier());
                            models.put("printed", description.recognizer());
                            models.put("handwritten", way.handwritten());
                        },
                        () -> models.put("recognizer", description.recognizer()));
        return new DrawnPipeline(
                description.name(),
                description.title(),
                PipelineDesign.of(
                        description.detector().isPresent(), description.branch().isPresent()),
                models,
                description
                        .branch()
                        .filter(way -> Pipelines.isRule(way.classifier()))
                        .isPresent(),
                description
                        .branch()
                        .filter(way -> way.handwritten().equals(description.recognizer()))
                        .isPresent());
    }

    /** Writes the pairs of a part, input and output, as JSON Lines with their images into a new folder. */
    public static Balance export(ProjectStore store, PipelineDesign.Part part, Path folder, Progress progress) {
        ExportOptions.Model model =
                switch (part.module()) {
                    case DETECTOR -> ExportOptions.Model.DETECTOR;
                    case CLASSIFIER -> ExportOptions.Model.CLASSIFIER;
                    default -> ExportOptions.Model.RECOGNIZER;
                };
        var query = Truth.pairs(
                part.module() == PipelineModule.CLASSIFIER ? PipelineModule.CLASSIFIER : part.module(), part.slice());
        return LabelExporter.export(
                store, ExchangeFormats.named("jsonl"), folder, new ExportOptions(query, model, true), progress);
    }
}
