package sigmark.app.work;

import sigmark.inference.model.DeviceWish;
import sigmark.labeling.slice.SliceQuery;

/**
 * What a person asks of a run.
 *
 * @param pipeline name of the pipeline
 * @param pages which pages
 * @param trueBoxes whether the recognizer also reads the labeled boxes, so that it can be scored alone
 * @param warmUpPages first pages whose times are kept apart from percentiles
 */
public record RunWish(String pipeline, SliceQuery pages, DeviceWish device, boolean trueBoxes, int warmUpPages) {
    public RunWish {
        if (warmUpPages < 0) {
            throw new IllegalArgumentException("warmUpPages " + warmUpPages);
        }
    }
}
