package sigmark.labeling.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalInt;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;

/** A row of {@code page}. */
final class PageMapper implements RowMapper<Page> {
    @Override
    public Page map(ResultSet row, StatementContext context) throws SQLException {
        int pdfPage = row.getInt("pdf_page");
        OptionalInt pdf = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(pdfPage);
        return new Page(
                row.getString("id"),
                row.getInt("position"),
                row.getString("name"),
                new PageSource(
                        row.getString("path"),
                        row.getBoolean("copied"),
                        row.getString("sha256"),
                        pdf,
                        row.getInt("dpi")),
                row.getInt("raw_width"),
                row.getInt("raw_height"),
                row.getInt("exif_orientation"),
                row.getInt("quarter_turns"),
                row.getInt("width"),
                row.getInt("height"),
                row.getLong("perceptual_hash"),
                Words.of(Split.class, row.getString("split")),
                Words.of(LabelState.class, row.getString("state")),
                Words.tags(row.getString("tags")),
                row.getString("remark"),
                Instant.ofEpochMilli(row.getLong("imported_at")));
    }
}
