package sigmark.labeling.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir
    Path folder;

    @Test
    void tablesOpenRightInASpreadsheetAndRunNothing() throws IOException {
        var text = new StringWriter();
        try (var table = new CsvTable(text, List.of("formula", "count"))) {
            table.row(List.of("=1+1", -3));
            table.row(List.of("-x^2", 0.5));
            table.row(List.of("a,\"b\"\nc", 1));
            table.row(List.of("수학", "@x"));
        }
        assertThat(text.toString())
                .isEqualTo("\uFEFFformula,count\r\n'=1+1,-3\r\n'-x^2,0.5\r\n\"a,\"\"b\"\"\nc\",1\r\n수학,'@x\r\n");
    }

    @Test
    void countsAsPeopleDo() {
        var names = new ArrayList<>(List.of("p10", "p9", "P2", "p02b", "p1/x", "q"));
        names.sort(NaturalOrder.NAMES);
        assertThat(names).containsExactly("p1/x", "P2", "p02b", "p9", "p10", "q");
    }

    @Test
    void namesAreUniqueWhateverTheirCaseOrUnicodeForm() {
        Set<String> taken = new HashSet<>();
        assertThat(FileNames.unique("가.png", taken)).isEqualTo("가.png");
        assertThat(FileNames.unique(Normalizer.normalize("가.PNG", Normalizer.Form.NFD), taken))
                .isEqualTo("가 (2).PNG");
        assertThat(FileNames.safe("a/b:c?.png")).isEqualTo("a-b-c-.png");
        assertThat(FileNames.safe("..")).isEqualTo("page");
        assertThat(FileNames.safe("x".repeat(500) + ".png")).hasSize(180).endsWith(".png");
        assertThat(FileNames.base("C:\\pages\\수학.png")).isEqualTo("수학.png");
    }

    @Test
    void findsFilesInEitherUnicodeFormButNoneOutside() throws IOException {
        Path file = Files.createFile(folder.resolve(Normalizer.normalize("수학.png", Normalizer.Form.NFD)));
        assertThat(FileNames.find(folder, "수학.png")).contains(file);
        assertThat(FileNames.find(folder, ".\\수학.png")).contains(file);
        assertThat(FileNames.find(folder.resolve("below"), "../수학.png")).isEmpty();
        assertThat(FileNames.find(folder, "")).isEmpty();
        assertThat(FileNames.find(folder, "a\u0000b")).isEmpty();
    }

    @Test
    void aNewFolderAppearsWholeOrNotAtAll() throws IOException {
        Path place = folder.resolve("out");
        try (var half = NewFolder.at(place)) {
            Files.writeString(
                    Files.createDirectories(half.path().resolve("deep")).resolve("a"), "a");
        }
        assertThat(folder).isEmptyDirectory();
        try (var whole = NewFolder.at(place)) {
            Files.writeString(whole.path().resolve("a"), "a");
            whole.complete();
        }
        assertThat(place.resolve("a")).hasContent("a");
        assertThatThrownBy(() -> NewFolder.at(place)).hasMessageContaining("exchange.folder-not-empty");
        assertThatThrownBy(() -> NewFolder.at(place.resolve("a"))).hasMessageContaining("exchange.not-a-folder");
    }

    @Test
    void copiesAreHashedAndPlacedOrGone() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        Path images = folder.resolve("images");
        try (ImageCopy copy = ImageCopy.of(file, images)) {
            assertThat(copy.sha256Hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
        assertThat(images).isEmptyDirectory();
        try (ImageCopy copy = ImageCopy.of(file, images)) {
            copy.placeAs("b");
        }
        assertThat(images.resolve("b")).hasContent("abc");
    }
}
