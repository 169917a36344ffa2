package sigmark.labeling.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Gets a project's file ready: locked, known to be ours, of the version that this program reads. */
final class ProjectOpener {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OURS = "SIGK".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int OURS_AT = 68;
    private static final long SMALL_BYTES = 8L << 20;

    private final ProjectFiles files;
    private final Migrations migrations;

    ProjectOpener(ProjectFiles files) {
        this(files, new Migrations());
    }

    ProjectOpener(ProjectFiles files, Migrations migrations) {
        this.files = files;
        this.migrations = migrations;
    }

    /** What to build once the file is ready. */
    interface Opening<T> {
        T writable(ProjectLock lock);

        T readOnly();
    }

    <T> T create(String name, Function<ProjectLock, T> build, Clock clock) {
        try {
            Files.createDirectories(files.folder());
            ProjectLock lock = ProjectLock.take(files.lock());
            try {
                if (Files.exists(files.database())) {
                    throw new ProblemException(
                            Problem.of("project.exists", files.database().toString()));
                }
                Files.createDirectories(files.images());
                migrations.run(files.database(), version -> {});
                try (Database database = new Database(files.database(), false)) {
                    database.write(handle -> handle.createUpdate(
                                    """
                                    INSERT INTO project (only_row, id, name, created_at)
                                    VALUES (1, :id, :name, :now)
                                    """)
                            .bind("id", UUID.randomUUID().toString())
                            .bind("name", name)
                            .bind("now", clock.millis())
                            .execute());
                }
                return build.apply(lock);
            } catch (RuntimeException | IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw writeFailed(e);
        }
    }

    /** Checks a file that is only to be read. */
    void checkReadable() {
        checkHeader();
        int version = checkVersion(true);
        if (version < migrations.newest()) {
            throw new ProblemException(
                    Problem.of("project.older-read-only", files.database().toString()));
        }
        checkWhole(true);
    }

    <T> T open(Opening<T> opening) {
        checkHeader();
        if (!Files.isWritable(files.folder()) || !Files.isWritable(files.database())) {
            checkReadable();
            return opening.readOnly();
        }
        try {
            ProjectLock lock = ProjectLock.take(files.lock());
            try {
                checkVersion(false);
                checkWhole(false);
                migrations.run(files.database(), this::backupBeforeMigration);
                return opening.writable(lock);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw writeFailed(e);
        }
    }

    /** Writes a copy beside the target and puts it in its place when it is complete. */
    static void backup(Database database, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new ProblemException(Problem.of("project.backup-exists", target.toString()));
        }
        Files.createDirectories(target.getParent());
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(beside);
        database.outsideTransaction("VACUUM INTO ?", beside.toString());
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void backupBeforeMigration(int version) {
        String name = files.database().getFileName().toString();
        String stem = name.substring(0, name.length() - ProjectFiles.EXTENSION.length());
        Path target = files.backups().resolve("%s-version-%d%s".formatted(stem, version, ProjectFiles.EXTENSION));
        try (Database database = new Database(files.database(), false)) {
            Files.deleteIfExists(target);
            backup(database, target);
        } catch (IOException e) {
            throw writeFailed(e);
        }
    }

    private void checkHeader() {
        byte[] header;
        try (InputStream in = Files.newInputStream(files.database())) {
            header = in.readNBytes(HEADER_BYTES);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("project.unreadable", files.database().toString(), "reason", reason(e)), e);
        }
        boolean ours = header.length == HEADER_BYTES
                && Arrays.equals(SQLITE, Arrays.copyOf(header, SQLITE.length))
                && Arrays.equals(OURS, Arrays.copyOfRange(header, OURS_AT, OURS_AT + OURS.length));
        if (!ours) {
            throw new ProblemException(
                    Problem.of("project.not-a-project", files.database().toString()));
        }
    }

    private int checkVersion(boolean readOnly) {
        int version = Migrations.version(files.database(), readOnly);
        if (version > migrations.newest()) {
            throw new ProblemException(Problem.of(
                    "project.newer",
                    files.database().toString(),
                    "version",
                    Integer.toString(version),
                    "known",
                    Integer.toString(migrations.newest())));
        }
        return version;
    }

    /**
     * Looks for damage: the whole of a small file, of a large one only whether its end is missing, since reading all of
     * it would take seconds at each opening. Damage elsewhere shows when it is read, and in {@code doctor}.
     */
    private void checkWhole(boolean readOnly) {
        try (Connection connection =
                        Database.dataSource(files.database(), readOnly).getConnection();
                Statement statement = connection.createStatement()) {
            long length = Files.size(files.database());
            boolean logged = Files.exists(
                    files.database().resolveSibling(files.database().getFileName() + "-wal"));
            if (!logged && length < number(statement, "page_count") * number(statement, "page_size")) {
                throw damaged("the end of the file is missing");
            }
            if (length <= SMALL_BYTES) {
                try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
                    String answer = row.getString(1);
                    if (!answer.equals("ok")) {
                        throw damaged(answer);
                    }
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM project")) {
                if (row.getInt(1) != 1) {
                    throw damaged("the project's own row is missing");
                }
            }
        } catch (SQLException e) {
            throw Database.problem(files.database(), e);
        } catch (IOException e) {
            throw writeFailed(e);
        }
    }

    private static long number(Statement statement, String pragma) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            return row.getLong(1);
        }
    }

    private ProblemException damaged(String reason) {
        return new ProblemException(
                Problem.of("project.damaged", files.database().toString(), "reason", reason));
    }

    private ProblemException writeFailed(IOException e) {
        return new ProblemException(
                Problem.of("project.write-failed", files.folder().toString(), "reason", reason(e)), e);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
