package sigmark.app.service;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.app.base.Jobs;
import sigmark.app.base.Workspace;
import sigmark.app.base.words.Message;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Problem;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.SheetRemark;
import sigmark.labeling.requirement.StoredSheet;

/**
 * What the workbench's pages share, without their nodes: the sheet in force, the draft that is typed, what is vague in it,
 * the runs, and the chosen run's verdicts. Use from the window's thread.
 */
public final class ServiceModel {
    private final Workspace workspace;
    private final ServiceWork work;
    private final Jobs.Latest reading;
    private final Jobs.Latest checking;
    private final Jobs.Latest judging;
    private final ReadOnlyObjectWrapper<Optional<StoredSheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<RequirementSheet> draft;
    private final ObservableList<SheetRemark> remarks = FXCollections.observableArrayList();
    private final ObservableList<StoredRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<StoredRun>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ServiceWork.Judged>> judged =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final BooleanBinding changed;

    ServiceModel(Workspace workspace) {
        this.workspace = workspace;
        work = new ServiceWork(workspace.store());
        Jobs jobs = workspace.desk().jobs();
        reading = jobs.latest();
        checking = jobs.latest();
        judging = jobs.latest();
        draft = new ReadOnlyObjectWrapper<>(RequirementSheet.empty(""));
        changed = Bindings.createBooleanBinding(
                () -> !draft.get()
                        .equals(sheet.get()
                                .map(StoredSheet::sheet)
                                .orElse(RequirementSheet.empty(draft.get().name()))),
                draft,
                sheet);
        draft.subscribe(typed -> check());
    }

    ServiceWork work() {
        return work;
    }

    /** The sheet in force. */
    public ReadOnlyObjectProperty<Optional<StoredSheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** The sheet as it is typed now. */
    public ReadOnlyObjectProperty<RequirementSheet> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Whether the draft differs from the sheet in force. */
    public BooleanBinding changedProperty() {
        return changed;
    }

    /** Whether the project was read once: before that nothing is known to be missing. */
    public ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** What is vague or contradictory in the draft. */
    public ObservableList<SheetRemark> remarks() {
        return remarks;
    }

    /** Runs that came to their end, newest first. */
    public ObservableList<StoredRun> runs() {
        return runs;
    }

    public ReadOnlyObjectProperty<Optional<StoredRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Verdicts of the chosen run by the sheet in force. */
    public ReadOnlyObjectProperty<Optional<ServiceWork.Judged>> judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    private record Now(Optional<StoredSheet> sheet, List<StoredRun> runs) {}

    /** Reads sheet and runs again and judges the chosen run. */
    public void refresh() {
        reading.load(
                () -> new Now(
                        work.store().sheet(),
                        workspace.store().runs().list().stream()
                                .filter(StoredRun::finished)
                                .toList()),
                this::show,
                workspace.desk().notices()::problem);
    }

    private void show(Now now) {
        boolean typing = read.get() && changed.get();
        sheet.set(now.sheet());
        if (!typing) {
            draft.set(now.sheet().map(StoredSheet::sheet).orElse(draft.get()));
        }
        if (!runs.equals(now.runs())) {
            runs.setAll(now.runs()); // lists that choose from it would lose their choice
        }
        Optional<StoredRun> kept = run.get().filter(now.runs()::contains);
        run.set(kept.or(() -> now.runs().stream().findFirst()));
        read.set(true);
        judge();
    }

    /** Judges by another run. */
    public void choose(StoredRun next) {
        if (!run.get().filter(next::equals).isPresent()) {
            run.set(Optional.of(next));
            judge();
        }
    }

    /** Chooses a run by its number. */
    public void choose(long id) {
        runs.stream().filter(one -> one.id() == id).findFirst().ifPresent(this::choose);
    }

    private void judge() {
        if (sheet.get().isEmpty() || run.get().isEmpty()) {
            judging.forget();
            judged.set(Optional.empty());
            return;
        }
        long id = run.get().get().id();
        judging.load(
                () -> work.judge(id, sigmark.inference.work.Progress.SILENT),
                result -> judged.set(Optional.of(result)),
                workspace.desk().notices()::problem);
    }

    private void check() {
        RequirementSheet typed = draft.get();
        checking.load(
                () -> work.remarks(typed),
                found -> remarks.setAll(found),
                workspace.desk().notices()::problem);
    }

    /** Types a line: replaces the one of its id or adds it. */
    public void type(Requirement line) {
        draft.set(draft.get().with(line));
    }

    /** Takes a line out of the draft. */
    public void remove(String id) {
        draft.set(draft.get().without(id));
    }

    /** Types the whole sheet. */
    public void type(RequirementSheet whole) {
        draft.set(whole);
    }

    /** Goes back to the sheet in force. */
    public void discard() {
        draft.set(sheet.get().map(StoredSheet::sheet).orElse(RequirementSheet.empty("")));
    }

    /** Keeps the draft as a new version, then judges by it. */
    public void keep() {
        RequirementSheet typed = draft.get();
        workspace
                .desk()
                .jobs()
                .load(
                        () -> work.store().keep(typed),
                        kept -> {
                            sheet.set(Optional.of(kept));
                            workspace
                                    .desk()
                                    .notices()
                                    .toast(Message.of("service.sheet.kept", "version", kept.version()));
                            judge();
                        },
                        this::failed);
    }

    private void failed(Problem problem) {
        workspace.desk().notices().problem(problem);
    }
}
