package sigmark.labeling.store.online;

/** A map from numbers to numbers, sixteen bytes and a half an entry. */
final class LongTable {
    /** What {@link #get} answers for a number that is not in. */
    static final long ABSENT = Long.MIN_VALUE;

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;
    private long ofZero = ABSENT;

    long get(long key) {
        if (key == 0) {
            return ofZero;
        }
        int place = place(keys, key);
        return keys[place] == key ? values[place] : ABSENT;
    }

    void put(long key, long value) {
        if (key == 0) {
            ofZero = value;
            return;
        }
        int place = place(keys, key);
        if (keys[place] != key) {
            size++;
            keys[place] = key;
        }
        values[place] = value;
        if (size > keys.length * 3 / 4) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = place(keys, oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }

    private static int place(long[] keys, long key) {
        int mask = keys.length - 1;
        int place = (int) (mixed(key) & mask);
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** A 64-bit hash of a text. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
