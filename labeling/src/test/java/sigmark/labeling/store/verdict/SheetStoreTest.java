package sigmark.labeling.store.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.run.RunEnvironment;
import sigmark.labeling.edit.Author;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;
import sigmark.labeling.verdict.Decision;
import sigmark.labeling.verdict.Look;
import sigmark.labeling.verdict.Preference;
import sigmark.labeling.verdict.Sheet;
import sigmark.labeling.verdict.Subject;
import sigmark.labeling.verdict.Weight;

/** A sheet is kept while it grows, for each person apart. */
class SheetStoreTest {
    @TempDir
    Path folder;

    private static long run(ProjectStore store) {
        var here = new RunEnvironment("cpu", "", "t", 2, 1, 1, "t", "17", "n", "t");
        return store.runs()
                .finish(store.runs().begin(new RunStart("p 1", "d", "r", "", 0, here)))
                .id();
    }

    private static Sheet sheet(Subject subject) {
        return Sheet.empty(subject)
                .with(Look.at("r1").withPreference(Preference.CANDIDATE).withWeight(Weight.REAL))
                .with(Look.at("r2").withWeight(Weight.TRUTH_WRONG))
                .withNotes("Bold letters are lost.\nSame three books.")
                .withDecision(Decision.CHOSEN);
    }

    @Test
    void aSheetComesBackAfterTheProgramWasClosed() {
        Subject subject;
        try (ProjectStore store = ProjectStore.create(folder.resolve("p"), "p", new Author("Kim"))) {
            long old = run(store);
            subject = Subject.against(run(store), old);
            SheetStore sheets = new SheetStore(store);
            assertThat(sheets.find(subject)).isEqualTo(Sheet.empty(subject));
            sheets.keep(sheet(subject));
            sheets.keep(sheet(subject).withNotes("more"));
            assertThat(sheets.find(Subject.against(old, subject.run())).looks()).isEmpty();
        }
        try (ProjectStore store = ProjectStore.open(folder.resolve("p"), new Author("Lee"))) {
            assertThat(new SheetStore(store).find(subject)).isEqualTo(Sheet.empty(subject));
        }
        try (ProjectStore store = ProjectStore.open(folder.resolve("p"), new Author("Kim"))) {
            SheetStore sheets = new SheetStore(store);
            assertThat(sheets.find(subject)).isEqualTo(sheet(subject).withNotes("more"));
            sheets.remove(subject);
            assertThat(sheets.find(subject)).isEqualTo(Sheet.empty(subject));
        }
    }

    @Test
    void lookingAgainAtASampleReplacesWhatWasSaidOfIt() {
        Subject subject = Subject.against(2, 1);
        Sheet again = sheet(subject).with(Look.at("r1").withWeight(Weight.COSMETIC));
        assertThat(again.looks())
                .containsExactly(
                        Look.at("r1").withWeight(Weight.COSMETIC), Look.at("r2").withWeight(Weight.TRUTH_WRONG));
        assertThat(again.of("r3")).isEmpty();
    }

    @Test
    void onlyAFullSheetIsComplete() {
        Subject subject = Subject.against(2, 1);
        assertThat(sheet(subject).complete()).isTrue();
        assertThat(sheet(subject).withNotes("  ").complete()).isFalse();
        assertThat(new Sheet(subject, sheet(subject).looks(), "seen", Optional.empty()).complete())
                .isFalse();
        assertThat(new Sheet(subject, List.of(), "seen", Optional.of(Decision.OPEN)).complete())
                .isFalse();
        assertThatThrownBy(() -> Subject.against(3, 3)).hasMessageContaining("run=3");
    }
}
