package sigmark.analysis.voc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.SetPageRemark;
import sigmark.labeling.edit.SetPageTags;
import sigmark.labeling.edit.SetSplits;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.PageImporter;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.VocStore;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;

/** Makes a complaint's image a page of the project, with where it came from. */
public final class VocIntake {
    /** The tag of such pages; every later candidate is run on them. */
    public static final String TAG = "voc";

    private VocIntake() {}

    /**
     * Copies the image in, tags the page {@code voc} and with its cause, gives it a split and, when the item says where
     * and what, a region with the user's LaTeX. One step for undo besides the import.
     *
     * @throws ProblemException {@code voc.no-item}, {@code voc.no-image}, {@code voc.no-training} when the person did not
     *     agree to training, or what importing says
     */
    public static Page intoProject(ProjectStore store, String itemId, Split split) {
        VocStore items = new VocStore(store);
        VocItem item = items.find(itemId)
                .orElseThrow(() -> new ProblemException(Problem.of("voc.no-item", itemId, "id", itemId)));
        if (split == Split.TRAIN && !item.consent().train()) {
            throw new ProblemException(Problem.of("voc.no-training", itemId));
        }
        Path image = store.files().folder().resolve(item.image());
        if (item.image().isEmpty() || !java.nio.file.Files.isRegularFile(image)) {
            throw new ProblemException(Problem.of("voc.no-image", itemId));
        }
        Page page = imported(store, image);
        Set<String> tags = new TreeSet<>(page.tags());
        tags.add(TAG);
        item.cause().map(VocCause::word).ifPresent(word -> tags.add(TAG + ":" + word));
        List<Edit> edits = new ArrayList<>();
        edits.add(new SetPageTags(page.id(), tags));
        edits.add(new SetPageRemark(page.id(), remark(item)));
        if (split != Split.NONE) {
            edits.add(new SetSplits(page.id(), split));
        }
        region(item, page).ifPresent(region -> edits.add(new DrawRegion(region)));
        store.apply(new Compound(edits, "voc"), 0);
        items.page(itemId, page.id());
        return store.pages().find(page.id()).orElseThrow();
    }

    private static Page imported(ProjectStore store, Path image) {
        Set<String> before =
                store.pages().list(SliceQuery.ALL).stream().map(Page::id).collect(Collectors.toSet());
        Balance balance = PageImporter.importPages(store, List.of(image), ImportOptions.DEFAULT, Progress.SILENT);
        Optional<Page> fresh = store.pages().list(SliceQuery.ALL).stream()
                .filter(page -> !before.contains(page.id()))
                .findFirst();
        if (fresh.isPresent()) {
            return fresh.get();
        }
        Problem reason = balance.leftOut().isEmpty()
                ? Problem.of("voc.no-image", image.toString())
                : balance.leftOut().get(0).reason();
        throw new ProblemException(reason);
    }

    private static String remark(VocItem item) {
        String version = item.origin().modelVersion();
        return item.id()
                + (version.isEmpty() ? "" : ", " + version)
                + item.predictedLatex().map(latex -> ", shown: " + latex).orElse("");
    }

    private static Optional<FormulaRegion> region(VocItem item, Page page) {
        boolean handwritten = item.cause().equals(Optional.of(VocCause.HANDWRITING));
        return item.box()
                .filter(box -> box.right() <= page.width() + 1 && box.bottom() <= page.height() + 1)
                .map(box -> FormulaRegion.drawn(
                                page.id(), box, FormulaKind.INLINE, handwritten ? Writing.HANDWRITTEN : Writing.PRINTED)
                        .withLatex(item.correctedLatex()));
    }
}
