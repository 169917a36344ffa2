package sigmark.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.compare.CandidatePoint;
import sigmark.analysis.compare.SamplePair;
import sigmark.analysis.statistics.McNemar;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.CompareViewModel;
import sigmark.app.analyze.model.Comparison;
import sigmark.app.analyze.model.PairLists;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.analyze.model.VerdictViewModel;
import sigmark.app.base.Jobs;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.verdict.VerdictStore;
import sigmark.labeling.verdict.Decision;
import sigmark.labeling.verdict.Preference;
import sigmark.labeling.verdict.Verdict;
import sigmark.labeling.verdict.Weight;

/** Two runs side by side over a real store, and the verdict that is signed. */
class CompareViewModelTest {
    @TempDir
    Path folder;

    private EvaluatedProject project;
    private AnalyzeViewModel samples;
    private CompareViewModel view;
    private VerdictViewModel verdict;
    private StoredRun first;
    private StoredRun second;

    @BeforeEach
    void open() {
        project = new EvaluatedProject(folder.resolve("p"));
        first = project.run();
        second = project.emptyRun();
        samples = new AnalyzeViewModel(project.store, Jobs.onCurrentThread());
        samples.activate();
        view = new CompareViewModel(project.store, Jobs.onCurrentThread(), samples, run -> OptionalLong.of(7));
        verdict = new VerdictViewModel(project.store, Jobs.onCurrentThread(), view);
        samples.choose(first.id());
        view.activate();
    }

    @AfterEach
    void close() {
        view.close();
        samples.close();
        project.store.close();
    }

    private Comparison comparison() {
        return view.comparisonProperty().get().orElseThrow();
    }

    @Test
    void theShownRunIsTheCandidateAndOnlyCommonFormulasCount() {
        assertThat(view.candidateProperty().get()).contains(first);
        assertThat(view.otherProperty().get()).contains(second);
        assertThat(comparison().tests().exact()).isEqualTo(new McNemar(1, 0, 2));
        assertThat(comparison().tests().onlyOne()).isEqualTo(2);
        assertThat(ids(PairLists.Outcome.WINS)).containsExactly("right");
        assertThat(ids(PairLists.Outcome.BOTH_WRONG)).containsExactly("wrong");
        assertThat(ids(PairLists.Outcome.LOSSES)).isEmpty();
    }

    @Test
    void theOtherWayRoundWinsAreLosses() {
        view.chooseOther(first);
        assertThat(view.candidateProperty().get()).contains(second);
        assertThat(view.otherProperty().get()).contains(first);
        assertThat(ids(PairLists.Outcome.LOSSES)).containsExactly("right");
        view.list(PairLists.Outcome.LOSSES);
        assertThat(view.shown()).extracting(pair -> pair.first().id()).containsExactly("right");
    }

    @Test
    void aSliceOfTheWorkbenchHoldsHereToo() {
        samples.narrowHere(new SampleFacet(SampleFacet.Field.KIND, "display"));
        assertThat(comparison().tests().exact()).isEqualTo(new McNemar(0, 0, 1));
    }

    @Test
    void aMendedLabelChangesTheComparison() {
        project.store.apply(new TypeLatex("wrong", "\\frac{a}{c}"), 0);
        assertThat(comparison().tests().exact()).isEqualTo(new McNemar(2, 0, 2));
    }

    @Test
    void everyFinishedRunIsAPoint() {
        assertThat(view.pointsProperty().get())
                .extracting(point -> point.run().id())
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(view.pointsProperty().get())
                .extracting(CandidatePoint::weights)
                .containsOnly(OptionalLong.of(7));
    }

    @Test
    void aVerdictNeedsLooksNotesAndADecisionAndStaysOnceSigned() {
        assertThat(verdict.planProperty().get().pairs())
                .extracting(pair -> pair.first().id())
                .containsExactlyInAnyOrder("right", "wrong");
        verdict.decide(Decision.CHOSEN);
        verdict.note("Reads squares that the other misses.");
        assertThat(verdict.missing()).isEqualTo(2);
        assertThat(verdict.canSign()).isFalse();
        SamplePair asked = verdict.pairProperty().get().orElseThrow();
        verdict.prefer(VerdictViewModel.candidateLeft(asked), false);
        verdict.weigh(Weight.REAL);
        assertThat(verdict.lookAt(asked)).hasValueSatisfying(look -> {
            assertThat(look.preference()).isEqualTo(Preference.CANDIDATE);
            assertThat(look.weight()).isEqualTo(Weight.REAL);
        });
        verdict.next();
        assertThat(verdict.pairProperty().get()).isNotEmpty().get().isNotEqualTo(asked);
        verdict.prefer(false, true);
        assertThat(verdict.canSign()).isTrue();
        verdict.sign("Candidate preferred: 1.");

        assertThat(verdict.verdicts()).hasSize(1);
        Verdict signed = verdict.verdicts().get(0);
        assertThat(signed.draft().notes()).isEqualTo("Reads squares that the other misses.\n\nCandidate preferred: 1.");
        assertThat(signed.draft().against()).containsExactly(second.id());
        assertThat(signed.draft().samples()).containsExactlyInAnyOrder("right", "wrong");
        assertThat(signed.person()).isEqualTo("Kim");
        assertThat(verdict.looked()).as("the sheet begins anew").isZero();
        assertThat(verdict.canSign()).isFalse();

        project.store.database().write(handle -> {
            handle.execute("DROP TRIGGER verdict_stays");
            return handle.execute("UPDATE verdict SET decision = 'refused'");
        });
        assertThat(new VerdictStore(project.store).broken()).containsExactly(signed.id());
    }

    @Test
    void aSheetOutlivesTheWindow() {
        verdict.prefer(false, true);
        verdict.note("half");
        CompareViewModel again =
                new CompareViewModel(project.store, Jobs.onCurrentThread(), samples, run -> OptionalLong.empty());
        VerdictViewModel later = new VerdictViewModel(project.store, Jobs.onCurrentThread(), again);
        again.activate();
        assertThat(later.sheetProperty().get()).hasValueSatisfying(sheet -> {
            assertThat(sheet.notes()).isEqualTo("half");
            assertThat(sheet.looks()).hasSize(1);
        });
        assertThat(later.looked()).isEqualTo(1);
        again.close();
    }

    private java.util.List<String> ids(PairLists.Outcome outcome) {
        return comparison().lists().of(outcome).stream()
                .map(pair -> pair.first().id())
                .toList();
    }
}
