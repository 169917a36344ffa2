package sigmark.labeling.store.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.edit.Author;
import sigmark.labeling.plan.Iteration;
import sigmark.labeling.plan.LearningPoint;
import sigmark.labeling.release.ReleaseRecord;
import sigmark.labeling.release.StoredRelease;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementKind;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.ServingPlace;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;

/** What was decided on stays as it was decided. */
class ServiceStoreTest {
    @TempDir
    Path folder;

    private ProjectStore project;
    private ServiceStore service;
    private long run;

    @BeforeEach
    void create() {
        project = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"));
        service = new ServiceStore(project);
        RunEnvironment machine =
                new RunEnvironment("CPU", "", "a processor", 2, 1, 1L << 30, "Linux", "Java 17", "ONNX Runtime", "0.1");
        run = project.runs().begin(new RunStart("default 1", "d", "r", "split:test", 0, machine));
        project.runs().finish(run);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void eachChangedSheetIsAVersionAndAnEqualOneIsNot() {
        RequirementSheet first = RequirementSheet.empty("s");
        RequirementSheet second = first.with(Requirement.of("D2", RequirementKind.QPS, PipelineModule.PIPELINE));

        assertThat(service.sheet()).isEmpty();
        assertThat(service.keep(first).version()).isEqualTo(1);
        assertThat(service.keep(first).version()).isEqualTo(1);
        assertThat(service.keep(second).version()).isEqualTo(2);

        assertThat(service.sheets()).extracting(StoredSheet::sheet).containsExactly(second, first);
        assertThat(service.sheet(1)).get().extracting(StoredSheet::person).isEqualTo("Kim");
        assertStays("UPDATE requirement_sheet SET text = ''");
        assertStays("DELETE FROM requirement_sheet");
    }

    @Test
    void aProfileIsReplacedByOneOfItsName() {
        service.keep(new MachineProfile("phone", ServingPlace.MOBILE, true, "{}"));
        MachineProfile measured = new MachineProfile("phone", ServingPlace.MOBILE, false, "{\"a\":1}");
        service.keep(measured);
        assertThat(service.profiles()).containsExactly(measured);
    }

    @Test
    void trainingsAndLoadsAreKeptOnce() {
        LearningPoint point =
                new LearningPoint("small", PipelineModule.RECOGNIZER, "", 400, 1, 0.5, 500, "4-layer network");
        assertThat(service.keepPoints(List.of(point, point))).isEqualTo(1);
        assertThat(service.points()).containsExactly(point);
        service.keepLoad("default 1", "{\"old\":1}");
        service.keepLoad("default 1", "{\"new\":1}");
        assertThat(service.newestLoad("default 1")).contains("{\"new\":1}");
        assertThat(service.newestLoad("other")).isEmpty();
        assertStays("UPDATE learning_point SET error = 0");
        assertStays("DELETE FROM load_run");
    }

    @Test
    void iterationsAreNumberedAndKept() {
        long sheet = service.keep(RequirementSheet.empty("s")).version();
        Iteration iteration = new Iteration(
                0,
                "detector → recognizer",
                3,
                "",
                run,
                sheet,
                Map.of("A1", new Iteration.Line("met", OptionalDouble.of(0.9), OptionalDouble.of(-0.1))),
                "Kim",
                Instant.ofEpochMilli(1000));

        assertThat(service.keep(iteration).number()).isEqualTo(1);
        Iteration second = service.keep(iteration);
        assertThat(second.number()).isEqualTo(2);
        assertThat(service.iterations()).hasSize(2).last().isEqualTo(second);
        assertStays("UPDATE iteration SET lines = '{}'");
    }

    @Test
    void aReleaseIsKeptForGoodAndHeldAgainstItsHash() {
        StoredRelease kept = service.release(record("2026-11"));

        List<Problem> problems = new ArrayList<>();
        assertThat(service.releases(problems)).containsExactly(kept);
        assertThat(problems).isEmpty();
        assertThat(kept.record().canonicalJson()).isEqualTo(kept.canonicalJson());
        assertStays("UPDATE service_release SET record = '{}'");
        assertStays("DELETE FROM service_release");
        assertThatThrownBy(() -> service.release(record("2026-11")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("release.exists");
    }

    @Test
    void aRecordThatSomebodyChangedPastTheTriggersIsNamed() {
        service.release(record("good"));
        service.release(record("forged"));
        project.database().write(handle -> {
            handle.execute("DROP TRIGGER service_release_stays");
            return handle.execute(
                    "UPDATE service_release SET record = replace(record, 'Lee', 'Eve') WHERE name = 'forged'");
        });

        List<Problem> problems = new ArrayList<>();
        assertThat(service.releases(problems))
                .extracting(r -> r.record().name())
                .containsExactly("good");
        assertThat(problems).extracting(Problem::code).containsExactly("release.changed");
        assertThatThrownBy(() -> service.release("forged")).hasMessageContaining("release.changed");
        assertThatThrownBy(() -> service.release("none")).hasMessageContaining("release.unknown");
    }

    private ReleaseRecord record(String name) {
        return new ReleaseRecord(
                name,
                project.info().id(),
                "default 1",
                "d",
                "r",
                run,
                1,
                0,
                1,
                List.of(new ReleaseRecord.JudgedLine(
                        "A1", "box F1", "met", OptionalDouble.of(0.8), OptionalDouble.of(0.875), 40)),
                List.of(new ReleaseRecord.Candidate(run, "default 1", 1, 0, 0, true)),
                List.of("Lee"),
                List.of("meets all lines"),
                List.of("handwriting \"loops\""),
                "",
                Instant.ofEpochMilli(1_700_000_000_123L));
    }

    private void assertStays(String sql) {
        service.keepLoad("x", "{}");
        assertThatThrownBy(() -> project.database().write(handle -> handle.execute(sql)))
                .as(sql)
                .hasMessageContaining(sql.startsWith("UPDATE") ? "cannot be changed" : "deleted");
    }
}
