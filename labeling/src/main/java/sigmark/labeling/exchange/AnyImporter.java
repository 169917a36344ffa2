package sigmark.labeling.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.store.ProjectStore;

/** Imports whatever paths hold: label files with their images, page images, folders of either. */
public final class AnyImporter {
    private AnyImporter() {}

    /**
     * Imports label files first, with the images beside them, then all other pages. A file that cannot be read as a
     * whole is left out with its reason.
     *
     * @param format of the label files; empty to tell by content. Given a format, what is not of it is left alone
     */
    public static Balance importAll(
            ProjectStore store,
            List<Path> paths,
            Optional<ExchangeFormat> format,
            ImportOptions options,
            Progress progress) {
        Balance total = Balance.EMPTY;
        List<Path> pages = new ArrayList<>();
        for (Path path : paths) {
            List<Path> labels = labelFiles(path, format);
            for (Path file : labels) {
                total = total.plus(labels(store, file, format, options, progress));
            }
            if (labels.isEmpty()) {
                pages.add(path);
            }
        }
        return pages.isEmpty() ? total : total.plus(PageImporter.importPages(store, pages, options, progress));
    }

    private static List<Path> labelFiles(Path path, Optional<ExchangeFormat> format) {
        if (Files.isDirectory(path)) {
            return ExchangeFormats.labelFiles(path, format);
        }
        boolean labels = format.isPresent() || ExchangeFormats.of(path).isPresent();
        return Files.isRegularFile(path) && labels ? List.of(path) : List.of();
    }

    private static Balance labels(
            ProjectStore store, Path file, Optional<ExchangeFormat> format, ImportOptions options, Progress progress) {
        try {
            return LabelImporter.importLabels(store, file, format, options, progress);
        } catch (ProblemException e) {
            return new Balance(1, 0, List.of(new LeftOut(file.toString(), e.problem())));
        }
    }
}
