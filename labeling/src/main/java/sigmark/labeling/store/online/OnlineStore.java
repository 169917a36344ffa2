package sigmark.labeling.store.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;
import sigmark.labeling.online.CountCell;
import sigmark.labeling.online.EventJson;
import sigmark.labeling.online.LengthBand;
import sigmark.labeling.online.LogImport;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.RequestRow;
import sigmark.labeling.online.TimeHistogram;
import sigmark.labeling.online.UserSums;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/**
 * A project's online events. Sums are kept with them, so that a report of a million requests opens at once. All methods
 * block and may be called from any thread.
 */
public final class OnlineStore {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ProjectStore store;
    private final Database database;

    public OnlineStore(ProjectStore store) {
        this.store = store;
        this.database = store.database();
    }

    /**
     * Brings a log in. Of requests with one id the one of the higher revision holds, of equal ones the first. Killed or
     * cancelled, it leaves whole what it took; a second try goes on.
     *
     * @throws sigmark.inference.work.ProblemException {@code online.unreadable}, or a failed write
     */
    public Balance importLog(Path log, Progress progress) {
        Set<String> versions =
                store.runs().list().stream().map(StoredRun::pipeline).collect(Collectors.toCollection(HashSet::new));
        Balance balance = new LogImporter(database, log, versions).run(progress);
        database.write(handle -> handle.createUpdate(
                        """
                        INSERT INTO online_import (file, at, person, lines, taken, left_out)
                        VALUES (:file, :at, :person, :lines, :taken, :leftOut)
                        """)
                .bind("file", log.toString())
                .bind("at", store.clock().millis())
                .bind("person", Database.personKey(handle, store.author().person()))
                .bind("lines", balance.in())
                .bind("taken", balance.out())
                .bind("leftOut", write(balance.leftOut()))
                .execute());
        return balance;
    }

    /** Imports with their balances, the newest first. */
    public List<LogImport> imports() {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT online_import.*, person.name FROM online_import
                        JOIN person ON person.key = online_import.person ORDER BY online_import.key DESC
                        """)
                .map((row, context) -> new LogImport(
                        row.getString("file"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("name"),
                        row.getLong("lines"),
                        row.getLong("taken"),
                        readLeftOut(row.getString("left_out"))))
                .list());
    }

    /** All sums; as many as there are versions × days × sets of tags × lengths. */
    public List<CountCell> cells() {
        return database.read(handle -> {
            Map<Long, Map<String, String>> tags = tags(handle);
            return handle.createQuery(
                            """
                            SELECT online_count.*, online_version.name FROM online_count
                            JOIN online_version ON online_version.key = online_count.version
                            """)
                    .map((row, context) -> new CountCell(
                            row.getString("name"),
                            LocalDate.ofEpochDay(row.getLong("day")),
                            tags.getOrDefault(row.getLong("tags"), Map.of()),
                            row.getInt("band") < 0
                                    ? Optional.empty()
                                    : Optional.of(LengthBand.values()[row.getInt("band")]),
                            new OutcomeCounts(
                                    row.getLong("requests"),
                                    row.getLong("edited"),
                                    row.getLong("confirmed"),
                                    row.getLong("silent"),
                                    row.getLong("not_seen"),
                                    row.getLong("deleted"),
                                    row.getLong("cosmetic"),
                                    row.getLong("extended"),
                                    row.getLong("heavy"),
                                    row.getDouble("severity"),
                                    row.getLong("added"),
                                    row.getLong("adding_requests"),
                                    row.getLong("complaints"),
                                    row.getLong("retries"))))
                    .list();
        });
    }

    private static Map<Long, Map<String, String>> tags(Handle handle) {
        Map<Long, Map<String, String>> tags = new HashMap<>();
        handle.createQuery("SELECT key, tags FROM online_tags")
                .map((row, context) -> tags.put(row.getLong("key"), Names.read(row.getString("tags"))))
                .list();
        return tags;
    }

    /** Durations by version and part; parts are those of {@code EventTimes} and {@code total}, {@code total-from-file}. */
    public Map<String, Map<String, TimeHistogram>> times() {
        Map<String, Map<String, TimeHistogram>> times = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery(
                        """
                        SELECT name, part, histogram FROM online_times
                        JOIN online_version ON online_version.key = online_times.version ORDER BY name
                        """)
                .map((row, context) -> times.computeIfAbsent(row.getString("name"), name -> new HashMap<>())
                        .put(row.getString("part"), TimeHistogram.of(row.getBytes("histogram"))))
                .list());
        return times;
    }

    /** Sums over users by version. */
    public List<UserSums> users() {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT name, count(*) AS users, sum(edited) AS edited, sum(judged) AS judged,
                            sum(1.0 * edited * edited) AS ee, sum(1.0 * edited * judged) AS ej,
                            sum(1.0 * judged * judged) AS jj
                        FROM online_user_count JOIN online_version ON online_version.key = online_user_count.version
                        WHERE requests > 0 GROUP BY version
                        """)
                .map((row, context) -> new UserSums(
                        row.getString("name"),
                        row.getLong("users"),
                        row.getLong("edited"),
                        row.getLong("judged"),
                        row.getDouble("ee"),
                        row.getDouble("ej"),
                        row.getDouble("jj")))
                .list());
    }

    /** Requests that fit, the newest first. */
    public List<RequestRow> requests(RequestFilter filter, int offset, int limit) {
        return database.read(handle -> new RequestQuery(handle, filter, tags(handle)).list(offset, limit));
    }

    /** How many requests fit. */
    public long count(RequestFilter filter) {
        return database.read(handle -> new RequestQuery(handle, filter, tags(handle)).count());
    }

    /** The request whose way from capture to display took about that long. */
    public Optional<String> requestNear(String version, double totalMillis) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT body.request_id FROM online_event AS event
                        JOIN online_version AS version ON version.key = event.version
                        JOIN online_body AS body ON body.event = event.key
                        WHERE version.name = :version AND event.retry = 0 AND event.total_millis BETWEEN :low AND :high
                        LIMIT 1
                        """)
                .bind("version", version)
                .bind("low", totalMillis * 0.995 - 1)
                .bind("high", totalMillis * 1.005 + 1)
                .mapTo(String.class)
                .findFirst());
    }

    /** A request as it was logged. */
    public Optional<OnlineEvent> find(String requestId) {
        return line(requestId).map(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return EventJson.read(bytes, bytes.length, requestId).event();
        });
    }

    /** The line of a request as it came, with fields that are not known here. */
    public Optional<String> line(String requestId) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT body.line FROM online_event AS event JOIN online_body AS body ON body.event = event.key
                        WHERE event.id_hash = :hash AND body.request_id = :id
                        """)
                .bind("hash", LongTable.hash(requestId))
                .bind("id", requestId)
                .mapTo(String.class)
                .findFirst());
    }

    /** The lines of all requests of a version in order of arrival, given to {@code each}. */
    public void forEach(String version, java.util.function.Consumer<OnlineEvent> each) {
        database.read(handle -> {
            handle.createQuery(
                            """
                            SELECT body.line FROM online_event AS event
                            JOIN online_body AS body ON body.event = event.key
                            JOIN online_version AS version ON version.key = event.version
                            WHERE version.name = :version AND event.retry = 0 ORDER BY event.key
                            """)
                    .bind("version", version)
                    .mapTo(String.class)
                    .forEach(text -> {
                        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                        each.accept(EventJson.read(bytes, bytes.length, "").event());
                    });
            return 0;
        });
    }

    /** Takes a person out of the events, see {@link UserErasure}. */
    public UserErasure.Erased erase(String user) {
        return database.write(handle -> UserErasure.erase(handle, user));
    }

    private static String write(List<LeftOut> leftOut) {
        ArrayNode list = MAPPER.createArrayNode();
        for (LeftOut left : leftOut.subList(0, Math.min(leftOut.size(), 200))) {
            ObjectNode node = list.addObject()
                    .put("item", left.item())
                    .put("code", left.reason().code())
                    .put("where", left.reason().where());
            ObjectNode facts = node.putObject("facts");
            left.reason().facts().forEach(facts::put);
        }
        return list.toString();
    }

    private static List<LeftOut> readLeftOut(String text) {
        try {
            List<LeftOut> list = new ArrayList<>();
            for (JsonNode node : MAPPER.readTree(text)) {
                Map<String, String> facts = new HashMap<>();
                node.path("facts")
                        .properties()
                        .forEach(
                                fact -> facts.put(fact.getKey(), fact.getValue().asText()));
                list.add(new LeftOut(
                        node.path("item").asText(),
                        new Problem(
                                node.path("code").asText(), node.path("where").asText(), facts)));
            }
            return list;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
