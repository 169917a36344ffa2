package sigmark.labeling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceTerm;

/**
 * What queries ask of pages, a column each; a page's place is its slot, which it keeps. Removed pages keep theirs, not
 * to be seen. Each page knows where its regions lie in {@link RegionColumns}.
 */
final class PageColumns {
    /** Only what the columns hold; conditions go behind. */
    static final String SELECT =
            """
            SELECT key, id, position, name, width, height, split, state, tags, remark, imported_at, pdf_page IS NOT NULL
            FROM page WHERE removed = 0
            """;

    private static final long MILLIS_A_DAY = 86_400_000;
    private static final Map<String, Split> SPLITS = Words.all(Split.class);
    private static final Map<String, LabelState> STATES = Words.all(LabelState.class);

    final Interned tags = new Interned();
    private final Map<String, Integer> slots = new HashMap<>();
    private int size;
    private String[] ids = new String[16];
    private String[] names = new String[16];
    private String[] foldedNames = new String[16];
    private String[] foldedRemarks = new String[16];
    private int[] positions = new int[16];
    private int[] tagSets = new int[16];
    private int[] days = new int[16];
    private int[] widths = new int[16];
    private int[] heights = new int[16];
    private Split[] splits = new Split[16];
    private LabelState[] states = new LabelState[16];
    private boolean[] pdfs = new boolean[16];
    private boolean[] present = new boolean[16];
    private int[] firstRegions = new int[16];
    private int[] regionCounts = new int[16];
    private int @Nullable [] order;

    int size() {
        return size;
    }

    /** The page's slot, or -1. */
    int slot(String id) {
        return slots.getOrDefault(id, -1);
    }

    /** Takes in a row of {@link #SELECT}; gives its slot. */
    int put(ResultSet row) throws SQLException {
        String id = row.getString(2);
        int slot = slots.computeIfAbsent(id, newId -> newSlot());
        ids[slot] = id;
        int position = row.getInt(3);
        String name = row.getString(4);
        if (!name.equals(names[slot])) {
            names[slot] = name;
            foldedNames[slot] = SliceTerm.folded(name);
        }
        widths[slot] = row.getInt(5);
        heights[slot] = row.getInt(6);
        splits[slot] = Words.of(SPLITS, row.getString(7));
        states[slot] = Words.of(STATES, row.getString(8));
        tagSets[slot] = tags.number(row.getString(9));
        String remark = row.getString(10);
        foldedRemarks[slot] = remark.isEmpty() ? "" : SliceTerm.folded(remark);
        days[slot] = (int) Math.floorDiv(row.getLong(11), MILLIS_A_DAY);
        pdfs[slot] = row.getBoolean(12);
        if (!present[slot] || positions[slot] != position) {
            order = null;
        }
        positions[slot] = position;
        present[slot] = true;
        return slot;
    }

    void remove(int slot) {
        present[slot] = false;
        regionCounts[slot] = 0;
        order = null;
    }

    void setRegions(int slot, int first, int count) {
        firstRegions[slot] = first;
        regionCounts[slot] = count;
    }

    /** One more region, behind those that the page has. */
    void addRegion(int slot) {
        regionCounts[slot]++;
    }

    /** Regions of all pages. */
    int countRegions() {
        int count = 0;
        for (int slot = 0; slot < size; slot++) {
            count += regionCounts[slot];
        }
        return count;
    }

    /** Slots of the pages that are there, in the order of the page list. */
    int[] order() {
        int[] known = order;
        if (known == null) {
            known = LongStream.range(0, size)
                    .filter(slot -> present[(int) slot])
                    .map(slot -> (long) positions[(int) slot] << 32 | slot)
                    .sorted()
                    .mapToInt(key -> (int) key)
                    .toArray();
            order = known;
        }
        return known;
    }

    int firstRegion(int slot) {
        return firstRegions[slot];
    }

    int regionCount(int slot) {
        return regionCounts[slot];
    }

    String id(int slot) {
        return ids[slot];
    }

    String name(int slot) {
        return names[slot];
    }

    String foldedName(int slot) {
        return foldedNames[slot];
    }

    String foldedRemark(int slot) {
        return foldedRemarks[slot];
    }

    int tagSet(int slot) {
        return tagSets[slot];
    }

    int day(int slot) {
        return days[slot];
    }

    int width(int slot) {
        return widths[slot];
    }

    int height(int slot) {
        return heights[slot];
    }

    boolean pdf(int slot) {
        return pdfs[slot];
    }

    Split split(int slot) {
        return splits[slot];
    }

    LabelState state(int slot) {
        return states[slot];
    }

    private int newSlot() {
        if (size == ids.length) {
            int more = size * 2;
            ids = Arrays.copyOf(ids, more);
            names = Arrays.copyOf(names, more);
            foldedNames = Arrays.copyOf(foldedNames, more);
            foldedRemarks = Arrays.copyOf(foldedRemarks, more);
            positions = Arrays.copyOf(positions, more);
            tagSets = Arrays.copyOf(tagSets, more);
            days = Arrays.copyOf(days, more);
            widths = Arrays.copyOf(widths, more);
            heights = Arrays.copyOf(heights, more);
            splits = Arrays.copyOf(splits, more);
            states = Arrays.copyOf(states, more);
            pdfs = Arrays.copyOf(pdfs, more);
            present = Arrays.copyOf(present, more);
            firstRegions = Arrays.copyOf(firstRegions, more);
            regionCounts = Arrays.copyOf(regionCounts, more);
        }
        return size++;
    }
}
