package sigmark.labeling.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntConsumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Brings a project's tables to the version that this program writes. */
final class Migrations {
    /** Version of the tables that this program reads and writes. */
    static final int NEWEST = 7;

    /** Where the scripts lie on the class path. */
    static final String SCRIPTS = "classpath:sigmark/labeling/store/migrations";

    private final int newest;
    private final List<String> locations;

    Migrations() {
        this(NEWEST, List.of(SCRIPTS));
    }

    Migrations(int newest, List<String> locations) {
        this.newest = newest;
        this.locations = List.copyOf(locations);
    }

    int newest() {
        return newest;
    }

    /** Version of the tables in a file; 0 when it has none. */
    static int version(Path file, boolean readOnly) {
        try (Connection connection = Database.dataSource(file, readOnly).getConnection();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.getInt(1);
        } catch (SQLException e) {
            throw Database.problem(file, e);
        }
    }

    /**
     * One migration after the other, all at once for a file without tables; {@code beforeEach} is told the version that
     * the file has then.
     */
    void run(Path file, IntConsumer beforeEach) {
        SQLiteDataSource source = Database.dataSource(file, false);
        int version = version(file, false);
        while (version < newest) {
            beforeEach.accept(version);
            version = version == 0 ? newest : version + 1;
            try {
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(source)
                        .locations(locations.toArray(String[]::new))
                        .table("schema_history")
                        .target(Integer.toString(version))
                        .loggers("slf4j")
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                RuntimeException known = Database.problem(file, e);
                throw known instanceof ProblemException ? known : failed(file, version, e);
            }
        }
    }

    private static ProblemException failed(Path file, int version, FlywayException e) {
        return new ProblemException(
                Problem.of("project.migration-failed", file.toString(), "version", Integer.toString(version)), e);
    }
}
