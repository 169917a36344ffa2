package sigmark.app.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import sigmark.app.work.Keys;
import sigmark.app.work.sample.SampleFolder;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.VendorCopy;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.AnyImporter;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.VendorCopyStore;
import sigmark.labeling.store.guide.GuideStore;
import sigmark.labeling.store.guide.QuizStore;

/** The door to real projects on disk. */
final class StoreDoor implements ProjectDoor {
    private static final SliceQuery UNTOUCHED = SliceQuery.parse("state:untouched");

    private final Path data;
    private final Clock clock;

    /** @param data the person's data folder, where the copy of the sample goes */
    StoreDoor(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    @Override
    public Opened open(Path folderOrFile, String person) {
        if (ProjectFiles.isPackage(folderOrFile)) {
            Path copy = new Keys(keyFolder())
                    .open(folderOrFile, Optional.empty(), Progress.SILENT)
                    .folder();
            return open(copy, person);
        }
        Opened opened = opened(ProjectStore.open(folderOrFile, new Author(person), clock));
        Optional<String> labeler =
                opened.vendorCopy().map(copy -> copy.work().labeler()).filter(name -> !name.equals(person));
        if (labeler.isEmpty()) {
            return opened;
        }
        // labels made in a working copy bear the name that the package was made for
        opened.store().close();
        return opened(ProjectStore.open(folderOrFile, new Author(labeler.get()), clock));
    }

    @Override
    public Path keyFolder() {
        return data.resolve("keys");
    }

    @Override
    public Opened create(Path folder, String name, String person) {
        if (Files.exists(folder)) {
            throw new ProblemException(Problem.of("app.folder-taken", folder.toString()));
        }
        ProjectStore made = ProjectStore.create(folder, name, new Author(person), clock);
        new GuideStore(made).adoptShipped();
        return opened(made);
    }

    @Override
    public Opened sample(String name, String person, Progress progress) {
        return opened(new SampleFolder(data).open(name, new Author(person), progress));
    }

    @Override
    public Path sampleFolder() {
        return new SampleFolder(data).folder().toAbsolutePath().normalize();
    }

    @Override
    public Balance importPages(ProjectStore store, List<Path> files, Progress progress) {
        return AnyImporter.importAll(store, files, Optional.empty(), ImportOptions.DEFAULT, progress);
    }

    @Override
    public Counts progress(ProjectStore store) {
        int pages = store.pages().count(SliceQuery.ALL);
        return new Counts(pages, pages - store.pages().count(UNTOUCHED));
    }

    private static Opened opened(ProjectStore store) {
        Optional<VendorCopy> copy = new VendorCopyStore(store).copy();
        return new Opened(store, store.info(), copy, copy.isPresent() && new QuizStore(store).due());
    }
}
