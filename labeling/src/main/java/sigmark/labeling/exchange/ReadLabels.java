package sigmark.labeling.exchange;

import java.util.ArrayList;
import java.util.List;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;

/**
 * What was read from a label file, gathered while reading.
 *
 * <p>Not safe for several threads.
 */
public final class ReadLabels {
    private final List<LabeledPage> pages = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long rowsLost;

    /** Adds a page with its regions. */
    public void add(LabeledPage page) {
        pages.add(page);
    }

    /** Leaves a row out that stood for a region or a page. */
    public void lose(String where, Problem reason) {
        rowsLost++;
        leftOut.add(new LeftOut(where, reason));
    }

    /** Notes what could not be kept of a row that came through. */
    public void note(String where, Problem reason) {
        leftOut.add(new LeftOut(where, reason));
    }

    /** Leaves a row out because of what is wrong with it, in words of the reader. */
    public void loseRow(String where, String detail) {
        lose(where, Problem.of("exchange.bad-row", where, "detail", detail));
    }

    public List<LabeledPage> pages() {
        return pages;
    }

    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Rows that stood for something and did not come through. */
    public long rowsLost() {
        return rowsLost;
    }
}
