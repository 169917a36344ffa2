package sigmark.app.work.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

class SampleProjectTest {
    private static final Author AUTHOR = new Author("tester");

    @TempDir
    Path folder;

    @Test
    void isWholeAcceptedAndSplit() throws IOException {

        Balance balance = SampleProject.create(folder.resolve("sample"), AUTHOR, Progress.SILENT);
        assertThat(balance.out()).isEqualTo(balance.in()).isGreaterThan(100);
        try (ProjectStore store = ProjectStore.open(folder.resolve("sample"), AUTHOR)) {
            var pages = store.pages().list(SliceQuery.parse("-state:returned"));
            assertThat(pages).hasSizeGreaterThanOrEqualTo(12);
            assertThat(pages)
                    .extracting(page -> page.split())
                    .contains(Split.TRAIN, Split.VALIDATION, Split.TEST)
                    .doesNotContain(Split.NONE);
            assertThat(pages).allSatisfy(page -> {
                assertThat(page.state()).isEqualTo(LabelState.ACCEPTED);
                assertThat(store.pages().imagePath(page)).exists();
                assertThat(store.regions().ofPage(page.id())).isNotEmpty().allSatisfy(region -> {
                    assertThat(region.latex()).isPresent();
                    assertThat(region.state()).isEqualTo(LabelState.ACCEPTED);
                });
            });
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("sample"));
        }
    }
}
