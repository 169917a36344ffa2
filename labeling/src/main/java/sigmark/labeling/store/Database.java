package sigmark.labeling.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * The connections to a project's file: one that writes, one transaction at a time, and as many that read as threads ask
 * at once. A write is on the disk when it returns; one that fails leaves the file as it was. For the packages of the
 * store only: what they keep is spoken of in records, never in rows.
 */
public final class Database implements AutoCloseable {
    private final Path file;
    private final boolean readOnly;
    private final Jdbi jdbi;
    private final Handle writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final ConcurrentLinkedDeque<Handle> idleReaders = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Database(Path file, boolean readOnly) {
        this.file = file;
        this.readOnly = readOnly;
        this.jdbi = Jdbi.create(dataSource(file, readOnly));
        this.jdbi.registerRowMapper(new PageMapper());
        this.jdbi.registerRowMapper(new RegionMapper());
        this.jdbi.registerRowMapper(new RunMapper());
        this.jdbi.registerRowMapper(new HistoryMapper());
        this.writer = translated(jdbi::open);
    }

    static SQLiteDataSource dataSource(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setCacheSize(-32_768);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        if (readOnly) {
            config.setReadOnly(true);
        } else {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + uri(file, readOnly));
        return source;
    }

    /**
     * The file as SQLite wants it named, with characters such as {@code ?} escaped. Where nothing can be written beside
     * it and no log waits to be read, SQLite must be told not to try.
     */
    private static String uri(Path file, boolean readOnly) {
        String uri = "file:" + file.toUri().getRawPath();
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        boolean alone = readOnly && !Files.isWritable(file.resolveSibling("")) && !Files.exists(log);
        return alone ? uri + "?immutable=1" : uri;
    }

    public boolean readOnly() {
        return readOnly;
    }

    /** Reads within one transaction, so that all of it sees the same state. */
    public <T> T read(Function<Handle, T> work) {
        Handle idle = idleReaders.pollFirst();
        Handle reader = idle == null ? translated(this::openReader) : idle;
        try {
            return translated(() -> reader.inTransaction(work::apply));
        } finally {
            if (closed) {
                reader.close();
            } else {
                idleReaders.addFirst(reader);
            }
        }
    }

    /** Writes within one transaction. */
    public <T> T write(Function<Handle, T> work) {
        if (readOnly) {
            throw new ProblemException(Problem.of("project.read-only", file.toString()));
        }
        writing.lock();
        try {
            return translated(() -> writer.inTransaction(work::apply));
        } finally {
            writing.unlock();
        }
    }

    /** Runs statements that no transaction may hold, such as a backup. */
    void outsideTransaction(String sql, Object... arguments) {
        writing.lock();
        try {
            translated(() -> writer.execute(sql, arguments));
        } finally {
            writing.unlock();
        }
    }

    /** What SQLite finds wrong with the file, in its words. */
    List<String> check() {
        return read(handle -> {
            List<String> wrong = new ArrayList<>(handle.createQuery("PRAGMA quick_check(20)")
                    .mapTo(String.class)
                    .filter(line -> !line.equals("ok"))
                    .list());
            handle.createQuery("PRAGMA foreign_key_check")
                    .map((row, context) -> "row %d of %s refers to nothing in %s"
                            .formatted(row.getLong(2), row.getString(1), row.getString(3)))
                    .forEach(wrong::add);
            PageCounts.wrong(handle)
                    .forEach(page -> wrong.add("kept counts of page %s are not those of its regions".formatted(page)));
            return wrong;
        });
    }

    /** Key of a person in this file, made when new. */
    public static long personKey(Handle handle, String name) {
        return RegionRows.Keys.person(handle, name);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            List<Handle> handles = new ArrayList<>(idleReaders);
            idleReaders.clear();
            handles.forEach(Handle::close);
            writer.close();
        } finally {
            writing.unlock();
        }
    }

    private Handle openReader() {
        Handle handle = jdbi.open();
        try {
            // readers must not wait for the writer: begin without the write lock
            ((org.sqlite.SQLiteConnection) handle.getConnection().unwrap(Connection.class))
                    .getConnectionConfig()
                    .setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
            return handle;
        } catch (SQLException e) {
            handle.close();
            throw problem(file, e);
        }
    }

    private <T> T translated(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw problem(file, e);
        }
    }

    /** The problem behind a failure of the database, or the failure itself when no person can mend it. */
    static RuntimeException problem(Path file, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                String code = code(sqlite.getResultCode());
                if (!code.isEmpty()) {
                    String reason = String.valueOf(sqlite.getResultCode().message);
                    return new ProblemException(Problem.of(code, file.toString(), "reason", reason), failure);
                }
            }
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    private static String code(SQLiteErrorCode result) {
        return switch (SQLiteErrorCode.getErrorCode(result.code & 0xFF)) {
            case SQLITE_CORRUPT -> "project.damaged";
            case SQLITE_NOTADB -> "project.not-a-project";
            case SQLITE_BUSY, SQLITE_LOCKED -> "project.busy";
            case SQLITE_FULL -> "project.write-failed-full";
            case SQLITE_READONLY -> "project.write-failed-read-only";
            case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_NOLFS, SQLITE_NOMEM ->
                "project.write-failed";
            default -> "";
        };
    }
}
