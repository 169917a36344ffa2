package sigmark.labeling.review;

import java.util.List;
import sigmark.labeling.guide.Finding;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/** A label that breaks rules. */
public record ReviewedRegion(Page page, FormulaRegion region, List<Finding> findings) {
    public ReviewedRegion {
        findings = List.copyOf(findings);
    }

    public boolean blocks() {
        return findings.stream().anyMatch(Finding::blocks);
    }
}
