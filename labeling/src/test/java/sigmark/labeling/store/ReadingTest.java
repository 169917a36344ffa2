package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads waits for nobody. */
class ReadingTest {
    @TempDir
    Path folder;

    @Test
    void readersWaitNeitherForTheWriterNorForEachOther() {
        try (ProjectStore store = ProjectStore.create(folder.resolve("p"), "p", Sample.KIM)) {
            store.addPages(List.of(Sample.page("p1", 1)), List.of());
            Database database = store.database();
            String seen = Assertions.assertTimeout(
                    Duration.ofSeconds(5),
                    () -> database.write(writer -> {
                        writer.execute("UPDATE page SET remark = 'half done'");
                        return database.read(
                                first -> database.read(second -> second.createQuery("SELECT name || remark FROM page")
                                        .mapTo(String.class)
                                        .one()));
                    }));
            assertThat(seen).as("what was there before the write").isEqualTo("p1.png");
        }
    }
}
