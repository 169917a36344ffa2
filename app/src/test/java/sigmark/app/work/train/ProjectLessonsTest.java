package sigmark.app.work.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.work.Installation;
import sigmark.app.work.PipelineRuns;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.synthesis.Coverage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.synthesis.PageGenerator;
import sigmark.inference.synthesis.PageKind;
import sigmark.inference.synthesis.SyntheticPages;
import sigmark.inference.synthesis.Typefaces;
import sigmark.inference.training.TrainingReport;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.AnyImporter;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.plan.Iteration;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.requirement.SheetReader;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.service.ServiceStore;

/** A project's labels become models, and a round of training becomes a row; with networks of a few thousand weights. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ProjectLessonsTest {
    private static final SliceQuery LABELED = SliceQuery.parse("state:labeled");

    @TempDir
    Path folder;

    private ProjectStore store;
    private Pipelines pipelines;
    private ModelShelf shelf;

    @BeforeEach
    void makeProject() throws IOException {
        PageGenerator pages = new PageGenerator(Typefaces.builtIn(), new FormulaGrammar(Coverage.school()));
        store = ProjectStore.create(folder.resolve("project"), "Slides", new Author("Kim"));
        var wish = new SyntheticPages.Wish(List.of(PageKind.SLIDE), 5, 0, 0, "train");
        new SyntheticPages(pages, wish).write(folder.resolve("pages"), 3, Progress.SILENT);
        Path list = folder.resolve("pages").resolve(SyntheticPages.LIST);
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        lines.set(2, lines.get(2).replace("\"split\":\"train\"", "\"split\":\"test\""));
        Files.write(list, lines);
        AnyImporter.importAll(store, List.of(list), Optional.empty(), ImportOptions.DEFAULT, Progress.SILENT);
        pipelines = Installation.pipelines(List.of(folder.resolve("models")), folder.resolve("pipelines"), 1);
        shelf = new ModelShelf(pipelines.models(), folder.resolve("models"), folder.resolve("pipelines"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onlyPagesOnWhichEveryBoxCountsTeachTheDetector() throws IOException {
        SliceQuery some = SliceQuery.parse("state:labeled -kind:display");
        long without = store.regions().search(SliceQuery.parse("split:train kind:display")).stream()
                .map(FormulaRegion::pageId)
                .distinct()
                .count();

        ProjectPages.Written all = new ProjectPages(store, LABELED).write(folder.resolve("a"), Progress.SILENT);
        ProjectPages.Written fewer = new ProjectPages(store, some).write(folder.resolve("b"), Progress.SILENT);

        assertThat(all.pages()).as("of the test split none").isEqualTo(2);
        assertThat(fewer.unfinished()).isEqualTo((int) without);
        JsonNode line =
                new ObjectMapper().readTree(Files.readAllLines(all.list()).get(0));
        assertThat(folder.resolve("a").resolve(line.path("image").asText())).exists();
        assertThat(line.at("/regions/0/box/2").asDouble())
                .isBetween(1.0, (double) line.path("width").asInt());
    }

    @Test
    void aProjectTeachesADetectorThatItsPipelineRuns() throws IOException {
        Path shape = folder.resolve("detector.yaml");
        Files.writeString(shape, "channels: [4, 6, 8, 8, 8]\nblocks: [0, 1, 0, 0]\ntopDown: 6\n");
        var wish = new DetectorWish("slides", Optional.empty(), List.of(), 1, Optional.of(shape), 20, 1, 0, 1);
        RunFolder run = new RunFolder(folder.resolve("run"));
        var lesson = new DetectorLesson(wish, Optional.of(new ProjectPages(store, LABELED)), run, shelf);

        assertThat(lesson.learn(report -> {}, Progress.SILENT)).contains("slides-1");

        assertThat(run.model()).contains("slides-1");
        assertThat(pipelines.list()).extracting("name").contains("slides-1");
        pipelines.open("slides-1", sigmark.inference.model.Device.CPU).close();
        JsonNode card = pipelines.models().open("slides-1").card().document();
        assertThat(card.at("/data/project").asBoolean()).isTrue();
        assertThat(card.at("/scores/photo/iou50/f1").isNumber()).isTrue();
        assertThatThrownBy(() -> lesson.learn(report -> {}, Progress.SILENT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("training.run-finished"));
        assertThat(RunFolder.named(folder, "run").path().getFileName().toString())
                .isEqualTo("run-run2");
    }

    @Test
    void aRoundOfTrainingIsARowAndAStoppedOneIsNone() throws IOException {
        Path shape = folder.resolve("recognizer.yaml");
        Files.writeString(
                shape,
                """
                channels: [8, 12, 16]
                blocks: [0, 0, 0]
                width: 24
                heads: 2
                inner: 24
                layers: 1
                maxTokens: 60
                scaling: {signHeight: 12, margin: 3, maxHeight: 96, maxWidth: 480}
                """);
        var wish = new RecognizerWish(
                "slides", Optional.empty(), List.of(), 0.5, List.of(), Optional.of(shape), 30, 2, 40, 0);
        var lesson = new RecognizerLesson(
                wish, Optional.of(new ProjectCrops(store, LABELED)), new RunFolder(folder.resolve("run")), shelf);
        var work = new IterationWork(store, new PipelineRuns(pipelines, Clock.systemUTC()), pipelines.models());
        SliceQuery test = SliceQuery.parse("split:test");

        assertThatThrownBy(() -> work.go(Optional.of(lesson), "", test, DeviceWish.CPU, new Steps(false)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("requirement.none"));
        new ServiceStore(store)
                .keep(SheetReader.read(
                                "name: S\n"
                                        + "lines:\n"
                                        + "  - {id: A1, kind: accuracy-offline, measure: exact-match, at-least: 99 %}\n",
                                "sheet.yaml")
                        .orThrow());
        assertThat(work.go(Optional.of(lesson), "", test, DeviceWish.CPU, new Steps(true)))
                .isEmpty();
        assertThat(store.runs().list()).isEmpty();
        assertThat(new ServiceStore(store).iterations()).isEmpty();

        Optional<IterationWork.Round> round = work.go(Optional.of(lesson), "", test, DeviceWish.CPU, new Steps(false));

        assertThat(round).isPresent();
        List<Iteration> rows = new ServiceStore(store).iterations();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).training()).startsWith("slides-1 · ");
        assertThat(rows.get(0).design()).startsWith("slides-1");
        assertThat(rows.get(0).lines()).containsOnlyKeys("A1");
        assertThat(rows.get(0).run()).isEqualTo(round.get().run().id());
        assertThat(round.get().run().pages()).isEqualTo(1);
    }

    /** Lets all pass, or says stop at once. */
    private record Steps(boolean stop) implements IterationWork.Steps {
        @Override
        public void trained(TrainingReport report) {}

        @Override
        public Progress of(String step) {
            return new Progress() {
                @Override
                public void update(long done, long total, String item) {}

                @Override
                public boolean cancelled() {
                    return stop;
                }
            };
        }
    }
}
