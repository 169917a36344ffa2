package sigmark.labeling.packing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.ReturnedPage;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Provenance;

/** Labels as they count: whatever a return says, what was worked on is this labeler's, of this package. */
final class SignedLabels {
    private SignedLabels() {}

    static ReturnedPage of(ReturnedPage page, PageLabels base, WorkPackage work) {
        Map<String, FormulaRegion> before =
                base.regions().stream().collect(Collectors.toMap(FormulaRegion::id, Function.identity()));
        PageLabels labels = page.labels();
        return new ReturnedPage(
                labels.with(labels.regions().stream()
                        .map(region -> signed(region, Optional.ofNullable(before.get(region.id())), work))
                        .toList()),
                page.activeMillis(),
                page.spanMillis());
    }

    private static FormulaRegion signed(FormulaRegion region, Optional<FormulaRegion> before, WorkPackage work) {
        Provenance provenance = region.provenance();
        if (before.isPresent() && before.get().provenance().equals(provenance)) {
            return region;
        }
        return region.withProvenance(new Provenance(
                work.labeler(),
                provenance.createdAt(),
                provenance.changedAt(),
                provenance.activeMillis(),
                Math.min(provenance.guideVersion(), work.guideVersion()),
                Optional.of(work.id())));
    }
}
