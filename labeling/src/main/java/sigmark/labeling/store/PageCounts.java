package sigmark.labeling.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Split;

/**
 * What the page list shows of pages, from counts kept beside them ({@code page_count}), so that the first list of a large
 * project need not read its regions. Triggers take a page's row away when one of its regions changes in a way that
 * counts; {@link #renew} puts it back within the same transaction. Rows that are missing are counted when read.
 */
final class PageCounts {
    private static final Map<String, Split> SPLITS = Words.all(Split.class);
    private static final Map<String, LabelState> STATES = Words.all(LabelState.class);

    private static final String LIST =
            """
            SELECT page.id, name, split, state, width, height, page_count.page IS NOT NULL AS counted,
                regions, accepted, returned, without_latex, proposals, doubtful
            FROM page LEFT JOIN page_count ON page_count.page = page.key
            WHERE removed = 0 ORDER BY position, page.key
            """;

    /** Counts from the regions themselves; the condition on pages goes in. */
    private static final String COUNTED =
            """
            SELECT page, id, sum(human) AS regions, sum(human AND state = 'accepted') AS accepted,
                sum(human AND state = 'returned') AS returned, sum(human AND latex_length = 0) AS without_latex,
                sum(open) AS proposals, sum((human OR open) AND unsure) AS doubtful
            FROM (
                SELECT page.key AS page, page.id AS id, region.state, latex_length, coalesce(layer = 'human', 0) AS human,
                    coalesce(layer = 'proposal', 0)
                        AND NOT EXISTS (SELECT 1 FROM region made WHERE made.proposal_id = region.id) AS open,
                    coalesce(score IS NOT NULL AND CASE WHEN recognizer_hash = '' THEN score
                        WHEN detector_hash = '' THEN coalesce(latex_score, 0)
                        ELSE min(score, coalesce(latex_score, 0)) END < :doubt, 0) AS unsure
                FROM page LEFT JOIN region ON region.page = page.key
                    LEFT JOIN proposer ON proposer.key = region.proposer
                WHERE %s
            )
            GROUP BY page
            """;

    private static final String WITHOUT_ROW =
            " AND NOT EXISTS (SELECT 1 FROM page_count WHERE page_count.page = page.key)";

    private static final String RENEW =
            """
            INSERT INTO page_count (page, regions, accepted, returned, without_latex, proposals, doubtful)
            SELECT page, regions, accepted, returned, without_latex, proposals, doubtful FROM (
            """
                    + COUNTED.formatted("page.id IN (SELECT value FROM json_each(:pages))" + WITHOUT_ROW)
                    + ")";

    private static final String WRONG = """
            SELECT fresh.id FROM page_count kept JOIN (
            """
            + COUNTED.formatted("true")
            + """
                    ) fresh ON fresh.page = kept.page
                    WHERE (kept.regions, kept.accepted, kept.returned, kept.without_latex, kept.proposals, kept.doubtful)
                        IS NOT (fresh.regions, fresh.accepted, fresh.returned, fresh.without_latex, fresh.proposals,
                            fresh.doubtful)
                    """;

    private PageCounts() {}

    /** Counts these pages anew where their row was taken away; for the end of a transaction that changed them. */
    static void renew(Handle handle, List<String> pageIds) {
        handle.createUpdate(RENEW)
                .bind("doubt", ProposalOrigin.DOUBT)
                .bind("pages", RecordJson.array(pageIds))
                .execute();
    }

    /** All pages, in the order of the page list. */
    static List<PageSummary> summaries(Handle handle) {
        List<PageSummary> pages = new ArrayList<>();
        List<Integer> uncounted = new ArrayList<>();
        // plain JDBC: a hundred thousand rows leave no time for a mapper each
        try (PreparedStatement statement = handle.getConnection().prepareStatement(LIST);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (!row.getBoolean(7)) {
                    uncounted.add(pages.size());
                }
                pages.add(new PageSummary(
                        row.getString(1),
                        row.getString(2),
                        Words.of(SPLITS, row.getString(3)),
                        Words.of(STATES, row.getString(4)),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12),
                        row.getInt(13)));
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        if (!uncounted.isEmpty()) {
            count(handle, pages, uncounted);
        }
        return pages;
    }

    /** Ids of pages whose kept counts are not what their regions give; seconds for a million regions. */
    static List<String> wrong(Handle handle) {
        return handle.createQuery(WRONG)
                .bind("doubt", ProposalOrigin.DOUBT)
                .mapTo(String.class)
                .list();
    }

    private static void count(Handle handle, List<PageSummary> pages, List<Integer> uncounted) {
        Map<String, Integer> places = new HashMap<>();
        uncounted.forEach(place -> places.put(pages.get(place).id(), place));
        handle.createQuery(COUNTED.formatted("page.removed = 0" + WITHOUT_ROW))
                .bind("doubt", ProposalOrigin.DOUBT)
                .map((row, context) -> {
                    int place = places.getOrDefault(row.getString("id"), -1);
                    if (place >= 0) {
                        pages.set(place, counted(pages.get(place), row));
                    }
                    return place;
                })
                .forEach(place -> {});
    }

    private static PageSummary counted(PageSummary page, ResultSet row) throws SQLException {
        return new PageSummary(
                page.id(),
                page.name(),
                page.split(),
                page.state(),
                page.width(),
                page.height(),
                row.getInt("regions"),
                row.getInt("accepted"),
                row.getInt("returned"),
                row.getInt("without_latex"),
                row.getInt("proposals"),
                row.getInt("doubtful"));
    }
}
