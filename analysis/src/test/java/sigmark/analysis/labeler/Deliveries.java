package sigmark.analysis.labeler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.delivery.file.Hashes;
import sigmark.labeling.delivery.file.KnownKeys;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.packing.HandIn;
import sigmark.labeling.packing.PackageGuide;
import sigmark.labeling.packing.PackageIn;
import sigmark.labeling.packing.PackageOrder;
import sigmark.labeling.packing.PackageOut;
import sigmark.labeling.packing.PageChoice;
import sigmark.labeling.packing.WorkOpener;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** A curator's project in a folder, and labelers who label what they are told to. */
final class Deliveries implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
    private static final SigningKey PROJECT_KEY = SigningKey.make();

    private final Path folder;
    private final ProjectStore project;
    private int sent;

    /** @param goldFrom number of the first page with gold truth: {@code x^{i}} in three boxes */
    Deliveries(Path folder, int pages, int goldFrom) throws IOException {
        this.folder = folder;
        this.project = ProjectStore.create(folder.resolve("p"), "Middle school", new Author("H. Lee"), CLOCK);
        List<Page> all = new ArrayList<>();
        List<FormulaRegion> gold = new ArrayList<>();
        for (int number = 1; number <= pages; number++) {
            all.add(page(number));
            for (int i = 1; number >= goldFrom && i <= 3; i++) {
                gold.add(region("p" + number, i, "x^{" + i + "}")
                        .withId("gold-" + number + "-" + i)
                        .withLayer(Layer.GOLD));
            }
        }
        project.addPages(all, gold);
    }

    ProjectStore project() {
        return project;
    }

    private Page page(int number) throws IOException {
        byte[] picture = ("picture " + number).getBytes(StandardCharsets.UTF_8);
        String path = "images/" + number + ".png";
        Files.write(project.files().folder().resolve(path), picture);
        return new Page(
                "p" + number,
                number,
                number + ".png",
                new PageSource(path, true, Hashes.sha256(picture), OptionalInt.empty(), 0),
                800,
                1000,
                1,
                0,
                800,
                1000,
                number,
                Split.NONE,
                LabelState.UNTOUCHED,
                Set.of(),
                "",
                Instant.EPOCH);
    }

    static FormulaRegion region(String page, int place, String latex) {
        Box box = new Box(50, 100.0 * place, 250, 100.0 * place + 40);
        return FormulaRegion.drawn(page, box, FormulaKind.INLINE, Writing.PRINTED)
                .withOrder(place)
                .withLatex(Optional.of(latex));
    }

    /**
     * Sends pages, has them labeled with 10 s of active time for each formula, and merges what comes back.
     *
     * @param labels LaTeX by page, from the top; an empty text is a formula passed over
     * @return the package's id
     */
    String deliver(
            String labeler,
            List<String> work,
            List<String> overlap,
            List<String> gold,
            Map<String, List<String>> labels) {
        sent++;
        Path file = folder.resolve(sent + ".sigpack");
        Path back = folder.resolve(sent + "-back.sigpack");
        PackageOrder order = new PackageOrder(
                "Week " + sent,
                labeler,
                "Vendor of " + labeler,
                SliceQuery.ALL,
                0,
                0,
                0,
                PackageOrder.LabelsSent.OWN,
                false,
                Optional.empty(),
                "");
        PackageOut.Sent out = new PackageOut(project, PROJECT_KEY, PackageGuide.NONE)
                .send(order, PageChoice.of(pages(work), pages(overlap), pages(gold)), file, Progress.SILENT);
        Path copy = folder.resolve("copy-" + sent);
        new WorkOpener(new KnownKeys(folder.resolve("keys")), PackageGuide.NONE, CLOCK)
                .open(file, copy, Progress.SILENT);
        SigningKey key = SigningKey.kept(
                folder.resolve("keys"), "labeler-" + Hashes.sha256(labeler.getBytes(StandardCharsets.UTF_8)));
        try (ProjectStore store = ProjectStore.open(copy, new Author(labeler), CLOCK)) {
            labels.forEach((page, formulas) -> label(store, page, formulas));
            new HandIn(store, key, PackageGuide.NONE).write(back, Progress.SILENT);
        }
        new PackageIn(project, PackageGuide.NONE)
                .merge(back, Resolution.ASK, Optional.of(key.fingerprint()), Progress.SILENT);
        return out.work().id();
    }

    private List<Page> pages(List<String> ids) {
        return ids.stream().flatMap(id -> project.pages().find(id).stream()).toList();
    }

    private static void label(ProjectStore store, String page, List<String> formulas) {
        for (int i = 0; i < formulas.size(); i++) {
            if (!formulas.get(i).isEmpty()) {
                store.apply(new DrawRegion(region(page, i + 1, formulas.get(i))), 10_000);
            }
        }
        store.apply(new SetPageState(page, LabelState.SUBMITTED), 0);
    }

    @Override
    public void close() {
        project.close();
    }
}
