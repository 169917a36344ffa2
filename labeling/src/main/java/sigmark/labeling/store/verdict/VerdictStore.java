package sigmark.labeling.store.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.verdict.Decision;
import sigmark.labeling.verdict.Verdict;
import sigmark.labeling.verdict.VerdictDraft;

/** A project's verdicts. What was added is on the disk when a method returns and stays as it is. */
public final class VerdictStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT =
            """
            SELECT verdict.*, person.name AS person_name, run.pipeline AS pipeline
            FROM verdict JOIN person ON person.key = verdict.person JOIN run ON run.id = verdict.run
            """;

    private final ProjectStore store;

    public VerdictStore(ProjectStore store) {
        this.store = store;
    }

    /**
     * Adds a verdict in the name of the project's author.
     *
     * @throws ProblemException {@code verdict.no-run} when a run that it names does not exist
     */
    public Verdict add(VerdictDraft draft) {
        List<Long> named = new ArrayList<>(draft.against());
        named.add(0, draft.runId());
        for (long run : named) {
            if (store.runs().find(run).isEmpty()) {
                throw new ProblemException(
                        Problem.of("verdict.no-run", store.info().name(), "run", String.valueOf(run)));
            }
        }
        long at = store.clock().millis();
        return store.database().write(handle -> insert(handle, draft, at));
    }

    private Verdict insert(Handle handle, VerdictDraft draft, long at) {
        String person = store.author().person();
        String before = handle.createQuery("SELECT seal FROM verdict ORDER BY id DESC LIMIT 1")
                .mapTo(String.class)
                .findOne()
                .orElse("");
        long revision = handle.createQuery("SELECT revision FROM project")
                .mapTo(Long.class)
                .one();
        long id = handle.createQuery(
                        """
                        INSERT INTO verdict (run, against, samples, notes, decision, data_revision, person, at, seal)
                        VALUES (:run, :against, :samples, :notes, :decision, :revision, :person, :at, :seal)
                        RETURNING id
                        """)
                .bind("run", draft.runId())
                .bind("against", json(draft.against()))
                .bind("samples", json(draft.samples()))
                .bind("notes", draft.notes())
                .bind("decision", draft.decision().word())
                .bind("revision", revision)
                .bind("person", Database.personKey(handle, person))
                .bind("at", at)
                .bind("seal", seal(before, draft, revision, person, at))
                .mapTo(Long.class)
                .one();
        return query(handle, " WHERE verdict.id = :id")
                .bind("id", id)
                .map((row, context) -> verdict(row))
                .one();
    }

    /** All verdicts, the newest first. */
    public List<Verdict> list() {
        return store.database().read(handle -> query(handle, " ORDER BY verdict.id DESC")
                .map((row, context) -> verdict(row))
                .list());
    }

    /** The newest verdict on a run: the one that counts. */
    public Optional<Verdict> newestOf(long runId) {
        return store.database()
                .read(handle -> query(handle, " WHERE verdict.run = :run ORDER BY verdict.id DESC LIMIT 1")
                        .bind("run", runId)
                        .map((row, context) -> verdict(row))
                        .findOne());
    }

    /** Ids of verdicts that somebody changed behind the program's back, and of all after a missing one; empty when whole. */
    public List<Long> broken() {
        List<Verdict> newestFirst = list();
        List<Long> broken = new ArrayList<>();
        String before = "";
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Verdict verdict = newestFirst.get(i);
            String wanted = seal(
                    before,
                    verdict.draft(),
                    verdict.dataRevision(),
                    verdict.person(),
                    verdict.at().toEpochMilli());
            if (!wanted.equals(verdict.seal())) {
                broken.add(verdict.id());
            }
            before = verdict.seal();
        }
        return broken;
    }

    private static Query query(Handle handle, String more) {
        return handle.createQuery(SELECT + more);
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        VerdictDraft draft = new VerdictDraft(
                row.getLong("run"),
                List.of(read(row.getString("against"), Long[].class)),
                List.of(read(row.getString("samples"), String[].class)),
                row.getString("notes"),
                Decision.of(row.getString("decision")));
        return new Verdict(
                row.getLong("id"),
                draft,
                row.getString("pipeline"),
                row.getLong("data_revision"),
                row.getString("person_name"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("seal"));
    }

    private static String seal(String before, VerdictDraft draft, long revision, String person, long at) {
        String all = json(List.of(
                before,
                draft.runId(),
                draft.against(),
                draft.samples(),
                draft.notes(),
                draft.decision().word(),
                revision,
                person,
                at));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists of texts and numbers", e);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("verdict holds '%s'".formatted(text), e);
        }
    }
}
