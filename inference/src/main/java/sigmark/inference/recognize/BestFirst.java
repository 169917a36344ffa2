package sigmark.inference.recognize;

/**
 * Places of a row of logits, best first and of equal ones the first, found one at a time: a heap of plain numbers, so that
 * looking at a few costs no sorting of all.
 */
final class BestFirst {
    private final float[] logits;
    private final int[] heap;
    private int size;

    BestFirst(float[] logits) {
        this.logits = logits;
        size = logits.length;
        heap = new int[size];
        for (int i = 0; i < size; i++) {
            heap[i] = i;
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    boolean hasNext() {
        return size > 0;
    }

    /** Takes the best place that is left. */
    int next() {
        int best = heap[0];
        heap[0] = heap[--size];
        sink(0);
        return best;
    }

    private void sink(int from) {
        int at = from;
        int moved = heap[at];
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], moved)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
    }

    private boolean before(int a, int b) {
        int order = Float.compare(logits[b], logits[a]);
        return order == 0 ? a < b : order < 0;
    }
}
