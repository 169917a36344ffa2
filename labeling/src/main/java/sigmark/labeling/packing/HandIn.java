package sigmark.labeling.packing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.ReturnedPage;
import sigmark.labeling.delivery.VendorCopy;
import sigmark.labeling.delivery.file.Manifest;
import sigmark.labeling.delivery.file.PackageWriter;
import sigmark.labeling.delivery.file.PageJson;
import sigmark.labeling.delivery.file.QuestionJson;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.question.Question;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.delivery.VendorCopyStore;

/** Makes the signed return of a working copy; all of it or the part that is submitted. */
public final class HandIn {
    private final ProjectStore copy;
    private final SigningKey key;
    private final PackageGuide guide;

    /** @param key the labeler's */
    public HandIn(ProjectStore copy, SigningKey key, PackageGuide guide) {
        this.copy = copy;
        this.key = key;
        this.guide = guide;
    }

    /**
     * @param number of the return, from 1
     * @param balance pages of the package and those handed in
     */
    public record Made(VendorCopy copy, int number, String fingerprint, Balance balance) {}

    /** The package that a project is a working copy of. */
    public static VendorCopy copyOf(ProjectStore store) {
        return new VendorCopyStore(store)
                .copy()
                .orElseThrow(() -> new ProblemException(
                        Problem.of("package.not-a-copy", store.info().name())));
    }

    /**
     * Writes the return.
     *
     * @throws ProblemException {@code package.not-a-copy}, {@code package.nothing-to-hand-in},
     *     {@code package.cannot-write}
     */
    public Made write(Path file, Progress progress) {
        VendorCopy vendor = copyOf(copy);
        List<LeftOut> leftOut = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        List<DeliveredPage> sent = new DeliveryStore(copy).pages(vendor.work().id());
        for (DeliveredPage each : sent) {
            Optional<Page> page = copy.pages().find(each.pageId());
            if (page.isEmpty()) {
                leftOut.add(new LeftOut(each.pageId(), Problem.of("package.page-removed", each.pageId())));
            } else if (page.get().state() != LabelState.SUBMITTED) {
                String name = page.get().name();
                leftOut.add(new LeftOut(name, Problem.of("package.page-not-submitted", name)));
            } else {
                pages.add(page.get());
            }
        }
        if (pages.isEmpty()) {
            throw new ProblemException(
                    Problem.of("package.nothing-to-hand-in", copy.info().name()));
        }
        int number = vendor.handIns() + 1;
        write(vendor, number, pages, file, progress);
        return new Made(vendor, number, key.fingerprint(), new Balance(sent.size(), pages.size(), leftOut));
    }

    private void write(VendorCopy vendor, int number, List<Page> pages, Path file, Progress progress) {
        Path lines = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".labels.part");
        try (PackageWriter writer = new PackageWriter(file)) {
            labels(pages, lines, progress);
            writer.add(Entries.LABELS, lines);
            writer.add(Entries.QUESTIONS, questions());
            new TreeMap<>(guide.results(copy)).forEach((name, content) -> writer.add(Entries.GUIDE + name, content));
            writer.finish(Manifest.Kind.RETURN, vendor.work(), vendor.manifestSha256(), number, key);
            new VendorCopyStore(copy).handedIn(number);
            writer.place();
        } finally {
            lines.toFile().delete();
        }
    }

    private void labels(List<Page> pages, Path lines, Progress progress) {
        Map<String, VendorCopyStore.WorkTime> times = new VendorCopyStore(copy).times();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines))) {
            int done = 0;
            for (Page page : pages) {
                VendorCopyStore.WorkTime time = times.getOrDefault(page.id(), VendorCopyStore.WorkTime.NONE);
                PageLabels labels = PageLabels.of(page, copy.regions().ofPage(page.id(), Layer.HUMAN));
                ReturnedPage returned = new ReturnedPage(labels, Math.max(0, time.active()), Math.max(0, time.span()));
                out.write(PageJson.line(PageJson.write(returned)).getBytes(StandardCharsets.UTF_8));
                progress.update(++done, pages.size(), page.name());
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("package.cannot-write", lines.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    /** Questions that the labeler asked; others came with the package and stay. */
    private byte[] questions() {
        StringBuilder text = new StringBuilder();
        for (Question question : new QuestionStore(copy).list()) {
            if (question.askedBy().equals(copy.author().person())) {
                text.append(PageJson.line(QuestionJson.write(question)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
