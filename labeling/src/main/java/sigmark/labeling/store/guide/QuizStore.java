package sigmark.labeling.store.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.QuizResult;
import sigmark.labeling.guide.QuizSetting;
import sigmark.labeling.guide.quiz.QuizDraw;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/** How the quiz is held in this project, and how people did in it. */
public final class QuizStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectStore store;

    public QuizStore(ProjectStore store) {
        this.store = store;
    }

    public QuizSetting setting() {
        return store.database().read(handle -> handle.createQuery("SELECT threshold, asked FROM quiz_setting")
                .map((row, context) -> new QuizSetting(row.getDouble("threshold"), row.getInt("asked")))
                .one());
    }

    public void set(QuizSetting setting) {
        store.database()
                .write(handle -> handle.createUpdate("UPDATE quiz_setting SET threshold = :threshold, asked = :asked")
                        .bind("threshold", setting.threshold())
                        .bind("asked", setting.asked())
                        .execute());
    }

    /** Keeps what the project's author answered just now. */
    public QuizResult add(int guideVersion, int asked, int correct, double threshold, List<String> missed) {
        QuizResult result = new QuizResult(
                UUID.randomUUID().toString(),
                store.author().person(),
                guideVersion,
                Instant.ofEpochMilli(store.clock().millis()),
                asked,
                correct,
                threshold,
                missed);
        put(result);
        return result;
    }

    /** Keeps a result that came from elsewhere; one that is there already is left as it is. */
    public void put(QuizResult result) {
        store.database().write(handle -> handle.createUpdate(
                        """
                        INSERT OR IGNORE INTO quiz_result
                            (id, person, guide_version, at, asked, correct, threshold, missed)
                        VALUES (:id, :person, :guide, :at, :asked, :correct, :threshold, :missed)
                        """)
                .bind("id", result.id())
                .bind("person", Database.personKey(handle, result.person()))
                .bind("guide", result.guideVersion())
                .bind("at", result.at().toEpochMilli())
                .bind("asked", result.asked())
                .bind("correct", result.correct())
                .bind("threshold", result.threshold())
                .bind("missed", json(result.missed()))
                .execute());
    }

    /** All results, the newest first. */
    public List<QuizResult> results() {
        return store.database().read(handle -> handle.createQuery(
                        """
                        SELECT quiz_result.*, person.name AS who FROM quiz_result
                        JOIN person ON person.key = quiz_result.person ORDER BY at DESC, id
                        """)
                .map((row, context) -> new QuizResult(
                        row.getString("id"),
                        row.getString("who"),
                        row.getInt("guide_version"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("asked"),
                        row.getInt("correct"),
                        row.getDouble("threshold"),
                        list(row.getString("missed"))))
                .list());
    }

    /** Whether a person has ever passed. */
    public boolean passed(String person) {
        return results().stream().anyMatch(result -> result.person().equals(person) && result.passed());
    }

    /** Whether the project's author has to pass first: a guide with examples is in force, and they never did. */
    public boolean due() {
        return setting().threshold() > 0
                && !passed(store.author().person())
                && new GuideStore(store)
                        .current()
                        .map(version -> GuideReader.read(version.source()).guide())
                        .filter(QuizDraw::possible)
                        .isPresent();
    }

    private static String json(List<String> ids) {
        try {
            return JSON.writeValueAsString(ids);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> list(String json) {
        try {
            return List.of(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("missed rules '" + json + "'", e);
        }
    }
}
