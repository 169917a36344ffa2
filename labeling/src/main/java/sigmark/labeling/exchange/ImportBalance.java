package sigmark.labeling.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;

/** Counts an import of labels. An item is a region, or a page that has none. */
final class ImportBalance {
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private long in;
    private long out;

    void offered(long items) {
        in += items;
    }

    void came(long items) {
        out += items;
    }

    void lose(String where, Problem reason) {
        leftOut.add(new LeftOut(where, reason));
    }

    void note(String where, Problem remark) {
        leftOut.add(new LeftOut(where, remark));
    }

    /** False when a region of this import has the id already. */
    boolean takeId(String id) {
        return ids.add(id);
    }

    Balance balance() {
        return new Balance(in, out, leftOut);
    }
}
