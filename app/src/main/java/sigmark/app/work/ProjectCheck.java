package sigmark.app.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sigmark.app.work.MachineCheck.Finding;
import sigmark.app.work.MachineCheck.Standing;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** What of a project is whole, what is not, and how to mend it; nothing is changed, and it may be open elsewhere. */
public final class ProjectCheck {
    private static final int NAMED = 5;

    private final Path project;

    /** @param project its folder or its database file */
    public ProjectCheck(Path project) {
        this.project = project;
    }

    /**
     * Looks at the database, at its references, and for each page's image.
     *
     * @throws sigmark.inference.work.ProblemException when it cannot be opened at all, {@code project.…}
     */
    public List<Finding> findings(Progress progress) {
        try (ProjectStore store = ProjectStore.openReadOnly(project, new Author("doctor"))) {
            List<Finding> findings = new ArrayList<>();
            findings.add(database(store));
            findings.add(images(store, progress));
            findings.add(place(store));
            return findings;
        } catch (ProblemException refused) {
            if (refused.problem().code().equals("project.older-read-only")) {
                return List.of(new Finding(
                        "database",
                        Standing.MISSING_BUT_OPTIONAL,
                        project + " was written by an older Sigmark",
                        "Open it once with this one: it is backed up, then brought up to date. Then look again."));
            }
            throw refused;
        }
    }

    private static Finding database(ProjectStore store) {
        List<String> wrong = store.check();
        if (wrong.isEmpty()) {
            return new Finding(
                    "database",
                    Standing.GOOD,
                    "%,d pages, %,d regions, revision %,d: whole"
                            .formatted(
                                    store.pages().count(SliceQuery.ALL),
                                    store.regions().count(SliceQuery.ALL),
                                    store.info().revision()),
                    "");
        }
        return new Finding(
                "database",
                Standing.BAD,
                "%,d faults, first: %s".formatted(wrong.size(), wrong.get(0)),
                "Copy the folder away, then open the newest file in its folder backups that doctor finds whole; "
                        + "what was edited since is in the copy.");
    }

    private static Finding images(ProjectStore store, Progress progress) {
        List<Page> pages = store.pages().list(SliceQuery.ALL);
        List<String> missing = new ArrayList<>();
        int copied = 0;
        for (int i = 0; i < pages.size() && !progress.cancelled(); i++) {
            Page page = pages.get(i);
            Path file = store.pages().imagePath(page);
            if (!Files.isReadable(file)) {
                missing.add(file.toString());
                copied += page.source().copied() ? 1 : 0;
            }
            progress.update(i + 1, pages.size(), page.name());
        }
        if (missing.isEmpty()) {
            return new Finding("images", Standing.GOOD, "%,d, all readable".formatted(pages.size()), "");
        }
        String remedy = copied > 0
                ? "Bring the files back into the project's folder images; the labels are kept."
                : "Say where the folder lies now: Label, the page's menu, Find moved images; the labels are kept.";
        return new Finding(
                "images",
                Standing.BAD,
                "%,d of %,d cannot be read: %s%s"
                        .formatted(
                                missing.size(),
                                pages.size(),
                                String.join(", ", missing.subList(0, Math.min(NAMED, missing.size()))),
                                missing.size() > NAMED ? ", …" : ""),
                remedy);
    }

    private static Finding place(ProjectStore store) {
        Path folder = store.files().folder();
        return Files.isWritable(folder) && Files.isWritable(store.files().database())
                ? new Finding("folder", Standing.GOOD, folder.toAbsolutePath() + ", can be written", "")
                : new Finding(
                        "folder",
                        Standing.MISSING_BUT_OPTIONAL,
                        folder.toAbsolutePath() + ", can only be read",
                        "To edit, copy the project's folder to a place where you may write.");
    }
}
