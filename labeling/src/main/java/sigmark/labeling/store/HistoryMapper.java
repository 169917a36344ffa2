package sigmark.labeling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.HistoryEntry;

/** A row of {@link #SELECT}. */
final class HistoryMapper implements RowMapper<HistoryEntry> {
    static final String SELECT =
            """
            SELECT history.*, person.name AS person_name,
                   coalesce(stack_place > (SELECT undo_height FROM project), 0) AS undone
            FROM history JOIN person ON person.key = history.person
            """;

    @Override
    public HistoryEntry map(ResultSet row, StatementContext context) throws SQLException {
        return new HistoryEntry(
                row.getLong("id"),
                Words.of(Change.Kind.class, row.getString("kind")),
                row.getString("edit"),
                row.getString("person_name"),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("active_millis"),
                row.getInt("guide_version"),
                row.getLong("revision"),
                Optional.ofNullable(row.getString("page_id")),
                Optional.ofNullable(row.getString("region_id")),
                row.getBoolean("undone"));
    }
}
