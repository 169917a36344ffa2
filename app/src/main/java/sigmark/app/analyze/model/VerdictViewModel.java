package sigmark.app.analyze.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.analysis.compare.SamplePair;
import sigmark.app.base.Jobs;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.verdict.SheetStore;
import sigmark.labeling.store.verdict.VerdictStore;
import sigmark.labeling.verdict.Decision;
import sigmark.labeling.verdict.Look;
import sigmark.labeling.verdict.Preference;
import sigmark.labeling.verdict.Sheet;
import sigmark.labeling.verdict.Subject;
import sigmark.labeling.verdict.Verdict;
import sigmark.labeling.verdict.VerdictDraft;
import sigmark.labeling.verdict.Weight;

/**
 * A verdict on the candidate as it grows: pair after pair without saying whose reading is whose, what was found, notes and
 * a decision. The sheet is kept after every step; once signed nothing changes it. Use from the window's thread.
 */
public final class VerdictViewModel {
    private final ProjectStore store;
    private final Jobs jobs;
    private final CompareViewModel compare;
    private final Executor keeping;
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LookPlan> plan = new ReadOnlyObjectWrapper<>(LookPlan.NONE);
    private final ReadOnlyObjectWrapper<Optional<SamplePair>> pair = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper altered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Verdict> verdicts = FXCollections.observableArrayList();

    public VerdictViewModel(ProjectStore store, Jobs jobs, CompareViewModel compare) {
        this.store = store;
        this.jobs = jobs;
        this.compare = compare;
        keeping = jobs.serial("verdict");
        compare.comparisonProperty().addListener((property, old, now) -> follow());
    }

    /** The sheet on the candidate against the other run; empty while there are not two runs. */
    public ReadOnlyObjectProperty<Optional<Sheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LookPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** The pair to look at now. */
    public ReadOnlyObjectProperty<Optional<SamplePair>> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /** Verdicts on the candidate, the newest first. */
    public ObservableList<Verdict> verdicts() {
        return verdicts;
    }

    /** Somebody changed a signed verdict behind the program's back. */
    public ReadOnlyBooleanProperty alteredProperty() {
        return altered.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private void follow() {
        Optional<Comparison> now = compare.comparisonProperty().get();
        if (now.isEmpty()) {
            sheet.set(Optional.empty());
            plan.set(LookPlan.NONE);
            pair.set(Optional.empty());
            return;
        }
        plan.set(LookPlan.of(now.get().lists()));
        Subject subject = Subject.against(
                now.get().candidate().run().id(), now.get().other().run().id());
        boolean same = sheet.get().filter(old -> old.subject().equals(subject)).isPresent();
        if (same) {
            return;
        }
        sheet.set(Optional.empty());
        jobs.load(
                () -> new SheetStore(store).find(subject),
                found -> {
                    sheet.set(Optional.of(found));
                    next();
                },
                this::failed);
        readVerdicts();
    }

    private void readVerdicts() {
        jobs.load(
                () -> {
                    VerdictStore kept = new VerdictStore(store);
                    return new Signed(kept.list(), !kept.broken().isEmpty());
                },
                signed -> {
                    Optional<Long> run = compare.candidateProperty().get().map(StoredRun::id);
                    verdicts.setAll(signed.verdicts.stream()
                            .filter(verdict -> run.filter(
                                            id -> id == verdict.draft().runId())
                                    .isPresent())
                            .toList());
                    altered.set(signed.broken);
                },
                this::failed);
    }

    private record Signed(List<Verdict> verdicts, boolean broken) {}

    /** Whether the candidate's reading stands on the left: told from the sample, so that it stays, but not to be guessed. */
    public static boolean candidateLeft(SamplePair shown) {
        return (shown.first().id().hashCode() * 0x9E3779B9 >>> 30 & 1) == 0;
    }

    /** Pairs of the plan that were looked at. */
    public int looked() {
        return sheet.get()
                .map(now -> (int) plan.get().pairs().stream()
                        .filter(planned -> now.of(planned.first().id())
                                .filter(VerdictViewModel::answered)
                                .isPresent())
                        .count())
                .orElse(0);
    }

    private static boolean answered(Look look) {
        return look.preference() != Preference.NONE;
    }

    /** Goes to the next pair of the plan that was not looked at yet; stays when all were. */
    public void next() {
        List<SamplePair> pairs = plan.get().pairs();
        int from = pair.get().map(pairs::indexOf).orElse(-1);
        for (int i = 1; i <= pairs.size(); i++) {
            SamplePair candidate = pairs.get(Math.floorMod(from + i, pairs.size()));
            if (lookAt(candidate).filter(VerdictViewModel::answered).isEmpty()) {
                pair.set(Optional.of(candidate));
                return;
            }
        }
        if (pair.get().isEmpty() && !pairs.isEmpty()) {
            pair.set(Optional.of(pairs.get(0)));
        }
    }

    /** Looks at a pair out of turn. */
    public void show(SamplePair wish) {
        pair.set(Optional.of(wish));
    }

    /** What was said of a pair. */
    public Optional<Look> lookAt(SamplePair of) {
        return sheet.get().flatMap(now -> now.of(of.first().id()));
    }

    /** The left reading, the right one, or neither is better. */
    public void prefer(boolean left, boolean equal) {
        pair.get().ifPresent(now -> {
            Preference preference =
                    equal ? Preference.EQUAL : left == candidateLeft(now) ? Preference.CANDIDATE : Preference.OTHER;
            look(now, preference, Optional.empty());
        });
    }

    public void weigh(Weight weight) {
        pair.get().ifPresent(now -> look(now, Preference.NONE, Optional.of(weight)));
    }

    private void look(SamplePair at, Preference preference, Optional<Weight> weight) {
        change(now -> {
            Look before = now.of(at.first().id()).orElse(Look.at(at.first().id()));
            Look after = preference == Preference.NONE ? before : before.withPreference(preference);
            return now.with(weight.map(after::withWeight).orElse(after));
        });
    }

    public void note(String text) {
        if (!text.equals(sheet.get().map(Sheet::notes).orElse(""))) {
            change(now -> now.withNotes(text));
        }
    }

    public void decide(Decision decision) {
        change(now -> now.withDecision(decision));
    }

    private void change(java.util.function.UnaryOperator<Sheet> how) {
        sheet.get().ifPresent(before -> {
            Sheet after = how.apply(before);
            sheet.set(Optional.of(after));
            keeping.execute(() -> {
                try {
                    new SheetStore(store).keep(after);
                } catch (ProblemException refused) {
                    jobs.onWindow(() -> failed(refused.problem()));
                }
            });
        });
    }

    /** How many looks said what. */
    public Map<Weight, Integer> found() {
        Map<Weight, Integer> counts = new EnumMap<>(Weight.class);
        sheet.get().ifPresent(now -> now.looks().forEach(look -> counts.merge(look.weight(), 1, Integer::sum)));
        return counts;
    }

    /** How many looks preferred whom. */
    public Map<Preference, Integer> preferred() {
        Map<Preference, Integer> counts = new EnumMap<>(Preference.class);
        sheet.get().ifPresent(now -> now.looks().forEach(look -> counts.merge(look.preference(), 1, Integer::sum)));
        return counts;
    }

    /** Pairs of the plan still to be looked at before a candidate can be chosen or refused. */
    public int missing() {
        boolean open = sheet.get()
                .flatMap(Sheet::decision)
                .filter(Decision.OPEN::equals)
                .isPresent();
        return open ? 0 : plan.get().pairs().size() - looked();
    }

    public boolean canSign() {
        return sheet.get().filter(Sheet::complete).isPresent() && missing() == 0 && !store.readOnly();
    }

    /** @param summary what was found, in words, put below the notes */
    public void sign(String summary) {
        if (!canSign()) {
            return;
        }
        Sheet signed = sheet.get().orElseThrow();
        VerdictDraft draft = new VerdictDraft(
                signed.subject().run(),
                signed.subject().against().stream().boxed().toList(),
                signed.looks().stream().map(Look::sample).toList(),
                signed.notes().strip() + "\n\n" + summary,
                signed.decision().orElseThrow());
        keeping.execute(() -> {
            try {
                new VerdictStore(store).add(draft);
                new SheetStore(store).remove(signed.subject());
                jobs.onWindow(() -> {
                    sheet.set(Optional.of(Sheet.empty(signed.subject())));
                    readVerdicts();
                });
            } catch (ProblemException refused) {
                jobs.onWindow(() -> failed(refused.problem()));
            }
        });
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why));
    }
}
