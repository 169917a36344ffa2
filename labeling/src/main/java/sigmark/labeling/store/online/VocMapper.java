package sigmark.labeling.store.online;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import sigmark.inference.page.Box;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocConsent;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocLinks;
import sigmark.labeling.voc.VocOrigin;
import sigmark.labeling.voc.VocSeverity;
import sigmark.labeling.voc.VocState;

/** A row of {@code voc_item}. */
final class VocMapper implements RowMapper<VocItem> {
    @Override
    public VocItem map(ResultSet row, StatementContext context) throws SQLException {
        long point = row.getLong("point");
        OptionalLong pointLink = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(point);
        String[] consent = row.getString("consent").split(" ", 3);
        return new VocItem(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("received_at")),
                row.getString("channel"),
                row.getString("text"),
                row.getString("language"),
                row.getString("image"),
                box(row.getString("box")),
                Optional.ofNullable(row.getString("predicted_latex")),
                Optional.ofNullable(row.getString("corrected_latex")),
                new VocOrigin(
                        row.getString("request_id"),
                        row.getString("model_version"),
                        row.getString("app_version"),
                        row.getString("device"),
                        row.getString("os"),
                        row.getString("network"),
                        row.getString("user")),
                new VocConsent(consent[0].equals("1"), consent[1].equals("1"), consent.length > 2 ? consent[2] : ""),
                row.getString("redaction"),
                VocCause.ofWord(row.getString("code")),
                row.getString("detail"),
                VocSeverity.ofWord(row.getString("severity")).orElse(VocSeverity.MINOR),
                VocState.ofWord(row.getString("state")).orElse(VocState.NEW),
                new VocLinks(
                        row.getString("duplicate_of"), row.getString("page"), row.getString("question"), pointLink),
                row.getBoolean("erased"),
                row.getString("more"));
    }

    static String consent(VocConsent consent) {
        return (consent.store() ? "1" : "0") + " " + (consent.train() ? "1" : "0") + " " + consent.until();
    }

    static String box(Optional<Box> box) {
        return box.map(b -> b.left() + " " + b.top() + " " + b.right() + " " + b.bottom())
                .orElse("");
    }

    private static Optional<Box> box(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split(" ", 4);
        return Optional.of(new Box(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3])));
    }
}
