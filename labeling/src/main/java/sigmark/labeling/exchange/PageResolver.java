package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.ImageCopy;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Finds the project's page that a label file means, or brings its image in from beside the file. */
final class PageResolver {
    private final PageIntake intake;
    private final Map<String, List<Page>> byName = new HashMap<>();

    PageResolver(ProjectStore store, PageIntake intake) {
        this.intake = intake;
        store.pages().list(SliceQuery.ALL).forEach(this::remember);
    }

    private void remember(Page page) {
        byName.computeIfAbsent(FileNames.key(page.name()), key -> new ArrayList<>())
                .add(page);
    }

    /**
     * The page; a new one waits in the intake.
     *
     * @throws ProblemException {@code exchange.page-missing}, or why the image cannot be read
     */
    Page resolve(LabeledPage labeled) {
        Optional<Page> named = named(labeled.pageName(), labeled);
        if (named.isPresent()) {
            return named.get();
        }
        if (labeled.file().isPresent()) {
            return byContent(labeled.file().get())
                    .or(() -> named(FileNames.base(labeled.image()), labeled))
                    .orElseGet(() -> bringIn(labeled.file().get()));
        }
        return named(FileNames.base(labeled.image()), labeled)
                .or(() -> sameName(FileNames.base(labeled.image())))
                .orElseThrow(() -> new ProblemException(
                        Problem.of("exchange.page-missing", labeled.where(), "image", labeled.image())));
    }

    /** The only page of that name whose frame fits. */
    private Optional<Page> named(String name, LabeledPage labeled) {
        return sameName(name).filter(page -> FrameFit.of(labeled.width(), labeled.height(), page)
                .isPresent());
    }

    private Optional<Page> sameName(String name) {
        List<Page> pages = byName.getOrDefault(FileNames.key(name), List.of());
        return pages.size() == 1 ? Optional.of(pages.get(0)) : Optional.empty();
    }

    private Optional<Page> byContent(Path file) {
        try {
            List<Page> pages = intake.withSha256(ImageCopy.sha256(file));
            return pages.size() == 1 ? Optional.of(pages.get(0)) : Optional.empty();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("image.unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    private Page bringIn(Path file) {
        List<Page> pages = intake.pages(file);
        pages.forEach(this::remember);
        return pages.get(0);
    }
}
