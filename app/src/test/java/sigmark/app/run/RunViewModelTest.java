package sigmark.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.base.Desk;
import sigmark.app.base.EditWriter;
import sigmark.app.base.Jobs;
import sigmark.app.base.Workspace;
import sigmark.app.main.TestDesk;
import sigmark.app.work.PipelineRuns;
import sigmark.app.work.RunWish;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.Split;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/** Runs in the view model, with a real project and a machine that answers at once. */
class RunViewModelTest {
    @TempDir
    Path folder;

    private final Jobs jobs = Jobs.onCurrentThread();
    private final Desk desk = TestDesk.on(jobs);
    private final Machine machine = new Machine();
    private ProjectStore store;
    private RunViewModel model;

    @BeforeEach
    void open() {
        store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"));
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pages.add(page(i, i < 4 ? Split.TEST : Split.TRAIN));
        }
        store.addPages(pages, List.of());
        model = new RunViewModel(new Workspace(desk, store, new EditWriter(jobs), place -> {}), machine);
        model.refresh();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theChoiceIsCountedAndABadQuerySaysWhy() {
        assertThat(model.pageCountProperty().get()).isEqualTo(4);
        model.pagesProperty().set(RunViewModel.Pages.ALL);
        assertThat(model.pageCountProperty().get()).isEqualTo(6);
        model.queryProperty().set("split:nonsense");
        model.pagesProperty().set(RunViewModel.Pages.QUERY);
        assertThat(model.queryProblemProperty().get()).isPresent();
        assertThat(model.pageCountProperty().get()).isZero();
        assertThat(model.add()).isFalse();
    }

    @Test
    void aRunIsStoredAndShownWithItsFailures() {
        assertThat(model.add()).isTrue();

        assertThat(model.queue()).isEmpty();
        assertThat(model.finished()).hasSize(1);
        RunViewModel.Shown shown = model.shownProperty().get().orElseThrow();
        assertThat(shown.stored().orElseThrow().finished()).isTrue();
        assertThat(shown.pages())
                .extracting(MeasuredPage::name)
                .containsExactly("p0.png", "p1.png", "p2.png", "p3.png");
        assertThat(shown.pages().get(3).failure()).map(Problem::code).contains("image.truncated");
        assertThat(machine.wishes)
                .containsExactly(new RunWish(
                        "default", SliceQuery.parse("split:test"), DeviceWish.AUTO, true, RunViewModel.WARM_UP));
    }

    @Test
    void runsGoOneAfterTheOtherAndACancelledOneKeepsWhatItHas() {
        machine.meanwhile = () -> {
            machine.meanwhile = () -> {};
            model.add();
            assertThat(model.queue()).hasSize(2);
            model.cancel(model.queue().get(1));
            assertThat(model.queue()).hasSize(1);
            jobs.running().get(0).cancel();
        };
        model.add();

        assertThat(machine.wishes).hasSize(1);
        assertThat(model.finished()).hasSize(1);
        assertThat(model.finished().get(0).finished()).isFalse();
        assertThat(model.finished().get(0).pages()).isEqualTo(1);
    }

    @Test
    void aMachineThatFailsLeavesTheReasonAndTheQueueGoesOn() {
        machine.failure = Optional.of(Problem.of("model.missing", "detector-1"));
        model.add();
        assertThat(desk.notices().problems()).containsExactly(Problem.of("model.missing", "detector-1"));
        assertThat(model.queue()).isEmpty();
        machine.failure = Optional.empty();
        assertThat(model.add()).isTrue();
        assertThat(model.finished()).hasSize(1);
    }

    @Test
    void proposalsGoToUntouchedPagesAndEndWithABalance() {
        assertThat(model.propose()).isTrue();
        assertThat(machine.proposed).containsExactly("state:untouched");
        assertThat(desk.notices().endings()).hasSize(1);
        assertThat(desk.notices().endings().get(0).balance().in()).isEqualTo(6);
    }

    private static Page page(int number, Split split) {
        String name = "p" + number + ".png";
        return new Page(
                "id" + number,
                number,
                name,
                new PageSource("images/" + name, true, "%064x".formatted(number), OptionalInt.empty(), 0),
                100,
                80,
                1,
                0,
                100,
                80,
                number,
                split,
                LabelState.UNTOUCHED,
                Set.of(),
                "",
                Instant.EPOCH);
    }

    /** Answers each page in a few invented milliseconds; the fourth page is broken. */
    private static final class Machine implements RunMachine {
        private final List<RunWish> wishes = new ArrayList<>();
        private final List<String> proposed = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private Optional<Problem> failure = Optional.empty();

        @Override
        public List<PipelineChoice> pipelines() {
            return List.of(new PipelineChoice("default", "default 1", Optional.of("d"), "r", Optional.empty()));
        }

        @Override
        public String missingForCuda() {
            return "no NVIDIA driver found";
        }

        @Override
        public StoredRun run(ProjectStore store, RunWish wish, Progress progress, PipelineRuns.PageListener listener) {
            failure.ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            wishes.add(wish);
            long id = store.runs()
                    .begin(new RunStart("default 1", "", "h", wish.pages().text(), 0, environment()));
            int done = 0;
            for (Page page : store.pages().list(wish.pages())) {
                if (progress.cancelled()) {
                    return store.runs().abort(id);
                }
                PagePrediction prediction = done == 3
                        ? PagePrediction.failed(Problem.of("image.truncated", page.name()))
                        : new PagePrediction(List.of(), Map.of(), new StepTimes(1, 2, 3, done + 4), Optional.empty());
                store.runs().put(id, page.id(), prediction);
                listener.done(page, prediction);
                progress.update(++done, 4, page.name());
                meanwhile.run();
            }
            return store.runs().finish(id);
        }

        @Override
        public Balance propose(
                ProjectStore store, String pipeline, SliceQuery pages, DeviceWish device, Progress progress) {
            proposed.add(pages.text());
            int count = store.pages().count(pages);
            return new Balance(count, count, List.of());
        }

        private static RunEnvironment environment() {
            return new RunEnvironment("cpu", "", "test", 2, 1, 1, "test", "17", "none", "test");
        }
    }
}
