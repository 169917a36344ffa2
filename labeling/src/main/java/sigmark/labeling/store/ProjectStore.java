package sigmark.labeling.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.HistoryEntry;
import sigmark.labeling.edit.Stamp;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.ProjectInfo;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SplitRatios;

/**
 * An open project. All methods block and may be called from any thread; what a method changed is on the disk when it
 * returns. A write that fails ends in a {@link ProblemException} {@code project.write-failed…} and leaves everything as
 * it was; the caller keeps the edit as unsaved and may try again.
 */
public final class ProjectStore implements AutoCloseable {
    private final ProjectFiles files;
    private final Database database;
    private final @Nullable ProjectLock lock;
    private final Author author;
    private final Clock clock;
    private final Journal journal = new Journal();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Columns columns;
    private final PageStore pages;
    private final RegionStore regions;
    private final RunStore runs;

    private ProjectStore(
            ProjectFiles files, Database database, @Nullable ProjectLock lock, Author author, Clock clock) {
        this.files = files;
        this.database = database;
        this.lock = lock;
        this.author = author;
        this.clock = clock;
        this.columns = new Columns(database);
        this.pages = new PageStore(database, columns, files);
        this.regions = new RegionStore(database, columns, this::changing);
        this.runs = new RunStore(database, clock, author);
    }

    /**
     * Makes a new, empty project; the folder may exist but must not hold a project.
     *
     * @throws ProblemException {@code project.exists}, {@code project.write-failed…}
     */
    public static ProjectStore create(Path folder, String name, Author author) {
        return create(folder, name, author, Clock.systemUTC());
    }

    /** As above, with the clock that dates edits. */
    public static ProjectStore create(Path folder, String name, Author author, Clock clock) {
        ProjectFiles files = ProjectFiles.named(folder, name);
        return new ProjectOpener(files).create(name, lock -> with(files, lock, author, clock, false), clock);
    }

    /**
     * Opens a project, given its folder or its database file.
     *
     * @throws ProblemException {@code project.not-a-project}, {@code project.newer}, {@code project.locked},
     *     {@code project.damaged}, {@code project.several}
     */
    public static ProjectStore open(Path folderOrFile, Author author) {
        return open(folderOrFile, author, Clock.systemUTC());
    }

    /** As above, with the clock that dates edits. */
    public static ProjectStore open(Path folderOrFile, Author author, Clock clock) {
        ProjectFiles files = ProjectFiles.find(folderOrFile);
        return new ProjectOpener(files).open(new ProjectOpener.Opening<>() {
            @Override
            public ProjectStore writable(ProjectLock lock) {
                ProjectStore store = with(files, lock, author, clock, false);
                store.runs.abortLeftOpen();
                return store;
            }

            @Override
            public ProjectStore readOnly() {
                return with(files, null, author, clock, true);
            }
        });
    }

    /** Opens a project for looking only, even while it is open for editing elsewhere. */
    public static ProjectStore openReadOnly(Path folderOrFile, Author author) {
        ProjectFiles files = ProjectFiles.find(folderOrFile);
        new ProjectOpener(files).checkReadable();
        return with(files, null, author, Clock.systemUTC(), true);
    }

    private static ProjectStore with(
            ProjectFiles files, @Nullable ProjectLock lock, Author author, Clock clock, boolean readOnly) {
        return new ProjectStore(files, new Database(files.database(), readOnly), lock, author, clock);
    }

    public ProjectInfo info() {
        return database.read(handle -> handle.createQuery("SELECT * FROM project")
                .map((row, context) -> new ProjectInfo(
                        row.getString("id"),
                        row.getString("name"),
                        files.folder(),
                        files.database(),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        row.getLong("revision"),
                        row.getInt("guide_version"),
                        Migrations.NEWEST))
                .one());
    }

    /** True when the folder can only be read; then every change ends in {@code project.read-only}. */
    public boolean readOnly() {
        return database.readOnly();
    }

    /**
     * Reads what queries need into memory, so that the first query need not; a second for a million regions. For a job
     * right after opening.
     */
    public void warmUp() {
        columns.warmUp();
    }

    public Author author() {
        return author;
    }

    public ProjectFiles files() {
        return files;
    }

    public PageStore pages() {
        return pages;
    }

    public RegionStore regions() {
        return regions;
    }

    public RunStore runs() {
        return runs;
    }

    /**
     * Carries out an edit as one transaction with its line in the history.
     *
     * @param activeMillis time the person was active on it, pauses cut
     */
    public Change apply(Edit edit, long activeMillis) {
        return changing(handle -> journal.apply(handle, edit, stamp(handle, activeMillis)));
    }

    /**
     * Carries out an edit that came with a work package; what else must be kept of it is written in the same
     * transaction, and is written even when the edit does nothing. For the packages of the store.
     */
    public Change apply(Edit edit, String workPackage, Consumer<Handle> also) {
        return changing(handle -> {
            Stamp here = stamp(handle, 0);
            Stamp stamp = new Stamp(here.author(), here.at(), 0, here.guideVersion(), Optional.of(workPackage));
            Change change = journal.apply(handle, edit, stamp);
            also.accept(handle);
            return change;
        });
    }

    /** Adds pages, and regions on them, at once; undo removes the pages again. */
    public Change addPages(List<Page> newPages, List<FormulaRegion> newRegions) {
        return changing(handle -> journal.addPages(handle, newPages, newRegions, stamp(handle, 0)));
    }

    /** Takes the newest step back that is not taken back yet; empty when there is none. */
    public Optional<Change> undo() {
        return stepping(handle -> journal.undo(handle, stamp(handle, 0)));
    }

    /** Does the step again that was taken back last; empty when there is none. */
    public Optional<Change> redo() {
        return stepping(handle -> journal.redo(handle, stamp(handle, 0)));
    }

    /** The step that {@link #undo} would take back. */
    public Optional<HistoryEntry> nextUndo() {
        return database.read(handle -> Journal.atPlace(handle, Journal.height(handle)));
    }

    /** The step that {@link #redo} would do again. */
    public Optional<HistoryEntry> nextRedo() {
        return database.read(handle -> Journal.atPlace(handle, Journal.height(handle) + 1));
    }

    /** The newest lines of the history first; those before line {@code before} when that is positive. */
    public List<HistoryEntry> history(long before, int limit) {
        return database.read(handle -> handle.createQuery(
                        HistoryMapper.SELECT + " WHERE history.id < :before ORDER BY history.id DESC LIMIT :limit")
                .bind("before", before > 0 ? before : Long.MAX_VALUE)
                .bind("limit", limit)
                .mapTo(HistoryEntry.class)
                .list());
    }

    /** Groups of two and more pages whose perceptual hashes differ in at most that many bits; page ids in list order. */
    public List<List<String>> nearDuplicates(int bits) {
        return new Splitter(this, database).nearDuplicates(bits);
    }

    /**
     * Deals the pages that match out to train, validation and test: near duplicates together, also with pages that do
     * not match and have a split; equal tags by equal shares; the same answer for the same seed. One undo step.
     */
    public SplitOutcome assignSplits(SplitRatios ratios, long seed, SliceQuery query) {
        return new Splitter(this, database).assign(ratios, seed, query);
    }

    /**
     * Finds linked images again that were moved with their folder; a file counts only when its SHA-256 is the same.
     *
     * @return pages linked below {@code from}, pages found below {@code to}, and why others were not
     */
    public Balance relink(Path from, Path to, Progress progress) {
        Relinker relinker = new Relinker(this);
        Balance balance = relinker.relink(from, to, progress);
        keepRelinked(relinker);
        return balance;
    }

    /** Says where a page's linked image lies now; the file must have the same SHA-256. */
    public Balance relink(String pageId, Path file) {
        Relinker relinker = new Relinker(this);
        Balance balance = relinker.relink(
                pages.find(pageId).orElseThrow(() -> new ProblemException(Problem.of("edit.no-such-page", pageId))),
                file);
        keepRelinked(relinker);
        return balance;
    }

    private void keepRelinked(Relinker relinker) {
        if (!relinker.moved().isEmpty()) {
            changing(handle -> journal.relink(handle, relinker.moved(), stamp(handle, 0)));
        }
    }

    /**
     * Looks through the whole file for damage and broken references; seconds for a million regions.
     *
     * @return what is wrong, in the database's words; empty when nothing is
     */
    public List<String> check() {
        return database.check();
    }

    /**
     * Tells of every change once it is durable, on the thread that made it. Listeners must be quick, and may read.
     *
     * @return ends the telling
     */
    public AutoCloseable onChange(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Writes a copy of the database that is whole in itself; images are not in it.
     *
     * @throws ProblemException {@code project.backup-exists}
     */
    public void backup(Path file) throws IOException {
        ProjectOpener.backup(database, file);
    }

    @Override
    public void close() {
        database.close();
        if (lock != null) {
            lock.close();
        }
    }

    /** The connections, for the packages of the store that keep more than pages and regions. */
    public Database database() {
        return database;
    }

    /** The clock that dates what is kept. */
    public Clock clock() {
        return clock;
    }

    private Change changing(Function<Handle, Change> work) {
        Change change = database.write(handle -> {
            Change made = work.apply(handle);
            PageCounts.renew(handle, made.pages());
            return made;
        });
        tell(change);
        return change;
    }

    private Optional<Change> stepping(Function<Handle, Optional<Change>> work) {
        Optional<Change> change = database.write(handle -> {
            Optional<Change> made = work.apply(handle);
            made.ifPresent(one -> PageCounts.renew(handle, one.pages()));
            return made;
        });
        change.ifPresent(this::tell);
        return change;
    }

    private void tell(Change change) {
        if (!change.isNothing()) {
            columns.changed(change.pages());
            listeners.forEach(listener -> listener.accept(change));
        }
    }

    private Stamp stamp(Handle handle, long activeMillis) {
        return handle.createQuery("SELECT guide_version, work_package FROM project")
                .map((row, context) -> new Stamp(
                        author,
                        clock.instant(),
                        activeMillis,
                        row.getInt("guide_version"),
                        Optional.ofNullable(row.getString("work_package"))))
                .one();
    }
}
