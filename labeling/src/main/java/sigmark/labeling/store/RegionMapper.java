package sigmark.labeling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Provenance;

/** A row of {@link #SELECT}. */
final class RegionMapper implements RowMapper<FormulaRegion> {
    /** Regions of pages that are there; further conditions follow. */
    static final String SELECT =
            """
            SELECT region.*, page.id AS page_id, person.name AS person_name, detector_hash, recognizer_hash
            FROM region
            JOIN page ON page.key = region.page
            JOIN person ON person.key = region.person
            LEFT JOIN proposer ON proposer.key = region.proposer
            WHERE page.removed = 0
            """;

    @Override
    public FormulaRegion map(ResultSet row, StatementContext context) throws SQLException {
        return new FormulaRegion(
                row.getString("id"),
                row.getString("page_id"),
                Words.of(Layer.class, row.getString("layer")),
                row.getInt("position"),
                new Box(row.getDouble("x0"), row.getDouble("y0"), row.getDouble("x1"), row.getDouble("y1")),
                Words.of(FormulaKind.class, row.getString("kind")),
                Words.of(Writing.class, row.getString("writing")),
                text(row, "latex"),
                Words.of(LabelState.class, row.getString("state")),
                Words.flags(row.getString("flags")),
                Words.tags(row.getString("tags")),
                row.getString("remark"),
                text(row, "piece_of"),
                new Provenance(
                        row.getString("person_name"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("changed_at")),
                        row.getLong("active_millis"),
                        row.getInt("guide_version"),
                        text(row, "work_package")),
                origin(row));
    }

    private static Optional<ProposalOrigin> origin(ResultSet row) throws SQLException {
        @Nullable String detector = row.getString("detector_hash");
        if (detector == null) {
            return Optional.empty();
        }
        return Optional.of(new ProposalOrigin(
                text(row, "proposal_id").orElse(""),
                detector,
                row.getString("recognizer_hash"),
                row.getDouble("score"),
                row.getDouble("latex_score"),
                RecordJson.alternatives(row.getString("alternatives"))));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
