package sigmark.labeling.store.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.plan.Iteration;
import sigmark.labeling.plan.LearningPoint;
import sigmark.labeling.release.ReleaseRecord;
import sigmark.labeling.release.StoredRelease;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.ServingPlace;
import sigmark.labeling.requirement.SheetReader;
import sigmark.labeling.requirement.SheetWriter;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;

/**
 * A project's service data. Works on an open project; needs no closing. All methods block and may be called from any
 * thread. What was decided on (sheets, loads, iterations, releases) can be added to and never changed.
 */
public final class ServiceStore {
    private final ProjectStore store;
    private final Database database;

    public ServiceStore(ProjectStore store) {
        this.store = store;
        this.database = store.database();
    }

    /** Keeps a sheet as the newest version; one that equals the newest is not kept again. */
    public StoredSheet keep(RequirementSheet sheet) {
        Optional<StoredSheet> newest = sheet();
        if (newest.filter(kept -> kept.sheet().equals(sheet)).isPresent()) {
            return newest.orElseThrow();
        }
        Instant now = store.clock().instant();
        long version = database.write(handle -> handle.createQuery(
                        """
                        INSERT INTO requirement_sheet (person, at, text) VALUES (:person, :at, :text)
                        RETURNING version
                        """)
                .bind("person", person(handle))
                .bind("at", now.toEpochMilli())
                .bind("text", SheetWriter.write(sheet))
                .mapTo(Long.class)
                .one());
        return new StoredSheet(version, sheet, store.author().person(), Instant.ofEpochMilli(now.toEpochMilli()));
    }

    /** The sheet in force. */
    public Optional<StoredSheet> sheet() {
        return sheets("ORDER BY version DESC LIMIT 1").stream().findFirst();
    }

    /** One version. */
    public Optional<StoredSheet> sheet(long version) {
        return sheets("WHERE version = " + version).stream().findFirst();
    }

    /** All versions, newest first. */
    public List<StoredSheet> sheets() {
        return sheets("ORDER BY version DESC");
    }

    private List<StoredSheet> sheets(String which) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT version, name, at, text
                        FROM requirement_sheet JOIN person ON person.key = requirement_sheet.person
                        """
                                + which)
                .map((row, context) -> new StoredSheet(
                        row.getLong("version"),
                        SheetReader.read(row.getString("text"), "sheet " + row.getLong("version"))
                                .orThrow(),
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list());
    }

    /** Keeps a profile; one of the same name takes its place. */
    public void keep(MachineProfile profile) {
        database.write(handle -> handle.createUpdate(
                        """
                        INSERT INTO machine_profile (name, place, by_hand, person, at, body)
                        VALUES (:name, :place, :byHand, :person, :at, :body)
                        ON CONFLICT (name) DO UPDATE SET place = excluded.place, by_hand = excluded.by_hand,
                            person = excluded.person, at = excluded.at, body = excluded.body
                        """)
                .bind("name", profile.name())
                .bind("place", profile.place().word())
                .bind("byHand", profile.byHand())
                .bind("person", person(handle))
                .bind("at", store.clock().millis())
                .bind("body", profile.json())
                .execute());
    }

    /** All profiles by name. */
    public List<MachineProfile> profiles() {
        return database.read(handle -> handle.createQuery("SELECT * FROM machine_profile ORDER BY name")
                .map((row, context) -> new MachineProfile(
                        row.getString("name"),
                        ServingPlace.ofWord(row.getString("place")).orElse(ServingPlace.LOCAL_CPU),
                        row.getBoolean("by_hand"),
                        row.getString("body")))
                .list());
    }

    /**
     * Keeps a load and gives its number.
     *
     * @param target the pipeline's name and version, or the address that was loaded
     * @param json the document of {@code sigmark load}
     */
    public long keepLoad(String target, String json) {
        return database.write(handle -> handle.createQuery(
                        """
                        INSERT INTO load_run (target, person, at, body) VALUES (:target, :person, :at, :body)
                        RETURNING id
                        """)
                .bind("target", target)
                .bind("person", person(handle))
                .bind("at", store.clock().millis())
                .bind("body", json)
                .mapTo(Long.class)
                .one());
    }

    /** The newest load of a target, as JSON. */
    public Optional<String> newestLoad(String target) {
        return database.read(handle -> handle.createQuery(
                        "SELECT body FROM load_run WHERE target = :target ORDER BY id DESC LIMIT 1")
                .bind("target", target)
                .mapTo(String.class)
                .findOne());
    }

    /** Keeps results of trainings at once; those kept already are left alone. */
    public int keepPoints(List<LearningPoint> points) {
        return database.write(handle -> {
            int kept = 0;
            for (LearningPoint point : points) {
                kept += handle.createUpdate(
                                """
                                INSERT OR IGNORE INTO learning_point (curve, module, slice, samples, seed, error,
                                    test_samples, how, person, at)
                                VALUES (:curve, :module, :slice, :samples, :seed, :error, :test, :how, :person, :at)
                                """)
                        .bind("curve", point.curve())
                        .bind("module", point.module().word())
                        .bind("slice", point.slice())
                        .bind("samples", point.samples())
                        .bind("seed", point.seed())
                        .bind("error", point.error())
                        .bind("test", point.testSamples())
                        .bind("how", point.how())
                        .bind("person", person(handle))
                        .bind("at", store.clock().millis())
                        .execute();
            }
            return kept;
        });
    }

    /** All results of trainings, in the order in which they were kept. */
    public List<LearningPoint> points() {
        return database.read(handle -> handle.createQuery("SELECT * FROM learning_point ORDER BY key")
                .map((row, context) -> new LearningPoint(
                        row.getString("curve"),
                        PipelineModule.ofWord(row.getString("module")).orElse(PipelineModule.PIPELINE),
                        row.getString("slice"),
                        row.getLong("samples"),
                        row.getLong("seed"),
                        row.getDouble("error"),
                        row.getLong("test_samples"),
                        row.getString("how")))
                .list());
    }

    /** Keeps an iteration and gives it its number. */
    public Iteration keep(Iteration iteration) {
        long number = database.write(handle -> handle.createQuery(
                        """
                        INSERT INTO iteration (design, data_revision, training, run, sheet, lines, person, at)
                        VALUES (:design, :revision, :training, :run, :sheet, :lines, :person, :at)
                        RETURNING number
                        """)
                .bind("design", iteration.design())
                .bind("revision", iteration.dataRevision())
                .bind("training", iteration.training())
                .bind("run", iteration.run())
                .bind("sheet", iteration.sheet())
                .bind("lines", IterationJson.write(iteration.lines()))
                .bind("person", Database.personKey(handle, iteration.person()))
                .bind("at", iteration.at().toEpochMilli())
                .mapTo(Long.class)
                .one());
        return new Iteration(
                number,
                iteration.design(),
                iteration.dataRevision(),
                iteration.training(),
                iteration.run(),
                iteration.sheet(),
                iteration.lines(),
                iteration.person(),
                iteration.at());
    }

    /** All iterations, oldest first. */
    public List<Iteration> iterations() {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT iteration.*, person.name AS person_name
                        FROM iteration JOIN person ON person.key = iteration.person ORDER BY number
                        """)
                .map((row, context) -> new Iteration(
                        row.getLong("number"),
                        row.getString("design"),
                        row.getLong("data_revision"),
                        row.getString("training"),
                        row.getLong("run"),
                        row.getLong("sheet"),
                        IterationJson.read(row.getString("lines")),
                        row.getString("person_name"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list());
    }

    /**
     * Keeps a release for good.
     *
     * @throws ProblemException {@code release.exists} when the name is taken
     */
    public StoredRelease release(ReleaseRecord record) {
        String json = record.canonicalJson();
        String sha256 = record.sha256();
        database.write(handle -> {
            boolean taken = handle.createQuery("SELECT count(*) > 0 FROM service_release WHERE name = :name")
                    .bind("name", record.name())
                    .mapTo(Boolean.class)
                    .one();
            if (taken) {
                throw new ProblemException(Problem.of("release.exists", record.name()));
            }
            return handle.createUpdate(
                            """
                            INSERT INTO service_release (name, run, record, sha256, person, at)
                            VALUES (:name, :run, :record, :sha, :person, :at)
                            """)
                    .bind("name", record.name())
                    .bind("run", record.run())
                    .bind("record", json)
                    .bind("sha", sha256)
                    .bind("person", person(handle))
                    .bind("at", record.at().toEpochMilli())
                    .execute();
        });
        return new StoredRelease(record, json, sha256);
    }

    private record Row(String name, String json, String sha256) {}

    /** All releases, newest first, each held against its hash; what does not fit goes to {@code problems}. */
    public List<StoredRelease> releases(List<Problem> problems) {
        List<Row> rows = database.read(handle -> handle.createQuery(
                        "SELECT name, record, sha256 FROM service_release ORDER BY key DESC")
                .map((row, context) -> new Row(row.getString("name"), row.getString("record"), row.getString("sha256")))
                .list());
        List<StoredRelease> releases = new ArrayList<>();
        for (Row row : rows) {
            try {
                ReleaseRecord record = ReleaseRecord.read(row.name(), row.json(), row.sha256());
                releases.add(new StoredRelease(record, row.json(), row.sha256()));
            } catch (ProblemException changed) {
                problems.add(changed.problem());
            }
        }
        return releases;
    }

    /**
     * The release of that name.
     *
     * @throws ProblemException {@code release.unknown}, {@code release.changed}
     */
    public StoredRelease release(String name) {
        List<Problem> problems = new ArrayList<>();
        return releases(problems).stream()
                .filter(release -> release.record().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(problems.stream()
                        .filter(problem -> problem.where().equals(name))
                        .findFirst()
                        .orElse(Problem.of("release.unknown", name))));
    }

    private long person(Handle handle) {
        return Database.personKey(handle, store.author().person());
    }
}
