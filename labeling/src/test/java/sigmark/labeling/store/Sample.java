package sigmark.labeling.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Reading;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Split;

/** Pages and regions for tests. */
final class Sample {
    static final Author KIM = new Author("Kim");
    static final Author LEE = new Author("Lee");

    private static Path template;

    private Sample() {}

    static Page page(String id, int order) {
        return new Page(
                id,
                order,
                id + ".png",
                new PageSource("images/" + id + ".png", true, "%064x".formatted(order), OptionalInt.empty(), 0),
                800,
                1000,
                1,
                0,
                800,
                1000,
                order * 0x9E3779B97F4A7C15L,
                Split.NONE,
                LabelState.UNTOUCHED,
                Set.of(),
                "",
                Instant.parse("2026-11-01T00:00:00Z"));
    }

    static FormulaRegion region(String id, String pageId) {
        return FormulaRegion.drawn(pageId, new Box(10.5, 20.25, 110, 60), FormulaKind.INLINE, Writing.PRINTED)
                .withId(id);
    }

    static FormulaRegion proposal(String id, String pageId, double score) {
        ProposalOrigin origin = new ProposalOrigin(
                "d".repeat(64), "r".repeat(64), score, 0.9, List.of(new Reading.Alternative("y", 0.1)));
        return FormulaRegion.proposed(
                        pageId, 1, new Box(1, 2, 30, 40), FormulaKind.DISPLAY, Writing.PRINTED, "x^{2}", origin)
                .withId(id);
    }

    /** A new, empty project in that folder; a copy of one that was made once, which is faster than making it. */
    static ProjectStore project(Path folder, Author author, Clock clock) throws IOException {
        Files.copy(template(), folder.resolve("Exams.sigmark"));
        return ProjectStore.open(folder, author, clock);
    }

    static ProjectStore project(Path folder) throws IOException {
        return project(folder, KIM, Clock.systemUTC());
    }

    private static synchronized Path template() throws IOException {
        if (template == null) {
            Path folder = Files.createTempDirectory("template");
            ProjectStore.create(folder, "Exams", KIM).close();
            template = folder.resolve("Exams.sigmark");
            template.toFile().deleteOnExit();
        }
        return template;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
