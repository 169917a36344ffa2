package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.page.PageFormat;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.ReplacePage;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.FoundFiles;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/**
 * Brings page images into a project: PNG, JPEG, TIFF, BMP, WebP and PDF, told by content. A file that is there already
 * (same SHA-256) or cannot be read is left out with its reason, and the rest goes on. Stopping leaves whole pages.
 */
public final class PageImporter {
    /** Pages are stored in batches of so many files: one transaction and one undo step each. */
    private static final int BATCH = 100;

    private PageImporter() {}

    /**
     * Imports files and folders.
     *
     * @return pages offered (a file that cannot be read counts as one), pages that are new in the project, and what was
     *     left out; near duplicates are noted there too although they came in
     */
    public static Balance importPages(ProjectStore store, List<Path> paths, ImportOptions options, Progress progress) {
        FoundFiles found = FoundFiles.in(paths, options.recursive());
        List<LeftOut> leftOut = new ArrayList<>(found.leftOut());
        List<Path> files = pageFiles(store, found.files(), Set.copyOf(paths), leftOut);
        Balance total = new Balance(found.leftOut().size(), 0, leftOut);
        try (var intake = new PageIntake(store, options)) {
            int done = 0;
            progress.update(0, files.size(), "");
            for (Path file : files) {
                if (progress.cancelled()) {
                    break;
                }
                boolean goesOn = intake.add(file);
                progress.update(++done, files.size(), String.valueOf(file.getFileName()));
                if (intake.waiting() >= BATCH) {
                    intake.store();
                }
                if (!goesOn) {
                    break;
                }
            }
            intake.store();
            total = total.plus(intake.balance());
            if (done < files.size()) {
                total = total.plus(notReached(files.subList(done, files.size()), progress.cancelled()));
            }
        }
        return total;
    }

    private static Balance notReached(List<Path> rest, boolean cancelled) {
        String code = cancelled ? "exchange.cancelled" : "exchange.stopped";
        List<LeftOut> leftOut = rest.stream()
                .map(file -> new LeftOut(file.toString(), Problem.of(code, file.toString())))
                .toList();
        return new Balance(rest.size(), 0, leftOut);
    }

    /** Files that hold or claim pages; others inside a folder are told of once a folder, named ones are always tried. */
    private static List<Path> pageFiles(ProjectStore store, List<Path> files, Set<Path> named, List<LeftOut> leftOut) {
        List<Path> pages = new ArrayList<>();
        java.util.Map<Path, List<Path>> others = new java.util.LinkedHashMap<>();
        Path own = store.files().images().toAbsolutePath().normalize();
        for (Path file : files) {
            boolean isNamed = named.contains(file);
            if (!isNamed && file.toAbsolutePath().normalize().startsWith(own)) {
                continue;
            }
            if (isNamed || PageFormat.ofName(String.valueOf(file.getFileName())).isPresent() || holdsPage(file)) {
                pages.add(file);
            } else {
                others.computeIfAbsent(FileNames.folderOf(file), folder -> new ArrayList<>())
                        .add(file);
            }
        }
        others.forEach((folder, list) -> leftOut.add(new LeftOut(
                folder.toString(),
                Problem.of(
                        "exchange.other-files",
                        folder.toString(),
                        "count",
                        String.valueOf(list.size()),
                        "example",
                        String.valueOf(list.get(0).getFileName())))));
        return pages;
    }

    private static boolean holdsPage(Path file) {
        try {
            return PageFormat.of(file).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Puts another file behind a page: a better scan. Labels stay; boxes are scaled when the size differs, which the
     * balance notes, and the file is refused when its shape differs and the page has labels.
     */
    public static Balance replace(ProjectStore store, String pageId, Path file, ImportOptions options) {
        Page page = store.pages()
                .find(pageId)
                .orElseThrow(() -> new ProblemException(Problem.of("exchange.page-missing", pageId, "image", pageId)));
        try (var intake = new PageIntake(store, options)) {
            Page picture = intake.picture(file);
            List<LeftOut> notes = new ArrayList<>(intake.notes());
            if (picture.width() != page.width() || picture.height() != page.height()) {
                double stretch = (double) picture.width() * page.height() / ((double) picture.height() * page.width());
                boolean labeled = !store.regions().ofPage(pageId).isEmpty();
                if (labeled && Math.abs(stretch - 1) > 0.02) {
                    throw new ProblemException(sizes("exchange.other-shape", page, picture));
                }
                if (labeled) {
                    notes.add(new LeftOut(page.name(), sizes("exchange.size-changed", page, picture)));
                }
            }
            store.apply(new ReplacePage(pageId, picture), 0);
            intake.keep();
            return new Balance(1, 1, notes);
        }
    }

    private static Problem sizes(String code, Page page, Page picture) {
        return Problem.of(
                code,
                page.name(),
                "old",
                page.width() + "×" + page.height(),
                "new",
                picture.width() + "×" + picture.height());
    }

    /**
     * Looks in a folder and all below for the files of pages whose image is gone, and links those found by content. The
     * name narrows the search; the hash decides.
     *
     * @return pages whose image was missing, pages found, and those still missing
     */
    public static Balance relink(ProjectStore store, Path folder, Progress progress) {
        List<Page> missing = store.pages().list(SliceQuery.ALL).stream()
                .filter(page -> !Files.isRegularFile(store.pages().imagePath(page)))
                .toList();
        var search = new RelinkSearch(FoundFiles.in(List.of(folder), true).files());
        List<LeftOut> leftOut = new ArrayList<>();
        int found = 0;
        for (Page page : missing) {
            if (progress.cancelled()) {
                break;
            }
            Optional<Path> file =
                    search.find(page.source(), FileNames.base(page.source().path()));
            if (file.isPresent()) {
                store.apply(new ReplacePage(page.id(), page.withSource(search.linked(page.source(), file.get()))), 0);
                found++;
            } else {
                leftOut.add(new LeftOut(
                        page.name(),
                        Problem.of("exchange.still-missing", page.source().path())));
            }
            progress.update(found + leftOut.size(), missing.size(), page.name());
        }
        return new Balance(missing.size(), found, leftOut);
    }
}
