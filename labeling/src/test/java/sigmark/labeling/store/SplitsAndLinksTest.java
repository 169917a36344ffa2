package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.slice.SplitRatios;

class SplitsAndLinksTest {
    private static final String SHA_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    private ProjectStore store;

    @BeforeEach
    void create() throws IOException {
        store = Sample.project(Files.createDirectories(folder.resolve("project")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void splitsKeepNearDuplicatesTogetherAndAreOneUndoStep() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Page page = Sample.page("p" + i, i);
            pages.add(i % 2 == 0 ? page : page.withPicture(Sample.page("x", i - 1)));
        }
        store.addPages(pages, List.of());
        assertThat(store.nearDuplicates(8)).hasSize(99).contains(List.of("p2", "p3")); // p0 has no known hash
        SplitOutcome outcome = store.assignSplits(new SplitRatios(0.8, 0.1, 0.1), 7, SliceQuery.ALL);
        assertThat(outcome.pages()).isEqualTo(Map.of(Split.TRAIN, 160, Split.VALIDATION, 20, Split.TEST, 20));
        assertThat(outcome.groups()).isEqualTo(99);
        assertThat(outcome.largestGroup()).isEqualTo(2);
        for (int i = 2; i < 200; i += 2) {
            assertThat(split("p" + i)).isEqualTo(split("p" + (i + 1)));
        }
        assertThat(store.pages().count(SliceQuery.parse("split:test"))).isEqualTo(20);
        store.undo();
        assertThat(store.pages().count(SliceQuery.parse("split:none"))).isEqualTo(200);
    }

    private Split split(String id) {
        return store.pages().find(id).orElseThrow().split();
    }

    @Test
    void movedImagesAreFoundByTheirHash() throws IOException {
        Path old = folder.resolve("old");
        Path moved = Files.createDirectories(folder.resolve("moved/sub")).getParent();
        store.addPages(
                List.of(
                        linked("same", old.resolve("sub/a.png")),
                        linked("gone", old.resolve("b.png")),
                        linked("other", old.resolve("c.png")),
                        linked("elsewhere", folder.resolve("older/d.png"))),
                List.of());
        Files.writeString(moved.resolve("sub/a.png"), "hello");
        Files.writeString(moved.resolve("c.png"), "changed");
        Balance balance = store.relink(old, moved, Progress.SILENT);
        assertThat(balance.in()).isEqualTo(3);
        assertThat(balance.out()).isEqualTo(1);
        assertThat(balance.leftOut().stream().collect(Collectors.toMap(item -> item.item(), item -> item.reason()
                        .code())))
                .isEqualTo(Map.of("gone.png", "project.image-missing", "other.png", "project.image-differs"));
        Page same = store.pages().find("same").orElseThrow();
        assertThat(store.pages().imagePath(same)).isEqualTo(moved.resolve("sub/a.png"));
        assertThat(store.nextUndo().orElseThrow().edit()).isEqualTo("add-pages");
        Files.writeString(folder.resolve("b2.png"), "hello");
        assertThat(store.relink("gone", folder.resolve("b2.png")).out()).isEqualTo(1);
    }

    private static Page linked(String id, Path file) {
        return Sample.page(id, 1)
                .withSource(new PageSource(file.toString(), false, SHA_OF_HELLO, OptionalInt.empty(), 0));
    }
}
