package sigmark.labeling.store.online;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.RequestRow;

/** A filter of requests as SQL. */
final class RequestQuery {
    private final Handle handle;
    private final List<String> terms = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    RequestQuery(Handle handle, RequestFilter filter, Map<Long, Map<String, String>> tags) {
        this.handle = handle;
        terms.add(filter.with().equals(Optional.of(RequestFilter.With.RETRY)) ? "event.retry = 1" : "event.retry = 0");
        filter.version().ifPresent(name -> {
            terms.add("event.version = (SELECT key FROM online_version WHERE name = :version)");
            values.put("version", name);
        });
        filter.from().ifPresent(day -> {
            terms.add("event.time >= :from");
            values.put("from", millis(day));
        });
        filter.to().ifPresent(day -> {
            terms.add("event.time < :to");
            values.put("to", millis(day.plusDays(1)));
        });
        if (!filter.tags().isEmpty()) {
            terms.add("event.tags IN (SELECT value FROM json_each(:tags))");
            values.put(
                    "tags",
                    tags.entrySet().stream()
                            .filter(set -> set.getValue()
                                    .entrySet()
                                    .containsAll(filter.tags().entrySet()))
                            .map(set -> set.getKey().toString())
                            .collect(Collectors.joining(",", "[", "]")));
        }
        filter.with().ifPresent(what -> terms.add(condition(what)));
        filter.slowerThan().ifPresent(most -> {
            terms.add("event.total_millis > :slower");
            values.put("slower", most);
        });
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static String condition(RequestFilter.With what) {
        return switch (what) {
            case EDITED -> "event.edited > 0";
            case CONFIRMED -> "event.confirmed > 0";
            case SILENT -> "event.silent > 0";
            case NOT_SEEN -> "event.not_seen > 0";
            case DELETED -> "event.deleted > 0";
            case COSMETIC -> "event.cosmetic > 0";
            case EXTENDED -> "event.extended > 0";
            case ADDED -> "event.added > 0";
            case COMPLAINT -> "event.complaint = 1";
            case RETRY -> "event.retry = 1";
            case CAPTURE_UNKNOWN -> "event.capture_unknown = 1";
        };
    }

    private Query query(String select, String rest) {
        Query query = handle.createQuery(select + " WHERE " + String.join(" AND ", terms) + rest);
        values.forEach(query::bind);
        return query;
    }

    long count() {
        return query("SELECT count(*) FROM online_event AS event", "")
                .mapTo(Long.class)
                .one();
    }

    List<RequestRow> list(int offset, int limit) {
        return query(
                        """
                        SELECT event.*, body.request_id, version.name AS version_name, user.name AS user_name
                        FROM online_event AS event
                        JOIN online_body AS body ON body.event = event.key
                        JOIN online_version AS version ON version.key = event.version
                        LEFT JOIN online_user AS user ON user.key = event.user
                        """,
                        " ORDER BY event.time DESC, event.key DESC LIMIT :limit OFFSET :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> {
                    double total = row.getDouble("total_millis");
                    boolean none = row.wasNull();
                    return new RequestRow(
                            row.getString("request_id"),
                            Instant.ofEpochMilli(row.getLong("time")),
                            row.getString("version_name"),
                            Optional.ofNullable(row.getString("user_name")),
                            none ? OptionalDouble.empty() : OptionalDouble.of(total),
                            row.getBoolean("capture_unknown"),
                            row.getBoolean("retry"),
                            new OutcomeCounts(
                                    1,
                                    row.getLong("edited"),
                                    row.getLong("confirmed"),
                                    row.getLong("silent"),
                                    row.getLong("not_seen"),
                                    row.getLong("deleted"),
                                    row.getLong("cosmetic"),
                                    row.getLong("extended"),
                                    0,
                                    row.getDouble("severity"),
                                    row.getLong("added"),
                                    row.getLong("added") > 0 ? 1 : 0,
                                    row.getLong("complaint"),
                                    row.getLong("retry")));
                })
                .list();
    }
}
