package sigmark.analysis.recognition.cdm;

/**
 * The stream of {@code numpy.random.default_rng(seed)} as far as drawing two different places needs it: PCG64 (O'Neill
 * 2014; XSL-RR output of a 128-bit state) seeded through NumPy's SeedSequence, bounded numbers by Lemire's method (2019).
 */
final class NumpyGenerator {
    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;
    private static final int POOL = 4;

    private long high;
    private long low;
    private final long stepHigh;
    private final long stepLow;
    private boolean halfLeft;
    private int half;

    NumpyGenerator(int seed) {
        long[] words = seedWords(seed);
        stepHigh = words[2] << 1 | words[3] >>> 63;
        stepLow = words[3] << 1 | 1;
        step();
        low += words[1];
        high += words[0] + (Long.compareUnsigned(low, words[1]) < 0 ? 1 : 0);
        step();
    }

    /** Two different places of n, as {@code choice(n, 2, replace=False)} answers them (Floyd's method, then a shuffle). */
    int[] twoOf(int n) {
        int first = bounded(n - 2);
        int second = bounded(n - 1);
        if (second == first) {
            second = n - 1;
        }
        return bounded(1) == 0 ? new int[] {second, first} : new int[] {first, second};
    }

    /** A number from 0 to {@code last}. */
    private int bounded(int last) {
        if (last == 0) {
            return 0;
        }
        long range = last + 1L;
        long product = (next32() & 0xFFFFFFFFL) * range;
        long threshold = (0xFFFFFFFFL - last) % range;
        while ((product & 0xFFFFFFFFL) < threshold) {
            product = (next32() & 0xFFFFFFFFL) * range;
        }
        return (int) (product >>> 32);
    }

    private int next32() {
        if (halfLeft) {
            halfLeft = false;
            return half;
        }
        step();
        long word = Long.rotateRight(high ^ low, (int) (high >>> 58));
        halfLeft = true;
        half = (int) (word >>> 32);
        return (int) word;
    }

    /** state · multiplier + step, modulo 2¹²⁸. */
    private void step() {
        long productHigh = unsignedHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        long productLow = low * MULTIPLIER_LOW;
        low = productLow + stepLow;
        high = productHigh + stepHigh + (Long.compareUnsigned(low, productLow) < 0 ? 1 : 0);
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    /** Four 64-bit words of NumPy's SeedSequence. */
    private static long[] seedWords(int seed) {
        int[] pool = new int[POOL];
        int[] constant = {0x43b0d7e5};
        for (int i = 0; i < POOL; i++) {
            pool[i] = hashed(i == 0 ? seed : 0, constant, 0x931e8875);
        }
        for (int source = 0; source < POOL; source++) {
            for (int target = 0; target < POOL; target++) {
                if (source != target) {
                    int mixed = 0xca01f9dd * pool[target] - 0x4973f715 * hashed(pool[source], constant, 0x931e8875);
                    pool[target] = mixed ^ mixed >>> 16;
                }
            }
        }
        int[] second = {0x8b51f9dd};
        long[] words = new long[4];
        for (int i = 0; i < 8; i++) {
            long word = hashed(pool[i % POOL], second, 0x58f38ded) & 0xFFFFFFFFL;
            words[i / 2] |= i % 2 == 0 ? word : word << 32;
        }
        return words;
    }

    private static int hashed(int value, int[] constant, int multiplier) {
        int mixed = value ^ constant[0];
        constant[0] *= multiplier;
        mixed *= constant[0];
        return mixed ^ mixed >>> 16;
    }
}
