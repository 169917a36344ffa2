package sigmark.labeling.packing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.imageio.ImageIO;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.delivery.file.Hashes;
import sigmark.labeling.delivery.file.KnownKeys;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.MergeLabels;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/**
 * Measures one large package on its whole way: out, opened by the labeler, handed in, merged, and the same return once
 * more. Projects and files are made for it in a folder that the caller removes.
 */
public final class PackageBenchmark {
    private static final String LABELER = "Labeler";
    private static final Author CURATOR = new Author("Curator");
    private static final int SIDE = 400;
    private static final int PAGES_A_BATCH = 1000;

    private final Path folder;
    private final int pages;
    private final int regionsAPage;

    public PackageBenchmark(Path folder, int pages, int regionsAPage) {
        this.folder = folder;
        this.pages = pages;
        this.regionsAPage = regionsAPage;
    }

    /**
     * What was measured; times in seconds.
     *
     * @param merged regions that came into the project
     * @param sentBytes size of the package, and of the return
     * @param again merging the same return once more, which changes nothing
     * @param peakBytes most heap that was in use at any time, as the virtual machine's pools say
     */
    public record Result(
            int pages,
            int merged,
            double out,
            double open,
            double handIn,
            double merge,
            double again,
            long sentBytes,
            long returnBytes,
            long peakBytes) {}

    public Result run(Progress progress) throws IOException {
        Path sent = folder.resolve("work.sigpack");
        Path back = folder.resolve("back.sigpack");
        SigningKey labelersKey = SigningKey.make();
        try (ProjectStore project = ProjectStore.create(folder.resolve("project"), "benchmark", CURATOR)) {
            build(project);
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            double out = seconds(() -> new PackageOut(project, SigningKey.make(), PackageGuide.NONE)
                    .send(PackageOrder.untouched("Large", LABELER), sent, progress));
            Path copy = folder.resolve("copy");
            double open = seconds(
                    () -> new WorkOpener(new KnownKeys(folder.resolve("keys")), PackageGuide.NONE, Clock.systemUTC())
                            .open(sent, copy, progress));
            double handIn;
            try (ProjectStore work = ProjectStore.open(copy, new Author(LABELER))) {
                label(work);
                handIn = seconds(() -> new HandIn(work, labelersKey, PackageGuide.NONE).write(back, progress));
            }
            double merge = seconds(() -> merge(project, back, labelersKey, progress));
            double again = seconds(() -> merge(project, back, labelersKey, progress));
            return new Result(
                    pages,
                    project.regions().count(SliceQuery.ALL),
                    out,
                    open,
                    handIn,
                    merge,
                    again,
                    Files.size(sent),
                    Files.size(back),
                    pools().stream()
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum());
        }
    }

    private static void merge(ProjectStore project, Path back, SigningKey key, Progress progress) {
        new PackageIn(project, PackageGuide.NONE).merge(back, Resolution.ASK, Optional.of(key.fingerprint()), progress);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void build(ProjectStore project) throws IOException {
        byte[] png = picture();
        List<Page> batch = new ArrayList<>();
        for (int i = 1; i <= pages; i++) {
            batch.add(page(project, png, i));
            if (batch.size() == PAGES_A_BATCH || i == pages) {
                project.addPages(batch, List.of());
                batch.clear();
            }
        }
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** A small picture that differs from all others behind its end, where no decoder looks. */
    private static Page page(ProjectStore project, byte[] png, int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(png);
        bytes.writeBytes(("page " + number).getBytes(StandardCharsets.UTF_8));
        String path = "images/%05d.png".formatted(number);
        Files.write(project.files().folder().resolve(path), bytes.toByteArray());
        return new Page(
                "page-" + number,
                number,
                "page %05d.png".formatted(number),
                new PageSource(path, true, Hashes.sha256(bytes.toByteArray()), OptionalInt.empty(), 0),
                SIDE,
                SIDE,
                1,
                0,
                SIDE,
                SIDE,
                number,
                Split.NONE,
                LabelState.UNTOUCHED,
                Set.of(),
                "",
                Instant.EPOCH);
    }

    private void label(ProjectStore work) {
        List<Page> all = work.pages().list(SliceQuery.ALL);
        for (int first = 0; first < all.size(); first += PAGES_A_BATCH) {
            List<FormulaRegion> drawn = new ArrayList<>();
            Map<String, LabelState> states = new HashMap<>();
            for (Page page : all.subList(first, Math.min(all.size(), first + PAGES_A_BATCH))) {
                for (int i = 0; i < regionsAPage; i++) {
                    Box box = new Box(10, 10 + 35 * (i % 10), 200, 40 + 35 * (i % 10));
                    drawn.add(FormulaRegion.drawn(page.id(), box, FormulaKind.INLINE, Writing.PRINTED)
                            .withOrder(i + 1)
                            .withLatex(Optional.of("a_{n+%d}=2a_{n}+%d".formatted(i + 1, page.order()))));
                }
                states.put(page.id(), LabelState.SUBMITTED);
            }
            work.apply(new MergeLabels(drawn, List.of(), states), 0);
        }
    }
}
