package sigmark.labeling.store.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.question.Crop;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionState;
import sigmark.labeling.question.QuestionWords;
import sigmark.labeling.question.SimilarQuestion;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/** A project's questions and their answers. */
public final class QuestionStore {
    private static final String SELECT =
            """
            SELECT question.*, asker.name AS asker, answerer.name AS answerer FROM question
            JOIN person AS asker ON asker.key = question.asked_by
            LEFT JOIN person AS answerer ON answerer.key = question.answered_by
            """;

    /** Of the weight of words and of structure in likeness; the text says more of what is asked. */
    private static final double STRUCTURE_WEIGHT = 0.6;

    private final ProjectStore store;
    private final Database database;

    public QuestionStore(ProjectStore store) {
        this.store = store;
        this.database = store.database();
    }

    /** All questions, open ones first, each group from old to new. */
    public List<Question> list() {
        return database.read(handle -> handle.createQuery(SELECT + " ORDER BY question.state <> 'open', asked_at, key")
                .map((row, context) -> question(row))
                .list());
    }

    public Optional<Question> find(String id) {
        return database.read(handle -> find(handle, id));
    }

    private static Optional<Question> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE question.id = :id")
                .bind("id", id)
                .map((row, context) -> question(row))
                .findOne();
    }

    /** Keeps new questions, and answers to known ones; an answer that is here already is kept when it is newer. */
    public void put(List<Question> questions) {
        database.write(handle -> {
            put(handle, questions);
            return questions;
        });
    }

    static void put(Handle handle, List<Question> questions) {
        for (Question question : questions) {
            Optional<Question> known = find(handle, question.id());
            if (known.isEmpty()) {
                insert(handle, question);
            } else if (isNewer(question, known.get())) {
                update(handle, question);
            }
        }
    }

    private static boolean isNewer(Question question, Question known) {
        Instant given = question.answer().map(Question.Answer::at).orElse(Instant.MIN);
        Instant here = known.answer().map(Question.Answer::at).orElse(Instant.MIN);
        return given.isAfter(here)
                || given.equals(here)
                        && question.state().compareTo(known.state()) > 0
                        && question.answer().isPresent();
    }

    /**
     * Answers a question, or answers it anew.
     *
     * @throws ProblemException {@code question.not-found}
     */
    public Question answer(String id, String text) {
        return changed(
                id,
                question -> question.answered(new Question.Answer(
                        text, store.author().person(), store.clock().instant())));
    }

    /** Says that the answer is part of that version of the work guide now. */
    public Question inGuide(String id, int version) {
        return changed(id, question -> question.inGuide(version));
    }

    private Question changed(String id, java.util.function.UnaryOperator<Question> change) {
        return database.write(handle -> {
            Question question =
                    find(handle, id).orElseThrow(() -> new ProblemException(Problem.of("question.not-found", id)));
            Question changed = change.apply(question);
            update(handle, changed);
            return changed;
        });
    }

    private static void insert(Handle handle, Question question) {
        long key = handle.createQuery(
                        """
                        INSERT INTO question (id, page_id, region_id, rule, text, latex, crop, blocking, asked_by,
                            asked_at, work_package, state)
                        VALUES (:id, :page, :region, :rule, :text, :latex, :crop, :blocking, :person, :at, :package,
                            'open')
                        RETURNING key
                        """)
                .bind("id", question.id())
                .bind("page", question.pageId())
                .bind("region", question.regionId())
                .bind("rule", question.rule())
                .bind("text", question.text())
                .bind("latex", question.latex())
                .bind("crop", question.crop().isThere() ? question.crop().png() : null)
                .bind("blocking", question.blocking())
                .bind("person", Database.personKey(handle, question.askedBy()))
                .bind("at", question.askedAt().toEpochMilli())
                .bind("package", question.workPackage())
                .mapTo(Long.class)
                .one();
        handle.createUpdate("INSERT INTO question_words (rowid, words, structure) VALUES (:key, '', '')")
                .bind("key", key)
                .execute();
        update(handle, question);
    }

    private static void update(Handle handle, Question question) {
        Optional<Question.Answer> answer = question.answer();
        long key = handle.createQuery(
                        """
                        UPDATE question SET state = :state, answer = :answer, answered_by = :person, answered_at = :at,
                            guide_version = :guide
                        WHERE id = :id RETURNING key
                        """)
                .bind("state", question.state().word())
                .bind("answer", answer.map(Question.Answer::text).orElse(""))
                .bind("person", answer.map(given -> Database.personKey(handle, given.person())))
                .bind("at", answer.map(given -> given.at().toEpochMilli()))
                .bind("guide", question.guideVersion())
                .bind("id", question.id())
                .mapTo(Long.class)
                .one();
        String words = question.text() + " " + answer.map(Question.Answer::text).orElse("");
        handle.createUpdate("UPDATE question_words SET words = :words, structure = :structure WHERE rowid = :key")
                .bind("words", String.join(" ", QuestionWords.ofText(words)))
                .bind("structure", String.join(" ", QuestionWords.ofLatex(question.latex())))
                .bind("key", key)
                .execute();
    }

    /**
     * Earlier questions that are like what somebody is about to ask, the most alike first.
     *
     * @param latex of the region that is asked about; empty without
     */
    public List<SimilarQuestion> similar(String text, String latex, int limit) {
        return database.read(handle -> {
            Map<Long, Double> likeness = new HashMap<>();
            add(handle, likeness, "words", QuestionWords.ofText(text), 1);
            add(handle, likeness, "structure", QuestionWords.ofLatex(latex), STRUCTURE_WEIGHT);
            List<SimilarQuestion> found = new ArrayList<>();
            likeness.entrySet().stream()
                    .sorted(Map.Entry.<Long, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(limit)
                    .forEach(each -> handle.createQuery(SELECT + " WHERE question.key = :key")
                            .bind("key", each.getKey())
                            .map((row, context) -> new SimilarQuestion(question(row), each.getValue()))
                            .forEach(found::add));
            return found;
        });
    }

    /** Adds the share of the words that each question has, weighted. */
    private static void add(
            Handle handle, Map<Long, Double> likeness, String column, List<String> words, double weight) {
        for (String word : words) {
            handle.createQuery("SELECT rowid FROM question_words WHERE question_words MATCH :match")
                    .bind("match", column + ": \"" + word + "\"")
                    .mapTo(Long.class)
                    .forEach(key -> likeness.merge(key, weight / words.size(), Double::sum));
        }
    }

    /** Questions whose text, answer or formula has all these words, as {@link #list} orders them. */
    public List<Question> search(String text) {
        List<String> words = QuestionWords.ofText(text);
        if (words.isEmpty()) {
            return list();
        }
        String match = words.stream().map(word -> "\"" + word + "\"*").collect(Collectors.joining(" AND "));
        return database.read(handle -> handle.createQuery(
                        SELECT
                                + """
                         WHERE question.key IN (SELECT rowid FROM question_words WHERE question_words MATCH :match)
                        ORDER BY question.state <> 'open', asked_at, key
                        """)
                .bind("match", match)
                .map((row, context) -> question(row))
                .list());
    }

    private static Question question(ResultSet row) throws SQLException {
        byte[] crop = row.getBytes("crop");
        String answer = row.getString("answer");
        int guide = row.getInt("guide_version");
        OptionalInt guideVersion = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(guide);
        return new Question(
                row.getString("id"),
                row.getString("page_id"),
                Optional.ofNullable(row.getString("region_id")),
                Optional.ofNullable(row.getString("rule")),
                row.getString("text"),
                row.getString("latex"),
                crop == null ? Crop.NONE : Crop.of(crop),
                row.getBoolean("blocking"),
                row.getString("asker"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Optional.ofNullable(row.getString("work_package")),
                QuestionState.of(row.getString("state")),
                answer.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Question.Answer(
                                answer, row.getString("answerer"), Instant.ofEpochMilli(row.getLong("answered_at")))),
                guideVersion);
    }
}
