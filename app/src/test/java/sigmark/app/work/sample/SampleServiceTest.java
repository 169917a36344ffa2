package sigmark.app.work.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.foresight.ForesightReport;
import sigmark.analysis.online.OnlineReport;
import sigmark.analysis.plan.DataPlan;
import sigmark.analysis.verdict.Convergence;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.plan.PipelineDesign;
import sigmark.labeling.plan.Truth;
import sigmark.labeling.release.StoredRelease;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;
import sigmark.labeling.store.online.PointStore;
import sigmark.labeling.store.online.VocStore;
import sigmark.labeling.voc.PointState;

/** A newcomer finds something on each page of the Service workbench. */
class SampleServiceTest {
    @TempDir
    static Path folder;

    private static ProjectStore store;
    private static ServiceWork work;

    @BeforeAll
    static void make() {
        Path project = folder.resolve("sample");
        SampleProject.create(project, "sample", new Author("Kim"), Progress.SILENT);
        store = ProjectStore.open(project, new Author("Kim"));
        work = new ServiceWork(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void theSheetIsFilledAndNothingInItIsVague() {
        assertThat(work.sheet().sheet().lines()).hasSizeGreaterThan(8);
        assertThat(work.remarks(work.sheet().sheet())).isEmpty();
    }

    @Test
    void theDesignHasPairsForItsModules() {
        for (PipelineDesign.Part part : PipelineDesign.DETECTOR_RECOGNIZER.parts()) {
            assertThat(Truth.bySplit(part.module(), part.slice(), work.counter())
                            .values())
                    .anyMatch(count -> count > 0);
        }
    }

    @Test
    void thePlanKnowsWhatIsMissingAndHasALearningCurve() {
        DataPlan plan =
                DataPlan.of(work.sheet().sheet(), work.counter(), work.store().points());
        assertThat(plan.missingRegions()).isPositive();
        assertThat(DataPlan.curve(work.store().points(), PipelineModule.RECOGNIZER, ""))
                .isPresent();
    }

    @Test
    void twoCandidatesAreJudgedAndOneIsReleasedWhole() {
        assertThat(work.store().iterations()).hasSize(2);
        assertThat(Convergence.of(work.store().iterations()).bottleneck()).isPresent();
        List<Problem> broken = new ArrayList<>();
        List<StoredRelease> releases = work.store().releases(broken);
        assertThat(broken).isEmpty();
        StoredRelease release = releases.get(0);
        assertThat(releases).hasSize(1);
        assertThat(release.sha256()).matches("[0-9a-f]{64}");
        assertThat(release.record().candidates()).hasSize(2);
        assertThat(release.record().weaknesses()).isNotEmpty();
        assertThat(release.record().lines()).extracting(line -> line.verdict()).contains("met", "missed", "undecided");
    }

    @Test
    void machinesStandSideBySideAndTheOneMadeByHandSaysSo() {
        assertThat(work.store().profiles()).extracting(MachineProfile::byHand).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void usersWereSeenAndTheirComplaintsLeadToPoints() {
        assertThat(OnlineReport.of(new OnlineStore(store)).versions()).hasSizeGreaterThan(1);
        assertThat(new VocStore(store).list()).hasSizeGreaterThan(3).anyMatch(item -> item.cause()
                .isPresent());
        assertThat(new PointStore(store).list())
                .anyMatch(point -> point.state() == PointState.VERIFIED
                        && point.verifiedRun().isPresent())
                .anyMatch(point -> point.state() == PointState.OPEN);
    }

    @Test
    void offlineAndOnlineAreHeldAgainstEachOther() {
        ForesightReport report = ForesightReport.of(store, Progress.SILENT);
        assertThat(report.versions()).hasSizeGreaterThan(1);
        assertThat(report.samples().samples()).hasSizeGreaterThan(100);
        assertThat(report.slices()).isNotEmpty();
        assertThat(report.drifts()).isNotEmpty();
    }
}
