package sigmark.app.serve;

import java.util.Map;
import sigmark.inference.page.PixelImage;
import sigmark.inference.pipeline.Pipeline;
import sigmark.inference.run.PagePrediction;

/** A pipeline under trial; closes it. */
public final class PipelineTrialMachine implements TrialMachine {
    private final Pipeline pipeline;

    public PipelineTrialMachine(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public String version() {
        return pipeline.description().title();
    }

    @Override
    public PagePrediction predict(PixelImage image, long decodeNanos) {
        return pipeline.predict(image, decodeNanos, Map.of());
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
