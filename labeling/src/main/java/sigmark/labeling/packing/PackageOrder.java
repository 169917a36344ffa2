package sigmark.labeling.packing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import sigmark.labeling.slice.SliceQuery;

/**
 * What a curator wants in a package.
 *
 * @param query pages to be labeled
 * @param most of them; 0 for all
 * @param gold pages with known truth to be hidden among them
 * @param overlap pages that others label too
 * @param labels which of the labels that the pages have go with them
 */
public record PackageOrder(
        String name,
        String labeler,
        String vendor,
        SliceQuery query,
        int most,
        int gold,
        int overlap,
        LabelsSent labels,
        boolean proposals,
        Optional<LocalDate> deadline,
        String note) {
    /** Whose labels go with the pages. */
    public enum LabelsSent {
        /** Those that the labeler made before. */
        OWN,
        /** All: for pages that are to be looked over again. */
        ALL
    }

    /** The pages that are meant when nothing is said: those that nobody touched. */
    public static final SliceQuery UNTOUCHED = SliceQuery.parse("state:untouched");

    public PackageOrder {
        if (labeler.isBlank() || most < 0 || gold < 0 || overlap < 0) {
            throw new IllegalArgumentException(
                    "order for '%s': %d pages, %d gold, %d overlap".formatted(labeler, most, gold, overlap));
        }
    }

    /** An order for the pages that nobody touched yet, without gold, overlap and proposals. */
    public static PackageOrder untouched(String name, String labeler) {
        return new PackageOrder(name, labeler, "", UNTOUCHED, 0, 0, 0, LabelsSent.OWN, false, Optional.empty(), "");
    }

    public PackageOrder withGold(int pages) {
        return new PackageOrder(name, labeler, vendor, query, most, pages, overlap, labels, proposals, deadline, note);
    }

    public PackageOrder withOverlap(int pages) {
        return new PackageOrder(name, labeler, vendor, query, most, gold, pages, labels, proposals, deadline, note);
    }

    public PackageOrder withQuery(SliceQuery pages, LabelsSent sent) {
        return new PackageOrder(name, labeler, vendor, pages, most, gold, overlap, sent, proposals, deadline, note);
    }

    /** Pages by role, as they were chosen. */
    record Choice(List<String> work, List<String> overlap, List<String> gold) {}
}
