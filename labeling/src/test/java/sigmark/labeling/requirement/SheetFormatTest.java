package sigmark.labeling.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that describes the sheet says what the reader takes. */
final class SheetFormatTest {
    private static final Path PAGE = Path.of("../src-resources/docs/formats/requirement-sheet.md");

    @Test
    void theExampleIsReadWhole() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml") + 8;
        SheetReader.Read read = SheetReader.read(page.substring(start, page.indexOf("```", start)), "page");
        assertThat(read.problems()).isEmpty();
        assertThat(read.sheet().lines()).hasSize(3);
        assertThat(SheetReader.read(SheetWriter.write(read.sheet()), "again").orThrow())
                .isEqualTo(read.sheet());
    }

    @Test
    void everyWordIsThere() throws IOException {
        String page = Files.readString(PAGE);
        for (Measure measure : Measure.values()) {
            assertThat(page).contains("`" + measure.word() + "`");
        }
        for (RequirementKind kind : RequirementKind.values()) {
            assertThat(page).contains("`" + kind.word() + "`");
        }
        for (ServingPlace place : ServingPlace.values()) {
            assertThat(page).contains("`" + place.word() + "`");
        }
        for (PipelineModule module : PipelineModule.values()) {
            assertThat(page).contains("`" + module.word() + "`");
        }
    }
}
