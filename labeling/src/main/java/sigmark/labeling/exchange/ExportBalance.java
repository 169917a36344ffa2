package sigmark.labeling.exchange;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;

/** Counts an export while it is written. An item is a region, or a page that has none. */
final class ExportBalance {
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long in;
    private long out;

    /** A page that is written with all its regions. */
    void page(int regions) {
        in += Math.max(1, regions);
        out += Math.max(1, regions);
    }

    void offered(long items) {
        in += items;
    }

    void written(long items) {
        out += items;
    }

    /** Something does not come through, or not all of it. */
    void leaveOut(String item, Problem reason) {
        leftOut.add(new LeftOut(item, reason));
    }

    /** The format cannot hold a field that so many regions of a page have. */
    void lost(Page page, String field, long count, ExchangeFormat format) {
        if (count > 0) {
            leaveOut(
                    page.name(),
                    Problem.of(
                            "exchange.field-lost",
                            page.name(),
                            "field",
                            field,
                            "count",
                            String.valueOf(count),
                            "format",
                            format.name()));
        }
    }

    /**
     * Regions whose crop makes a pair; the others are left out one by one.
     *
     * @param latex whether the pair needs LaTeX
     */
    List<FormulaRegion> readable(Page page, List<FormulaRegion> regions, boolean latex) {
        offered(regions.size());
        List<FormulaRegion> usable = new ArrayList<>();
        int number = 0;
        for (FormulaRegion region : regions) {
            number++;
            String item = page.name() + " region " + number;
            if (region.flags().contains(RegionFlag.NOT_A_FORMULA)
                    || region.flags().contains(RegionFlag.ILLEGIBLE)) {
                String flag = region.flags().contains(RegionFlag.NOT_A_FORMULA) ? "not-a-formula" : "illegible";
                leaveOut(item, Problem.of("exchange.flagged", item, "flag", flag));
            } else if (latex && region.latex().isEmpty()) {
                leaveOut(item, Problem.of("exchange.no-latex", item));
            } else {
                usable.add(region);
            }
        }
        return usable;
    }

    Balance balance() {
        return new Balance(in, out, leftOut);
    }
}
