package sigmark.labeling.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.file.Hashes;
import sigmark.labeling.delivery.file.KnownKeys;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** A curator and labelers who send packages to and fro, in one folder. */
final class Parcel {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
    static final Author LEE = new Author("H. Lee");
    static final SigningKey PROJECT_KEY = SigningKey.make();
    static final SigningKey KIM_KEY = SigningKey.make();
    static final SigningKey PARK_KEY = SigningKey.make();

    private final Path folder;

    Parcel(Path folder) {
        this.folder = folder;
    }

    /** The curator's project with that many pages; the last {@code gold} have gold truth. */
    ProjectStore project(String name, int pages, int gold) throws IOException {
        ProjectStore store = ProjectStore.create(folder.resolve(name), "Middle school", LEE, CLOCK);
        List<Page> all = new ArrayList<>();
        List<FormulaRegion> truth = new ArrayList<>();
        for (int i = 1; i <= pages; i++) {
            Page page = page(store, i);
            all.add(page);
            if (i > pages - gold) {
                truth.add(drawn("gold-" + i, page.id(), 100, "g_{" + i + "}").withLayer(Layer.GOLD));
            }
        }
        store.addPages(all, truth);
        return store;
    }

    private static Page page(ProjectStore store, int number) throws IOException {
        byte[] picture = ("picture of page " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String path = "images/" + number + ".png";
        Files.write(store.files().folder().resolve(path), picture);
        return new Page(
                "page-" + number,
                number,
                "시험 " + number + ".png",
                new PageSource(path, true, Hashes.sha256(picture), OptionalInt.empty(), 0),
                800,
                1000,
                1,
                0,
                800,
                1000,
                number,
                Split.TEST,
                LabelState.UNTOUCHED,
                Set.of("curators-only"),
                "remark of the curator",
                Instant.parse("2026-11-01T00:00:00Z"));
    }

    static FormulaRegion drawn(String id, String pageId, double top, String latex) {
        return FormulaRegion.drawn(pageId, new Box(50, top, 250, top + 40), FormulaKind.DISPLAY, Writing.PRINTED)
                .withId(id)
                .withOrder(1)
                .withLatex(Optional.of(latex));
    }

    static PackageOrder order(String labeler) {
        return PackageOrder.untouched("Week 47", labeler);
    }

    PackageOut.Sent send(ProjectStore store, PackageOrder order, Path file) {
        return new PackageOut(store, PROJECT_KEY, PackageGuide.NONE).send(order, file, Progress.SILENT);
    }

    WorkOpener.Opened open(Path file, String name) {
        return new WorkOpener(new KnownKeys(folder.resolve("keys")), PackageGuide.NONE, CLOCK)
                .open(file, folder.resolve(name), Progress.SILENT);
    }

    /** Opens the working copy as the labeler. */
    ProjectStore copy(String name, String labeler) {
        return ProjectStore.open(folder.resolve(name), new Author(labeler), CLOCK);
    }

    HandIn.Made handIn(ProjectStore copy, Path file, SigningKey key) {
        return new HandIn(copy, key, PackageGuide.NONE).write(file, Progress.SILENT);
    }

    /** Draws one formula on each page and submits it. */
    static void label(ProjectStore copy, int pages, String prefix) {
        for (Page page : copy.pages().list(SliceQuery.ALL).subList(0, pages)) {
            copy.apply(new DrawRegion(drawn(prefix + page.id(), page.id(), 300, prefix + "^{2}")), 4_000);
            copy.apply(new SetPageState(page.id(), LabelState.SUBMITTED), 1_000);
        }
    }

    static List<FormulaRegion> human(ProjectStore store, String pageId) {
        return store.regions().ofPage(pageId, Layer.HUMAN);
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
