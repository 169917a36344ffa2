package sigmark.labeling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import sigmark.labeling.project.StoredRun;

/** A row of {@code run} with its person's name. */
final class RunMapper implements RowMapper<StoredRun> {
    @Override
    public StoredRun map(ResultSet row, StatementContext context) throws SQLException {
        return new StoredRun(
                row.getLong("id"),
                row.getString("pipeline"),
                row.getString("detector_hash"),
                row.getString("recognizer_hash"),
                row.getString("query"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Instant.ofEpochMilli(row.getLong("ended_at")),
                row.getLong("data_revision"),
                row.getInt("pages"),
                row.getInt("failed"),
                row.getInt("formulas"),
                row.getInt("warm_up_pages"),
                row.getString("status").equals("finished"),
                row.getString("person_name"),
                RecordJson.environment(row.getString("environment")));
    }
}
