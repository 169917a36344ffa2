package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.SetSplits;
import sigmark.labeling.exchange.file.ImageCopy;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;

/**
 * Brings labels from a file into a project. Image names are matched with the project's pages by content and name; images
 * that lie beside the file and are new come in with their labels. Labels that people have in the project stay as they
 * are. Rows that cannot be used are left out with file, line and reason, and the rest goes on.
 */
public final class LabelImporter {
    /** Pages stored together: one transaction and one undo step. */
    private static final int BATCH = 50;

    private final ProjectStore store;
    private final PageIntake intake;
    private final PageResolver resolver;
    private final String fileHash;
    private final ImportBalance balance = new ImportBalance();
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, List<FormulaRegion>> proposals = new LinkedHashMap<>();
    private final Map<String, RegionMerge> merges = new HashMap<>();

    private LabelImporter(ProjectStore store, PageIntake intake, String fileHash) {
        this.store = store;
        this.intake = intake;
        this.resolver = new PageResolver(store, intake);
        this.fileHash = fileHash;
    }

    /**
     * Imports a label file.
     *
     * @param format the format, or empty to tell it by content
     * @return regions (and pages without any) in the file, those that are new in the project, and what was left out
     * @throws ProblemException {@code exchange.unknown-format}, {@code exchange.syntax}, {@code exchange.not-read}
     */
    public static Balance importLabels(
            ProjectStore store, Path file, Optional<ExchangeFormat> format, ImportOptions options, Progress progress) {
        ExchangeFormat chosen = format.or(() -> ExchangeFormats.of(file))
                .orElseThrow(() -> new ProblemException(Problem.of("exchange.unknown-format", file.toString())));
        if (!chosen.reads()) {
            throw new ProblemException(Problem.of("exchange.not-read", chosen.name()));
        }
        try (var intake = new PageIntake(store, options)) {
            ReadLabels labels = chosen.read(file, progress);
            return new LabelImporter(store, intake, ImageCopy.sha256(file)).run(labels, progress);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("exchange.cannot-read", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    private Balance run(ReadLabels labels, Progress progress) {
        balance.offered(labels.rowsLost());
        labels.leftOut().forEach(each -> balance.note(each.item(), each.reason()));
        int done = 0;
        for (LabeledPage page : labels.pages()) {
            long items = Math.max(1, page.regions().size());
            balance.offered(items);
            if (progress.cancelled()) {
                balance.lose(page.image(), Problem.of("exchange.cancelled", page.image()));
                continue;
            }
            add(page);
            progress.update(++done, labels.pages().size(), page.image());
            if (merges.size() >= BATCH) {
                store();
            }
        }
        store();
        intake.notes().forEach(note -> balance.note(note.item(), note.reason()));
        return balance.balance();
    }

    private void add(LabeledPage labeled) {
        try {
            Optional<FormulaRegion> cutFrom = cutFrom(labeled);
            if (cutFrom.isPresent()) {
                merge(pageOf(cutFrom.get()), labeled, Optional.of(cutFrom.get()));
                return;
            }
            merge(resolver.resolve(labeled), labeled, Optional.empty());
        } catch (ProblemException e) {
            balance.lose(labeled.where(), e.problem());
        }
    }

    /** The region of the project that a crop was cut from, known by its id. */
    private Optional<FormulaRegion> cutFrom(LabeledPage labeled) {
        return labeled.isCrop() && !labeled.regions().get(0).id().isEmpty()
                ? store.regions().find(labeled.regions().get(0).id())
                : Optional.empty();
    }

    private Page pageOf(FormulaRegion region) {
        return store.pages()
                .find(region.pageId())
                .orElseThrow(() -> new ProblemException(
                        Problem.of("exchange.page-missing", region.pageId(), "image", region.pageId())));
    }

    private void merge(Page page, LabeledPage labeled, Optional<FormulaRegion> cutFrom) {
        if (merges.containsKey(page.id())) {
            // The same page a second time: it must see what the first row brought.
            store();
        }
        FrameFit fit = cutFrom.isPresent()
                ? new FrameFit(box -> cutFrom.get().box(), "none")
                : FrameFit.of(labeled.width(), labeled.height(), page)
                        .orElseThrow(() -> new ProblemException(Problem.of(
                                "exchange.frame",
                                labeled.where(),
                                "stated",
                                labeled.width() + "×" + labeled.height(),
                                "page",
                                page.width() + "×" + page.height())));
        if (!fit.change().equals("none")) {
            balance.note(page.name(), Problem.of("exchange.frame-" + fit.change(), page.name()));
        }
        boolean isNew = intake.amend(described(page, labeled));
        var merge = new RegionMerge(store, page, isNew, fileHash, balance);
        merge.add(labeled.regions(), fit);
        merges.put(page.id(), merge);
        if (isNew) {
            intake.addRegions(merge.fresh());
        } else {
            edits.addAll(merge.edits());
            labeled.split()
                    .filter(split -> split != Split.NONE && page.split() == Split.NONE)
                    .ifPresent(split -> edits.add(new SetSplits(page.id(), split)));
        }
        if (!merge.proposals().isEmpty()) {
            proposals.put(page.id(), merge.proposals());
        }
        if (labeled.regions().isEmpty()) {
            balance.came(1);
        }
    }

    /** A new page with what the file says of it. */
    private static Page described(Page page, LabeledPage labeled) {
        boolean people =
                labeled.regions().stream().anyMatch(region -> region.score().isEmpty());
        LabelState state = labeled.state().orElse(people ? LabelState.LABELED : LabelState.UNTOUCHED);
        var tags = new TreeSet<>(page.tags());
        tags.addAll(labeled.tags());
        return page.withSplit(labeled.split().orElse(page.split()))
                .withState(state)
                .withTags(tags)
                .withRemark(page.remark().isEmpty() ? labeled.remark() : page.remark());
    }

    private void store() {
        intake.store();
        if (!edits.isEmpty()) {
            store.apply(new Compound(edits, "import-labels"), 0);
            edits.clear();
        }
        proposals.forEach((page, list) -> store.regions().replaceProposals(page, list));
        proposals.clear();
        merges.clear();
    }
}
