package sigmark.app.cli.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.cli.CommandShell;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Provenance;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/** Twelve pages of one formula: the first run reads all wrong, the second all right. */
class CandidateCommandsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final int PAGES = 12;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void makeProject() throws Exception {
        try (ProjectStore store = ProjectStore.create(project(), "p", new Author("Kim"))) {
            List<Page> pages = new ArrayList<>();
            List<FormulaRegion> regions = new ArrayList<>();
            Files.createDirectories(project().resolve("images"));
            for (int i = 0; i < PAGES; i++) {
                picture(project().resolve("images/p" + i + ".png"));
                pages.add(page("p" + i, i));
                regions.add(region("r" + i, "p" + i));
            }
            store.addPages(pages, regions);
            run(store, "x+2");
            run(store, "x+1");
        }
    }

    @Test
    void twoRunsAreComparedWithTheirLists() throws Exception {
        JsonNode document = json("compare", project().toString(), "--runs", "1,2", "--quality");
        JsonNode duel = document.at("/duels/0");
        assertThat(duel.path("losses").asInt()).isEqualTo(PAGES);
        assertThat(duel.at("/secondNearer/0/truth").asText()).isEqualTo("x+1");
        assertThat(duel.at("/secondNearer/0/first").asText()).isEqualTo("x+2");
        assertThat(duel.path("adjustedP").asDouble()).isLessThan(0.001);
        assertThat(document.at("/candidates/1/front").asBoolean()).isTrue();
        assertThat(document.at("/candidates/0/front").asBoolean()).isFalse();
        assertThat(document.at("/slices/0/slices").findValuesAsText("slice")).contains("kind:inline");
        assertThat(out.toString()).contains("more than chance");
    }

    @Test
    void aVerdictIsAddedAndShownWithTheComparison() throws Exception {
        JsonNode added = json(
                "verdict",
                project().toString(),
                "--as",
                "Lee",
                "--run",
                "2",
                "--against",
                "1",
                "--decision",
                "chosen",
                "--notes",
                "reads plus one",
                "--samples",
                "r1,r2");
        assertThat(added.at("/added/person").asText()).isEqualTo("Lee");
        assertThat(added.at("/added/samples")).hasSize(2);
        assertThat(added.path("broken")).isEmpty();
        JsonNode compared = json("compare", project().toString(), "--runs", "1,2");
        assertThat(compared.at("/verdicts/0/notes").asText()).isEqualTo("reads plus one");
        assertThat(out.toString()).contains("chosen by Lee");
    }

    @Test
    void slicesComeWithMeasuredPictures() throws Exception {
        JsonNode document = json("evaluate", project().toString(), "--run", "1", "--slices");
        assertThat(document.at("/quality/r0/blur").asDouble()).isEqualTo(1);
        assertThat(document.at("/quality/r0/contrast").asDouble()).isEqualTo(1);
        assertThat(document.path("slices").has("source:image")).isTrue();
        assertThat(document.path("weakSlices")).isEmpty();
        assertThat(document.at("/attribution/distance/notRead").asInt()).isEqualTo(PAGES);
        assertThat(document.at("/foundAndWhole/recall").asDouble()).isZero();
    }

    @Test
    void whatMakesNoSenseIsAUsageError() {
        assertThat(run("compare", project().toString(), "--runs", "1")).isEqualTo(2);
        assertThat(run("compare", project().toString(), "--runs", "1,1")).isEqualTo(2);
        assertThat(run("verdict", project().toString(), "--run", "1", "--decision", "maybe"))
                .isEqualTo(2);
        assertThat(run("verdict", project().toString(), "--run", "1", "--decision", "chosen"))
                .isEqualTo(2);
        assertThat(run("compare", project().toString(), "--runs", "1,9")).isEqualTo(1);
        assertThat(err.toString()).contains("evaluation.no-run");
    }

    private Path project() {
        return folder.resolve("p");
    }

    private static void run(ProjectStore store, String latex) {
        var here = new RunEnvironment("cpu", "", "test", 2, 1, 1, "test", "17", "none", "test");
        long run = store.runs().begin(new RunStart("default 1", "d", "r", "", 0, here));
        for (int i = 0; i < PAGES; i++) {
            var found = new RegionPrediction(
                    new Detection(new Box(10, 10, 50, 30), FormulaKind.INLINE, Writing.PRINTED, 0.9),
                    new Reading(latex, 0.8, List.of(), List.of()));
            store.runs()
                    .put(
                            run,
                            "p" + i,
                            new PagePrediction(List.of(found), Map.of(), new StepTimes(1, 2, 3, 4), Optional.empty()));
        }
        store.runs().finish(run);
    }

    private static void picture(Path file) throws Exception {
        var image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 100, 100);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(10, 10, 40, 4);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static Page page(String id, int order) {
        return new Page(
                id,
                order,
                id + ".png",
                new PageSource("images/" + id + ".png", true, "00" + id, OptionalInt.empty(), 0),
                100,
                100,
                1,
                0,
                100,
                100,
                order,
                Split.TEST,
                LabelState.LABELED,
                Set.of(),
                "",
                NOON);
    }

    private static FormulaRegion region(String id, String page) {
        return new FormulaRegion(
                id,
                page,
                Layer.HUMAN,
                0,
                new Box(10, 10, 50, 30),
                FormulaKind.INLINE,
                Writing.PRINTED,
                Optional.of("x+1"),
                LabelState.LABELED,
                Set.of(),
                Set.of(),
                "",
                Optional.empty(),
                new Provenance("Kim", NOON, NOON, 0, 0, Optional.empty()),
                Optional.empty());
    }

    private JsonNode json(String... line) throws Exception {
        Path file = folder.resolve("out.json");
        List<String> with = new ArrayList<>(List.of(line));
        with.add("--json");
        with.add(file.toString());
        assertThat(run(with.toArray(String[]::new))).as(err.toString()).isZero();
        return new ObjectMapper().readTree(file.toFile());
    }

    private int run(String... line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandShell(
                        new PrintWriter(out), new PrintWriter(err), problem -> problem.code() + " " + problem.where())
                .run(line);
    }
}
