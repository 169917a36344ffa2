package sigmark.labeling.store;

import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Split;

/**
 * What a page list shows of a page.
 *
 * @param regions human regions
 * @param accepted human regions accepted
 * @param returned human regions returned
 * @param withoutLatex human regions without LaTeX
 * @param proposals proposals that no human region was made from
 * @param doubtful regions of people and open proposals whose model was unsure
 */
public record PageSummary(
        String id,
        String name,
        Split split,
        LabelState state,
        int width,
        int height,
        int regions,
        int accepted,
        int returned,
        int withoutLatex,
        int proposals,
        int doubtful) {}
