package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.slice.SliceQuery;

class OpeningTest {
    @TempDir
    Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectories(temporary.resolve("수능 100% #1?"));
        file = folder.resolve("Exams.sigmark");
        try (ProjectStore store = Sample.project(folder)) {
            store.addPages(List.of(Sample.page("p1", 1)), List.of());
            store.apply(new DrawRegion(Sample.region("r1", "p1")), 0);
        }
    }

    private static void assertProblem(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(
                        thrown.problem().code())
                .isEqualTo(code));
    }

    private void assertOpeningFails(String code) {
        assertProblem(code, () -> ProjectStore.open(folder, Sample.KIM).close());
        assertThat(folder.resolve("Exams.sigmark.lock")).doesNotExist();
    }

    @Test
    void aFolderWithoutProjectIsNone() {
        assertProblem("project.not-a-project", () -> ProjectStore.open(temporary, Sample.KIM));
        assertProblem("project.not-a-project", () -> ProjectStore.open(temporary.resolve("nowhere"), Sample.KIM));
    }

    @Test
    void anotherFileWithTheNameIsNone() throws IOException {
        for (String content : List.of("", "hello", "SQLite format 3\0" + "x".repeat(200))) {
            Files.writeString(file, content);
            assertOpeningFails("project.not-a-project");
        }
    }

    @Test
    void anotherProgramsDatabaseIsNone() throws Exception {
        Files.delete(file);
        sql("CREATE TABLE note (text TEXT)");
        assertOpeningFails("project.not-a-project");
    }

    @Test
    void aNewerProjectIsNotTouched() throws Exception {
        sql("PRAGMA user_version = 999");
        byte[] before = Files.readAllBytes(file);
        assertOpeningFails("project.newer");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aTruncatedFileIsDamaged() throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(access.length() - 4096 * 3);
        }
        assertOpeningFails("project.damaged");
    }

    @Test
    void aFileWithForeignBytesIsDamaged() throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = 4096; at < access.length(); at += 512) {
                access.seek(at);
                access.write(new byte[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7});
            }
        }
        assertOpeningFails("project.damaged");
    }

    @Test
    void anOpenProjectIsLockedAndNamesItsHolder() throws IOException {
        try (ProjectStore first = ProjectStore.open(folder, Sample.KIM)) {
            assertThat(first.readOnly()).isFalse();
            assertThatThrownBy(() -> ProjectStore.open(folder, Sample.LEE))
                    .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                        assertThat(thrown.problem().code()).isEqualTo("project.locked");
                        assertThat(thrown.problem().facts())
                                .containsEntry(
                                        "process",
                                        Long.toString(ProcessHandle.current().pid()));
                    });
            try (ProjectStore looking = ProjectStore.openReadOnly(folder, Sample.LEE)) {
                first.apply(new TypeLatex("r1", "x"), 0);
                assertThat(looking.regions().find("r1").orElseThrow().latex()).contains("x");
            }
        }
        ProjectStore.open(folder, Sample.LEE).close();
    }

    @Test
    void aLockThatADeadProcessLeftIsTakenOver() throws IOException {
        Files.writeString(folder.resolve("Exams.sigmark.lock"), "4000000 elsewhere 1-2-3");
        ProjectStore.open(folder, Sample.KIM).close();
        assertThat(folder.resolve("Exams.sigmark.lock")).doesNotExist();
    }

    @Test
    void aReadOnlyStoreShowsAllAndRefusesEveryChange() {
        try (ProjectStore store = ProjectStore.openReadOnly(folder, Sample.KIM)) {
            assertThat(store.readOnly()).isTrue();
            assertThat(store.regions().search(SliceQuery.ALL)).hasSize(1);
            assertProblem("project.read-only", () -> store.apply(new TypeLatex("r1", "x"), 0));
            assertProblem("project.read-only", store::undo);
        }
    }

    @Test
    void aCopyOfTheFolderOpensElsewhere() throws IOException {
        Path copy = Files.createDirectories(temporary.resolve("copy"));
        try (ProjectStore open = ProjectStore.open(folder, Sample.KIM)) {
            open.apply(new TypeLatex("r1", "y"), 0);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.copy(each, copy.resolve(each.getFileName().toString()));
                }
            }
        }
        try (ProjectStore store = ProjectStore.open(copy, Sample.LEE)) {
            assertThat(store.regions().find("r1").orElseThrow().latex()).contains("y");
            assertThat(store.undo()).isPresent();
            assertThat(store.info().folder()).isEqualTo(copy);
        }
    }

    @Test
    void aBackupIsAProject() throws IOException {
        Path backup = temporary.resolve("backups").resolve("monday.sigmark");
        try (ProjectStore store = ProjectStore.open(folder, Sample.KIM)) {
            store.apply(new TypeLatex("r1", "z"), 0);
            store.backup(backup);
            assertProblem("project.backup-exists", () -> store.backup(backup));
        }
        try (ProjectStore store = ProjectStore.open(backup, Sample.KIM)) {
            assertThat(store.regions().find("r1").orElseThrow().latex()).contains("z");
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void anExistingProjectIsNotOverwritten() {
        assertProblem("project.exists", () -> ProjectStore.create(folder, "Exams", Sample.KIM));
        ProjectStore.open(folder, Sample.KIM).close();
    }

    @Test
    void anOlderProjectIsBackedUpAndBroughtUpToDate() throws IOException {
        Migrations newer = new Migrations(8, List.of(Migrations.SCRIPTS, "classpath:sigmark/labeling/store/newer"));
        int regions = new ProjectOpener(ProjectFiles.find(folder), newer).open(new CountingRegions());
        assertThat(regions).isEqualTo(1);
        assertOpeningFails("project.newer");
        Path backup = folder.resolve("backups/Exams-version-7.sigmark");
        try (ProjectStore store = ProjectStore.open(backup, Sample.KIM)) {
            assertThat(store.regions().find("r1")).isPresent();
        }
    }

    @Test
    void aMigrationThatFailsLeavesTheProjectAsItWas() throws IOException {
        Migrations broken = new Migrations(8, List.of(Migrations.SCRIPTS, "classpath:sigmark/labeling/store/broken"));
        assertProblem("project.migration-failed", () -> new ProjectOpener(ProjectFiles.find(folder), broken)
                .open(new CountingRegions()));
        try (ProjectStore store = ProjectStore.open(folder, Sample.KIM)) {
            assertThat(store.regions().find("r1")).isPresent();
        }
    }

    @Test
    void aFullDiskLeavesEverythingAsItWas() throws IOException {
        try (ProjectStore store = ProjectStore.open(folder, Sample.KIM)) {
            store.database().outsideTransaction("PRAGMA max_page_count = 1");
            String much = "x+".repeat(200_000);
            assertProblem("project.write-failed-full", () -> store.apply(new TypeLatex("r1", much), 0));
            assertThat(store.regions().find("r1").orElseThrow().latex()).isEmpty();
            assertThat(store.nextUndo().orElseThrow().edit()).isEqualTo("draw-region");
            assertThat(store.regions().search(SliceQuery.parse("empty"))).hasSize(1);
            store.database().outsideTransaction("PRAGMA max_page_count = 1000000");
            store.apply(new TypeLatex("r1", much), 0);
            assertThat(store.regions().find("r1").orElseThrow().latex()).contains(much);
        }
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = Database.dataSource(file, false).getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private final class CountingRegions implements ProjectOpener.Opening<Integer> {
        @Override
        public Integer writable(ProjectLock lock) {
            try (Database database = new Database(file, false)) {
                return database.read(handle -> handle.createQuery("SELECT count(*) FROM region WHERE note = ''")
                        .mapTo(Integer.class)
                        .one());
            } finally {
                lock.close();
            }
        }

        @Override
        public Integer readOnly() {
            throw new AssertionError("the folder can be written to");
        }
    }
}
