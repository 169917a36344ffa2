package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PageFormat;
import sigmark.inference.page.PageFrame;
import sigmark.inference.page.PageProbe;
import sigmark.inference.page.PerceptualHash;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.ImageCopy;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/**
 * Turns files into pages of a project, one after the other; pages wait until they are stored together. Files copied for
 * pages that were not stored are removed on closing.
 */
final class PageIntake implements AutoCloseable {
    /** The hash is made from a picture of this size, which is also read to its end to see that it is whole. */
    private static final int LOOK = 320;

    private final ProjectStore store;
    private final ImportOptions options;
    private final Set<String> takenNames = new HashSet<>();
    private final Map<String, List<Page>> bySha = new HashMap<>();
    private final List<Page> looks = new ArrayList<>();
    private final List<Page> waiting = new ArrayList<>();
    private final List<FormulaRegion> waitingRegions = new ArrayList<>();
    private final List<Path> placed = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int nextOrder;
    private long in;
    private long out;

    PageIntake(ProjectStore store, ImportOptions options) {
        this.store = store;
        this.options = options;
        nextOrder = store.pages().nextOrder();
        for (Page page : store.pages().list(SliceQuery.ALL)) {
            remember(page);
            takenNames.add(FileNames.key(page.name()));
        }
    }

    private void remember(Page page) {
        bySha.computeIfAbsent(page.source().sha256(), sha -> new ArrayList<>()).add(page);
        looks.add(page);
    }

    /** Pages of the project and of this intake that hold the file with that hash. */
    List<Page> withSha256(String sha256) {
        return bySha.getOrDefault(sha256, List.of());
    }

    int waiting() {
        return waiting.size();
    }

    List<LeftOut> notes() {
        return leftOut;
    }

    Balance balance() {
        return new Balance(in, out, leftOut);
    }

    /** Takes a file in; false when the disk is full and nothing more can come in. */
    boolean add(Path file) {
        try {
            pages(file);
            return true;
        } catch (ProblemException e) {
            in++;
            leftOut.add(new LeftOut(file.toString(), e.problem()));
            return !e.problem().code().equals("exchange.disk-full");
        }
    }

    /**
     * The pages of a file, new ones waiting to be stored, known ones as they are.
     *
     * @throws ProblemException when the file cannot be read
     */
    List<Page> pages(Path file) {
        PageProbe probe = PageDecoder.probe(file, options.dpi());
        try (ImageCopy copy = options.copy() ? ImageCopy.of(file, store.files().images()) : null) {
            String sha256 = copy == null ? ImageCopy.sha256(file) : copy.sha256Hex();
            List<Page> known = withSha256(sha256);
            List<Page> fresh = new ArrayList<>();
            List<Page> all = new ArrayList<>();
            for (int i = 0; i < probe.pages().size(); i++) {
                int index = i;
                Optional<Page> old = known.stream()
                        .filter(page -> page.source().pdfPage().orElse(0) == index)
                        .findFirst();
                if (old.isPresent()) {
                    all.add(old.get());
                    leftOut.add(new LeftOut(
                            file.toString(),
                            Problem.of(
                                    "exchange.duplicate",
                                    file.toString(),
                                    "page",
                                    old.get().name())));
                } else {
                    Page page = page(file, probe, i, sha256);
                    all.add(page);
                    fresh.add(page);
                }
            }
            if (!fresh.isEmpty()) {
                String path = place(file, copy, known);
                fresh.forEach(page -> accept(page, path, all));
            }
            in += probe.pages().size();
            probe.remarks().forEach(remark -> leftOut.add(new LeftOut(file.toString(), remark)));
            return all;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("image.unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    private void accept(Page page, String path, List<Page> all) {
        PageSource source = page.source();
        Page placedPage = page.withSource(
                        new PageSource(path, options.copy(), source.sha256(), source.pdfPage(), source.dpi()))
                .withName(FileNames.unique(page.name(), takenNames))
                .withOrder(nextOrder++);
        noteNear(placedPage);
        all.replaceAll(each -> each.id().equals(page.id()) ? placedPage : each);
        waiting.add(placedPage);
        remember(placedPage);
    }

    private void noteNear(Page page) {
        looks.stream()
                .filter(other -> PerceptualHash.near(other.perceptualHash(), page.perceptualHash())
                        && !other.source().sha256().equals(page.source().sha256()))
                .findFirst()
                .ifPresent(other -> leftOut.add(new LeftOut(
                        page.name(), Problem.of("exchange.near-duplicate", page.name(), "page", other.name()))));
    }

    /** A page as it would be, without name and place in the project. */
    private Page page(Path file, PageProbe probe, int index, String sha256) {
        PageFrame frame = probe.pages().get(index);
        PixelImage look = PageDecoder.thumbnail(file, index, LOOK);
        boolean many = probe.format() == PageFormat.PDF || probe.pages().size() > 1;
        String base = FileNames.base(String.valueOf(file.getFileName()));
        return new Page(
                UUID.randomUUID().toString(),
                0,
                many ? base + "#" + (index + 1) : base,
                new PageSource(
                        "",
                        options.copy(),
                        sha256,
                        many ? OptionalInt.of(index) : OptionalInt.empty(),
                        probe.format() == PageFormat.PDF ? options.dpi() : 0),
                frame.rawWidth(),
                frame.rawHeight(),
                frame.exifOrientation(),
                0,
                frame.width(),
                frame.height(),
                PerceptualHash.of(look.grey()),
                Split.NONE,
                LabelState.UNTOUCHED,
                Set.of(),
                "",
                Instant.now());
    }

    /** Where the file will lie: the copy gets a free name, a linked file stays where it is. */
    private String place(Path file, @org.jspecify.annotations.Nullable ImageCopy copy, List<Page> known)
            throws IOException {
        if (copy == null) {
            return file.toAbsolutePath().normalize().toString().replace('\\', '/');
        }
        Optional<Page> samePlace = known.stream()
                .filter(page -> page.source().copied()
                        && Files.isRegularFile(store.pages().imagePath(page)))
                .findFirst();
        if (samePlace.isPresent()) {
            return samePlace.get().source().path();
        }
        String name = FileNames.safe(String.valueOf(file.getFileName()));
        Set<String> there = new HashSet<>();
        String free = FileNames.unique(name, there);
        while (Files.exists(store.files().images().resolve(free))) {
            free = FileNames.unique(name, there);
        }
        placed.add(copy.placeAs(free));
        return store.files()
                        .folder()
                        .relativize(store.files().images())
                        .toString()
                        .replace('\\', '/') + "/" + free;
    }

    /** One page's picture for another page's labels; the file's first page. */
    Page picture(Path file) {
        PageProbe probe = PageDecoder.probe(file, options.dpi());
        try (ImageCopy copy = options.copy() ? ImageCopy.of(file, store.files().images()) : null) {
            String sha256 = copy == null ? ImageCopy.sha256(file) : copy.sha256Hex();
            Page page = page(file, probe, 0, sha256);
            PageSource source = page.source();
            String path = place(file, copy, withSha256(sha256));
            probe.remarks().forEach(remark -> leftOut.add(new LeftOut(file.toString(), remark)));
            return page.withSource(new PageSource(path, options.copy(), sha256, source.pdfPage(), source.dpi()));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("image.unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    /** Changes a page that waits; false when it is stored already. */
    boolean amend(Page page) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).id().equals(page.id())) {
                waiting.set(i, page);
                return true;
            }
        }
        return false;
    }

    /** Adds regions to pages that wait, to be stored with them. */
    void addRegions(List<FormulaRegion> regions) {
        waitingRegions.addAll(regions);
    }

    /** Stores the pages that wait, in one transaction. */
    void store() {
        if (!waiting.isEmpty()) {
            store.addPages(waiting, waitingRegions);
            out += waiting.size();
            waiting.clear();
            waitingRegions.clear();
        }
        keep();
    }

    /** The files placed so far belong to the project. */
    void keep() {
        placed.clear();
    }

    @Override
    public void close() {
        for (Path file : placed) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The import has failed already; a file too many does no harm.
                continue;
            }
        }
    }
}
