package sigmark.labeling.store.guide;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideDraft;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideReading;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.ShippedGuide;
import sigmark.labeling.guide.example.ExamplePages;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/** A project's work guide: every version that was published, and the draft of the next one. Blocks; any thread. */
public final class GuideStore {
    private static final String RULES = "rules";

    private final ProjectStore store;

    public GuideStore(ProjectStore store) {
        this.store = store;
    }

    /** The version in force; empty while the project has none. */
    public Optional<GuideVersion> current() {
        return store.database().read(handle -> version(handle, guideVersion(handle)));
    }

    public Optional<GuideVersion> version(int number) {
        return store.database().read(handle -> version(handle, number));
    }

    /** All versions, the newest first. */
    public List<GuideVersion> versions() {
        return store.database().read(handle -> numbers(handle).stream()
                .flatMap(number -> version(handle, number).stream())
                .toList());
    }

    /** The text in force, else the guide that ships: what is shown and checked where nobody published one yet. */
    public GuideSource sourceInForce() {
        return current().map(GuideVersion::source).orElseGet(ShippedGuide::source);
    }

    /** Puts the guide that ships into force as version 1, unless the project has a guide. */
    public void adoptShipped() {
        if (current().isEmpty()) {
            publish(ShippedGuide.source(), "");
        }
    }

    /**
     * Puts a guide into force as the next version, and ends the draft. Labels keep the version under which they were
     * made.
     *
     * @throws ProblemException {@code guide.not-publishable} when it cannot be read whole; {@code guide.example-gold} when
     *     an example shows a gold page
     */
    public GuideVersion publish(GuideSource source, String note) {
        GuideReading reading = GuideReader.read(source);
        List<Problem> problems = reading.problems();
        if (!problems.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "guide.not-publishable",
                    problems.get(0).where(),
                    "count",
                    Integer.toString(problems.size()),
                    "first",
                    problems.get(0).code()));
        }
        refuseGold(reading.guide());
        return store.database().write(handle -> {
            int next = numbers(handle).stream().findFirst().orElse(0) + 1;
            insert(
                    handle,
                    new GuideVersion(
                            next, source, store.author().person(), store.clock().instant(), note));
            handle.createUpdate("UPDATE project SET guide_version = :version, revision = revision + 1")
                    .bind("version", next)
                    .execute();
            handle.execute("DELETE FROM guide_draft");
            return version(handle, next).orElseThrow();
        });
    }

    /** Pages that somebody sees in the guide measure nobody. */
    private void refuseGold(Guide guide) {
        Set<String> gold = store.database().read(handle -> handle.createQuery(
                        """
                        SELECT DISTINCT sha256 FROM page
                        WHERE EXISTS (SELECT 1 FROM region WHERE region.page = page.key AND layer = 'gold')
                        """)
                .mapTo(String.class)
                .set());
        if (gold.isEmpty()) {
            return;
        }
        ExamplePages pages = new ExamplePages();
        for (GuideRule rule : guide.rules()) {
            if (!Collections.disjoint(gold, pages.of(new Guide(List.of(rule), Map.of())))) {
                throw new ProblemException(Problem.of("guide.example-gold", rule.id()));
            }
        }
    }

    /** SHA-256 of the images that examples of any published version show. */
    public Set<String> examplePages() {
        ExamplePages pages = new ExamplePages();
        Set<String> all = new HashSet<>();
        versions()
                .forEach(version ->
                        all.addAll(pages.of(GuideReader.read(version.source()).guide())));
        return all;
    }

    /**
     * Keeps a version that came from elsewhere under its own number, as in a work package, and puts it into force when it
     * is the newest. A version that is there already is left as it is.
     *
     * @throws ProblemException {@code guide.other-version} when another text has that number
     */
    public void keep(GuideVersion version) {
        store.database().write(handle -> {
            Optional<GuideVersion> known = version(handle, version.version());
            if (known.isPresent()) {
                if (!known.get().source().equals(version.source())) {
                    throw new ProblemException(Problem.of("guide.other-version", Integer.toString(version.version())));
                }
                return false;
            }
            insert(handle, version);
            handle.createUpdate(
                            "UPDATE project SET guide_version = max(guide_version, :version), revision = revision + 1")
                    .bind("version", version.version())
                    .execute();
            return true;
        });
    }

    /** The draft; empty while nobody began one. */
    public Optional<GuideDraft> draft() {
        return store.database().read(handle -> {
            Map<String, String> parts = new LinkedHashMap<>();
            int[] basedOn = {0};
            handle.createQuery("SELECT part, body, based_on FROM guide_draft ORDER BY part")
                    .map((row, context) -> {
                        basedOn[0] = row.getInt("based_on");
                        return parts.put(row.getString("part"), row.getString("body")) == null;
                    })
                    .list();
            String rules = parts.remove(RULES);
            return rules == null
                    ? Optional.empty()
                    : Optional.of(new GuideDraft(new GuideSource(rules, parts), basedOn[0]));
        });
    }

    /** Keeps the draft as it is now. */
    public void saveDraft(GuideSource source) {
        store.database().write(handle -> {
            int basedOn = handle.createQuery("SELECT max(based_on) FROM guide_draft")
                    .mapTo(Integer.class)
                    .findOne()
                    .orElseGet(() -> guideVersion(handle));
            Map<String, String> parts = new LinkedHashMap<>(source.words());
            parts.put(RULES, source.rules());
            handle.execute("DELETE FROM guide_draft");
            parts.forEach((part, body) -> handle.createUpdate(
                            "INSERT INTO guide_draft (part, body, based_on, changed_at) VALUES (:part, :body, :on,"
                                    + " :at)")
                    .bind("part", part)
                    .bind("body", body)
                    .bind("on", basedOn)
                    .bind("at", store.clock().millis())
                    .execute());
            return true;
        });
    }

    /** Throws the draft away. */
    public void dropDraft() {
        store.database().write(handle -> handle.execute("DELETE FROM guide_draft"));
    }

    private static int guideVersion(Handle handle) {
        return handle.createQuery("SELECT guide_version FROM project")
                .mapTo(Integer.class)
                .one();
    }

    private static List<Integer> numbers(Handle handle) {
        return handle.createQuery("SELECT version FROM guide_version ORDER BY version DESC")
                .mapTo(Integer.class)
                .list();
    }

    private static void insert(Handle handle, GuideVersion version) {
        handle.createUpdate(
                        """
                        INSERT INTO guide_version (version, rules, person, published_at, note)
                        VALUES (:version, :rules, :person, :at, :note)
                        """)
                .bind("version", version.version())
                .bind("rules", version.source().rules())
                .bind("person", Database.personKey(handle, version.person()))
                .bind("at", version.publishedAt().toEpochMilli())
                .bind("note", version.note())
                .execute();
        version.source().words().forEach((language, markdown) -> handle.createUpdate(
                        "INSERT INTO guide_words (version, language, markdown) VALUES (:version, :language, :markdown)")
                .bind("version", version.version())
                .bind("language", language)
                .bind("markdown", markdown)
                .execute());
    }

    private static Optional<GuideVersion> version(Handle handle, int number) {
        Map<String, String> words = new LinkedHashMap<>();
        handle.createQuery("SELECT language, markdown FROM guide_words WHERE version = :version ORDER BY language")
                .bind("version", number)
                .map((row, context) -> words.put(row.getString("language"), row.getString("markdown")) == null)
                .list();
        return handle.createQuery(
                        """
                        SELECT rules, name, published_at, note FROM guide_version
                        JOIN person ON person.key = guide_version.person WHERE version = :version
                        """)
                .bind("version", number)
                .map((row, context) -> new GuideVersion(
                        number,
                        new GuideSource(row.getString("rules"), words),
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("published_at")),
                        row.getString("note")))
                .findOne();
    }
}
