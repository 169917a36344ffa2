package sigmark.labeling.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sigmark.labeling.requirement.PipelineModule;

/**
 * What a change of design does to labels. Labels state what is on a page, so none of them gets lost: truth of a module
 * that both designs have serves on, of a module that is new some may be missing.
 *
 * @param parts of the new design with how the labels made so far serve them
 * @param unused modules of the old design that the new one has not; their labels rest
 */
public record DesignChange(List<Change> parts, List<PipelineModule> unused) {
    public DesignChange {
        parts = List.copyOf(parts);
        unused = List.copyOf(unused);
    }

    /** One part of the new design. */
    public record Change(PipelineDesign.Part part, Effect effect) {}

    /** What becomes of labels. */
    public enum Effect {
        /** All labels of the module serve as they are. */
        SERVES,
        /** Labels of the module serve where the part's slice holds; the others serve another part. */
        SHARED,
        /** No module of the old design asked for this truth: what exists was made for something else. */
        NEW;

        /** The word in JSON and message keys: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From one design to another; from a design to itself all serves. */
    public static DesignChange of(PipelineDesign from, PipelineDesign to) {
        List<Change> changes = new ArrayList<>();
        for (PipelineDesign.Part part : to.parts()) {
            changes.add(new Change(part, effect(from, part)));
        }
        List<PipelineModule> unused = from.parts().stream()
                .map(PipelineDesign.Part::module)
                .distinct()
                .filter(module -> to.parts().stream().noneMatch(part -> part.module() == module))
                .toList();
        return new DesignChange(changes, unused);
    }

    private static Effect effect(PipelineDesign from, PipelineDesign.Part part) {
        List<PipelineDesign.Part> same = from.parts().stream()
                .filter(old -> old.module() == part.module())
                .toList();
        if (same.isEmpty()) {
            return Effect.NEW;
        }
        boolean whole = part.slice().isEmpty()
                || same.stream().anyMatch(old -> old.slice().equals(part.slice()));
        return whole ? Effect.SERVES : Effect.SHARED;
    }
}
