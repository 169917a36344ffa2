package sigmark.labeling.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.slice.SliceQuery;

/**
 * Answers queries from memory: all that they ask, held in columns. Read from the database at the first query; after a
 * change only the pages concerned are read anew, at the next query. Safe for several threads, one of which looks at a
 * time.
 */
final class Columns {
    /** When more pages than this share changed, everything is read anew. */
    private static final double SHARE_FOR_ALL = 0.2;

    /** Regions marked before others get their turn; some milliseconds. */
    private static final int MARKED_AT_ONCE = 50_000;

    private final Database database;
    private final Set<String> changed = new HashSet<>();
    private volatile @Nullable Loaded loaded;

    /** Columns that belong together. */
    private record Loaded(PageColumns pages, RegionColumns regions) {}

    Columns(Database database) {
        this.database = database;
    }

    /** Says that these pages, or regions on them, are no longer as they were read. */
    void changed(List<String> pageIds) {
        synchronized (changed) {
            changed.addAll(pageIds);
        }
    }

    /** Whether queries are answered without reading everything first; no waiting for others to find out. */
    boolean atHand() {
        Loaded columns = loaded;
        synchronized (changed) {
            return columns != null && !tooStale(columns, changed.size());
        }
    }

    /** Reads everything that is not read yet, so that the next query need not. */
    void warmUp() {
        boolean more = true;
        while (more) {
            more = warmUpFurther(); // between the steps others may look
        }
    }

    private synchronized boolean warmUpFurther() {
        return database.read(handle -> current(handle).regions.tokenMarks().markMore(MARKED_AT_ONCE));
    }

    /** Ids of the pages that match, in the order of the page list. */
    synchronized List<String> pageIds(SliceQuery query) {
        return database.read(handle -> {
            Loaded columns = current(handle);
            List<String> ids = new ArrayList<>();
            for (int page : matching(handle, columns, query)) {
                ids.add(columns.pages.id(page));
            }
            return ids;
        });
    }

    synchronized int countPages(SliceQuery query) {
        return database.read(handle -> matching(handle, current(handle), query).length);
    }

    synchronized List<PageSummary> summaries(SliceQuery query) {
        return database.read(handle -> {
            Loaded columns = current(handle);
            List<PageSummary> summaries = new ArrayList<>();
            for (int page : matching(handle, columns, query)) {
                summaries.add(summary(columns, page));
            }
            return summaries;
        });
    }

    /** Keys of the first regions that match, page by page in reading order. */
    synchronized long[] regionKeys(SliceQuery query, int limit) {
        return database.read(handle -> {
            Loaded columns = current(handle);
            LongStream.Builder keys = LongStream.builder();
            eachRegion(handle, columns, query, limit, region -> keys.add(columns.regions.key(region)));
            return keys.build().toArray();
        });
    }

    synchronized int countRegions(SliceQuery query) {
        return database.read(handle -> eachRegion(handle, current(handle), query, Integer.MAX_VALUE, region -> {}));
    }

    /** Hands on the first regions that match and gives their number. */
    private static int eachRegion(Handle handle, Loaded columns, SliceQuery query, int limit, IntConsumer matching) {
        ColumnFilter filter = filter(handle, columns, query);
        int count = 0;
        for (int page : columns.pages.order()) {
            int first = columns.pages.firstRegion(page);
            int end = first + columns.pages.regionCount(page);
            if (end > first && filter.pageAllows(page)) {
                for (int region = first; region < end && count < limit; region++) {
                    if (filter.matchesRegion(page, region)) {
                        matching.accept(region);
                        count++;
                    }
                }
            }
            if (count >= limit) {
                break;
            }
        }
        return count;
    }

    private static int[] matching(Handle handle, Loaded columns, SliceQuery query) {
        int[] all = columns.pages.order();
        if (query.isAll()) {
            return all;
        }
        ColumnFilter filter = filter(handle, columns, query);
        return Arrays.stream(all).filter(filter::matchesPage).toArray();
    }

    private static ColumnFilter filter(Handle handle, Loaded columns, SliceQuery query) {
        Map<Integer, String> people = new HashMap<>();
        handle.createQuery("SELECT key, name FROM person")
                .map((row, context) -> Map.entry(row.getInt("key"), row.getString("name")))
                .forEach(person -> people.put(person.getKey(), person.getValue()));
        return new ColumnFilter(query, columns.pages, columns.regions, people);
    }

    private static PageSummary summary(Loaded columns, int page) {
        PageColumns pages = columns.pages;
        RegionColumns regions = columns.regions;
        int accepted = 0;
        int returned = 0;
        int human = 0;
        int withoutLatex = 0;
        int proposals = 0;
        int doubtful = 0;
        int end = pages.firstRegion(page) + pages.regionCount(page);
        for (int region = pages.firstRegion(page); region < end; region++) {
            Layer layer = regions.layer(region);
            if (layer == Layer.HUMAN) {
                human++;
                withoutLatex += regions.length(region) == 0 ? 1 : 0;
                accepted += regions.state(region) == LabelState.ACCEPTED ? 1 : 0;
                returned += regions.state(region) == LabelState.RETURNED ? 1 : 0;
            }
            boolean open = layer == Layer.PROPOSAL && !regions.acceptedProposal(region);
            proposals += open ? 1 : 0;
            doubtful += (open || layer == Layer.HUMAN) && regions.doubtful(region) ? 1 : 0;
        }
        return new PageSummary(
                pages.id(page),
                pages.name(page),
                pages.split(page),
                pages.state(page),
                pages.width(page),
                pages.height(page),
                human,
                accepted,
                returned,
                withoutLatex,
                proposals,
                doubtful);
    }

    /** The columns as the reader's transaction sees the database. */
    private Loaded current(Handle handle) {
        List<String> stale;
        synchronized (changed) {
            stale = List.copyOf(changed);
            changed.clear();
        }
        try {
            Loaded columns = loaded;
            boolean all = columns == null
                    || tooStale(columns, stale.size())
                    || columns.regions.size() > 2 * columns.pages.countRegions() + 10_000;
            if (columns == null || all) {
                columns = loadAll(handle);
                loaded = columns;
            } else {
                for (String pageId : stale) {
                    reload(handle, columns, pageId);
                }
            }
            return columns;
        } catch (RuntimeException e) {
            loaded = null; // half read: the next query starts over
            throw e;
        }
    }

    private static boolean tooStale(Loaded columns, int changedPages) {
        return changedPages > SHARE_FOR_ALL * columns.pages.size() + 10;
    }

    private static Loaded loadAll(Handle handle) {
        Loaded columns = new Loaded(new PageColumns(), new RegionColumns());
        Map<Long, Integer> slots = new HashMap<>();
        readPages(handle, "", "", row -> slots.put(row.getLong(1), columns.pages.put(row)));
        appendRegions(handle, columns, "", 0, key -> slots.getOrDefault(key, -1));
        return columns;
    }

    private static void reload(Handle handle, Loaded columns, String pageId) {
        boolean found = readPages(handle, " AND id = ?", pageId, row -> {
            int slot = columns.pages.put(row);
            columns.pages.setRegions(slot, columns.regions.size(), 0);
            appendRegions(handle, columns, " WHERE region.page = ?", row.getLong(1), key -> slot);
        });
        int known = columns.pages.slot(pageId);
        if (!found && known >= 0) {
            columns.pages.remove(known);
        }
    }

    /** What is done with a row while it is the current one. */
    private interface RowWork {
        void take(ResultSet row) throws SQLException;
    }

    private static boolean readPages(Handle handle, String where, String pageId, RowWork work) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(PageColumns.SELECT + where)) {
            if (!where.isEmpty()) {
                statement.setString(1, pageId);
            }
            boolean any = false;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    work.take(row);
                    any = true;
                }
            }
            return any;
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    /** Plain JDBC: a million rows leave no time for a mapper each. */
    private static void appendRegions(
            Handle handle, Loaded columns, String where, long pageKey, Function<Long, Integer> slotOf) {
        String sql = RegionColumns.SELECT + where + RegionColumns.ORDER;
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            if (!where.isEmpty()) {
                statement.setLong(1, pageKey);
            }
            try (ResultSet row = statement.executeQuery()) {
                long page = -1;
                int slot = -1;
                while (row.next()) {
                    if (row.getLong(2) != page) {
                        page = row.getLong(2);
                        slot = slotOf.apply(page);
                        if (slot >= 0) {
                            columns.pages.setRegions(slot, columns.regions.size(), 0);
                        }
                    }
                    if (slot >= 0) {
                        columns.regions.append(row);
                        columns.pages.addRegion(slot);
                    }
                }
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
