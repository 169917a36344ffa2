package sigmark.labeling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.page.Box;
import sigmark.inference.work.Balance;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

class PageImporterTest {
    @TempDir
    Path folder;

    private Path source;
    private ProjectStore store;

    @BeforeEach
    void create() throws IOException {
        source = Files.createDirectories(folder.resolve("source"));
        store = Samples.project(folder.resolve("project"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Balance importAll(ImportOptions options, Path... paths) {
        return PageImporter.importPages(store, List.of(paths), options, Progress.SILENT);
    }

    private Balance importSource() {
        return importAll(ImportOptions.DEFAULT, source);
    }

    private List<String> names() {
        return store.pages().list(SliceQuery.ALL).stream().map(Page::name).toList();
    }

    private static List<String> codes(Balance balance) {
        return balance.leftOut().stream().map(each -> each.reason().code()).toList();
    }

    @Test
    void bringsInAFolderInTheOrderPeopleCountAndListsWhatItCannotRead() {
        Samples.png(source, "page10.png", 60, 80, 10);
        Samples.png(source, "page2.png", 60, 80, 2);
        Samples.write(source, "chapter/page1.jpg", Samples.jpeg(80, 60, 1, 6));
        Samples.write(source, "script.pdf", Samples.pdf(2));
        Samples.write(source, "empty.png", new byte[0]);
        Samples.write(source, "cut.jpg", Arrays.copyOf(Samples.jpeg(80, 60, 3, 1), 900));
        Samples.write(source, "notes.txt", "not a page");
        Samples.write(source, ".hidden.png", "hidden");

        Balance balance = importSource();

        assertThat(names()).containsExactly("page1.jpg", "page2.png", "page10.png", "script.pdf#1", "script.pdf#2");
        assertThat(balance.in()).isEqualTo(7);
        assertThat(balance.out()).isEqualTo(5);
        assertThat(codes(balance))
                .contains("image.empty", "exchange.other-files")
                .hasSize(3);
        Page turned = Samples.page(store, "page1.jpg");
        assertThat(List.of(turned.width(), turned.height(), turned.rawWidth(), turned.exifOrientation()))
                .containsExactly(60, 80, 80, 6);
        Page pdf = Samples.page(store, "script.pdf#2");
        assertThat(pdf.width()).isEqualTo(227);
        assertThat(pdf.source().dpi()).isEqualTo(200);
        assertThat(store.pages().imagePath(pdf))
                .exists()
                .hasParent(store.files().images());
    }

    @Test
    void importsNoFileTwice() {
        Path first = Samples.png(source, "a.png", 60, 80, 1);
        importSource();
        Samples.write(source, "copy of a.png", read(first));
        Balance again = importSource();
        assertThat(names()).containsExactly("a.png");
        assertThat(again.in()).isEqualTo(2);
        assertThat(again.out()).isZero();
        assertThat(again.leftOut())
                .allSatisfy(each -> assertThat(each.reason().facts()).containsEntry("page", "a.png"));
        assertThat(filesIn(store.files().images())).containsExactly("a.png");
    }

    @Test
    void notesPagesThatLookAlike() {
        Samples.png(source, "a.png", 600, 800, 1);
        Samples.write(source, "b.jpg", Samples.encoded(Samples.picture(600, 800, 1), "jpg"));
        Balance balance = importSource();
        assertThat(balance.out()).isEqualTo(2);
        assertThat(codes(balance)).containsExactly("exchange.near-duplicate");
    }

    @Test
    void givesEqualNamesNumbersAndTakesUnicodeFormsForOneName() {
        String composed = "수학.png";
        Samples.png(source, "1/" + composed, 60, 80, 1);
        Samples.png(source, "2/" + Normalizer.normalize(composed, Normalizer.Form.NFD), 60, 80, 2);
        importSource();
        assertThat(names()).containsExactly("수학.png", "수학 (2).png");
        assertThat(filesIn(store.files().images())).containsExactlyInAnyOrder("수학.png", "수학 (2).png");
    }

    @Test
    void linksFilesWhereTheyAreAndFindsThemAgainWhenMoved() throws IOException {
        Path file = Samples.png(source, "a.png", 60, 80, 1);
        importAll(new ImportOptions(false, 200, true), file);
        Page page = Samples.page(store, "a.png");
        assertThat(store.pages().imagePath(page)).isEqualTo(file.toAbsolutePath());
        assertThat(filesIn(store.files().images())).isEmpty();

        Path moved = Files.createDirectories(folder.resolve("elsewhere/deep")).resolve("renamed.png");
        Files.move(file, moved);
        Balance balance = PageImporter.relink(store, folder.resolve("elsewhere"), Progress.SILENT);
        assertThat(balance).isEqualTo(new Balance(1, 1, List.of()));
        assertThat(store.pages().imagePath(Samples.page(store, "a.png"))).isEqualTo(moved.toAbsolutePath());
    }

    @Test
    void leavesWholePagesWhenStopped() {
        for (int i = 0; i < 5; i++) {
            Samples.png(source, "p" + i + ".png", 60, 80, i);
        }
        var stopping = new Progress() {
            private long done;

            @Override
            public void update(long done, long total, String item) {
                this.done = done;
            }

            @Override
            public boolean cancelled() {
                return done >= 2;
            }
        };
        Balance balance = PageImporter.importPages(store, List.of(source), ImportOptions.DEFAULT, stopping);
        assertThat(balance.in()).isEqualTo(5);
        assertThat(balance.out()).isEqualTo(2);
        assertThat(codes(balance)).containsOnly("exchange.cancelled").hasSize(3);
        assertThat(names()).containsExactly("p0.png", "p1.png");
        assertThat(filesIn(store.files().images())).containsExactly("p0.png", "p1.png");
    }

    @Test
    void undoTakesTheImportBackAndItCanBeDoneAnew() {
        Samples.png(source, "a.png", 60, 80, 1);
        importSource();
        store.undo();
        assertThat(names()).isEmpty();
        assertThat(importSource().out()).isEqualTo(1);
        assertThat(store.pages().imagePath(Samples.page(store, "a.png"))).exists();
    }

    @Test
    void replacesAPictureUnderItsLabels() {
        Path old = Samples.png(source, "a.png", 60, 80, 1);
        importAll(ImportOptions.DEFAULT, old);
        Page page = Samples.page(store, "a.png");
        Samples.draw(store, page, new Box(10, 20, 30, 40), Optional.of("x"));

        Balance balance = PageImporter.replace(
                store, page.id(), Samples.png(source, "better.png", 120, 160, 2), ImportOptions.DEFAULT);
        assertThat(codes(balance)).containsExactly("exchange.size-changed");
        assertThat(store.regions().ofPage(page.id()).get(0).box()).isEqualTo(new Box(20, 40, 60, 80));

        Path other = Samples.png(source, "other.png", 300, 100, 3);
        var refused = catchThrowableOfType(
                ProblemException.class, () -> PageImporter.replace(store, page.id(), other, ImportOptions.DEFAULT));
        assertThat(refused.problem().code()).isEqualTo("exchange.other-shape");
        assertThat(filesIn(store.files().images())).containsExactlyInAnyOrder("a.png", "better.png");
    }

    @Test
    void saysWhatIsNotThere() {
        Balance balance = importAll(ImportOptions.DEFAULT, folder.resolve("nowhere.png"));
        assertThat(balance.in()).isEqualTo(1);
        assertThat(codes(balance)).containsExactly("image.missing");
    }

    private static List<String> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
