package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Path;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.exchange.file.NewFolder;
import sigmark.labeling.store.ProjectStore;

/** Writes a project's labels in an exchange format. The folder appears when it is complete, or not at all. */
public final class LabelExporter {
    private LabelExporter() {}

    /**
     * Exports into a folder that must not exist yet or be empty.
     *
     * @return regions offered, regions written, and what the format cannot hold, per page and field
     * @throws ProblemException {@code exchange.folder-not-empty}, {@code exchange.cannot-write},
     *     {@code exchange.cancelled}; then nothing was written
     */
    public static Balance export(
            ProjectStore store, ExchangeFormat format, Path folder, ExportOptions options, Progress progress) {
        if (!format.writes()) {
            throw new ProblemException(Problem.of("exchange.not-written", format.name()));
        }
        try (NewFolder target = NewFolder.at(folder)) {
            Balance balance = format.write(new ExportSet(store, options), target.path(), progress);
            if (progress.cancelled()) {
                throw new ProblemException(Problem.of("exchange.cancelled", folder.toString()));
            }
            target.complete();
            return balance;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("exchange.cannot-write", folder.toString(), "detail", String.valueOf(e.getMessage())),
                    e);
        }
    }
}
