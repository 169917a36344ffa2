package sigmark.labeling.packing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.delivery.ReturnRemark;
import sigmark.labeling.delivery.SentPage;
import sigmark.labeling.delivery.VendorCopy;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.delivery.file.KnownKeys;
import sigmark.labeling.delivery.file.Manifest;
import sigmark.labeling.delivery.file.PackageReader;
import sigmark.labeling.delivery.file.PageJson;
import sigmark.labeling.delivery.file.QuestionJson;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.NewFolder;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.question.Question;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.delivery.VendorCopyStore;

/** Opens a work package: makes the labeler's working copy from it, or finds the one that was made before. */
public final class WorkOpener {
    private final KnownKeys known;
    private final PackageGuide guide;
    private final Clock clock;

    public WorkOpener(KnownKeys known, PackageGuide guide, Clock clock) {
        this.known = known;
        this.guide = guide;
        this.clock = clock;
    }

    /** @param resumed whether the working copy was there already, and was left as it is */
    public record Opened(Path folder, WorkPackage work, boolean resumed) {}

    /** The folder's name for a package, when the labeler does not say another. */
    public static String folderName(WorkPackage work) {
        String round = work.round() == 1 ? "" : " (%d)".formatted(work.round());
        return FileNames.safe((work.name().isBlank() ? work.id() : work.name()) + round);
    }

    /**
     * Makes or finds the working copy. The folder must be free, empty, or hold the working copy of this very package.
     *
     * @throws ProblemException those of {@link PackageReader}; {@code package.not-work}, {@code package.wrong-key},
     *     {@code package.folder-taken}, {@code package.cancelled}
     */
    public Opened open(Path file, Path folder, Progress progress) {
        try (PackageReader reader = new PackageReader(file)) {
            Manifest manifest = reader.manifest();
            if (manifest.kind() != Manifest.Kind.WORK) {
                throw new ProblemException(Problem.of("package.not-work", file.toString()));
            }
            known.check(file, manifest);
            if (holdsProject(folder)) {
                checkSame(folder, reader);
                return new Opened(folder, manifest.work(), true);
            }
            reader.verify(progress);
            try (NewFolder beside = NewFolder.at(folder)) {
                make(reader, beside.path());
                beside.complete();
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.of("package.cannot-write", folder.toString(), "detail", String.valueOf(e.getMessage())),
                        e);
            }
            return new Opened(folder, manifest.work(), false);
        }
    }

    private static boolean holdsProject(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    private static void checkSame(Path folder, PackageReader reader) {
        Optional<VendorCopy> copy = Optional.empty();
        try (ProjectStore store =
                ProjectStore.openReadOnly(folder, author(reader.manifest().work()))) {
            copy = new VendorCopyStore(store).copy();
        } catch (ProblemException notAProject) {
            if (!notAProject.problem().code().equals("project.not-a-project")) {
                throw notAProject;
            }
        }
        if (copy.isEmpty() || !copy.get().manifestSha256().equals(reader.manifestSha256())) {
            throw new ProblemException(Problem.of("package.folder-taken", folder.toString()));
        }
    }

    private static Author author(WorkPackage work) {
        return new Author(work.labeler());
    }

    private void make(PackageReader reader, Path folder) throws IOException {
        WorkPackage work = reader.manifest().work();
        String name = work.name().isBlank() ? work.projectName() : work.name();
        try (ProjectStore store = ProjectStore.create(folder, name, author(work), clock)) {
            List<ReturnRemark> remarks = remarks(reader);
            List<SentPage> sent = pages(reader, store, remarks);
            new VendorCopyStore(store)
                    .begin(work, reader.manifestSha256(), reader.manifest().signer(), sent, remarks);
            new QuestionStore(store).put(questions(reader));
            guide.take(store, files(reader, Entries.GUIDE));
        }
    }

    private List<SentPage> pages(PackageReader reader, ProjectStore store, List<ReturnRemark> remarks) {
        Instant now = clock.instant();
        Map<String, Set<String>> remarked = new HashMap<>();
        remarks.forEach(remark ->
                remarked.computeIfAbsent(remark.pageId(), id -> new HashSet<>()).add(remark.regionId()));
        boolean again = reader.manifest().work().round() > 1;
        List<SentPage> sent = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        List<FormulaRegion> regions = new ArrayList<>();
        Set<String> images = new HashSet<>();
        reader.lines(Entries.PAGES, line -> {
            PageJson.Sent page = PageJson.sent(line, pages.size() + 1, now);
            image(reader, store, page, images);
            Set<String> onPage = remarked.getOrDefault(page.page().id(), Set.of());
            LabelState state = !onPage.isEmpty()
                    ? LabelState.RETURNED
                    : again
                            ? LabelState.SUBMITTED
                            : page.regions().isEmpty() ? LabelState.UNTOUCHED : LabelState.LABELED;
            pages.add(page.page().withState(state));
            page.regions()
                    .forEach(region ->
                            regions.add(onPage.contains(region.id()) ? region.withState(LabelState.RETURNED) : region));
            regions.addAll(page.proposals());
            sent.add(new SentPage(PageRole.WORK, PageLabels.of(page.page(), page.regions())));
        });
        store.addPages(pages, regions);
        return sent;
    }

    private static void image(PackageReader reader, ProjectStore store, PageJson.Sent page, Set<String> done) {
        String name = page.image();
        if (!name.matches("images/[0-9]{1,9}(\\.[a-z0-9]{1,5})?")) {
            throw new IllegalArgumentException("image “%s”".formatted(name));
        }
        Manifest.Entry entry = reader.manifest().entries().get(name);
        if (entry == null || !entry.sha256().equals(page.page().source().sha256())) {
            throw new ProblemException(
                    Problem.of("package.changed-entry", reader.file().toString(), "name", name));
        }
        if (done.add(name)) {
            try (OutputStream out = Files.newOutputStream(store.files().folder().resolve(name))) {
                reader.copy(name, out);
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.of("package.cannot-write", name, "detail", String.valueOf(e.getMessage())), e);
            }
        }
    }

    private static List<ReturnRemark> remarks(PackageReader reader) {
        List<ReturnRemark> remarks = new ArrayList<>();
        if (reader.has(Entries.REMARKS)) {
            reader.lines(
                    Entries.REMARKS,
                    line -> remarks.add(new ReturnRemark(
                            line.path("page").asText(),
                            line.path("region").asText(),
                            line.path("reason").asText(),
                            line.path("text").asText())));
        }
        return remarks;
    }

    static List<Question> questions(PackageReader reader) {
        List<Question> questions = new ArrayList<>();
        if (reader.has(Entries.QUESTIONS)) {
            reader.lines(Entries.QUESTIONS, (JsonNode line) -> questions.add(QuestionJson.read(line)));
        }
        return questions;
    }

    /** Entries below a folder, by their name within it. */
    static Map<String, byte[]> files(PackageReader reader, String folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : reader.manifest().entries().keySet()) {
            if (name.startsWith(folder)) {
                files.put(name.substring(folder.length()), reader.bytes(name));
            }
        }
        return files;
    }
}
