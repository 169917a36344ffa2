package sigmark.app.label;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.base.EditWriter;
import sigmark.app.base.Jobs;
import sigmark.app.base.Notices;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Deltas;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.Stamp;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.store.ProjectStore;

/**
 * Edits the open page: each edit shows at once and is written behind, in order. What cannot be written stays in line
 * and on the screen.
 */
final class PageEditing {
    private final ProjectStore store;
    private final EditWriter writer;
    private final Jobs.Latest reload;
    private final Notices notices;
    private final ActiveTime activeTime;
    private final Clock clock = Clock.systemUTC();
    private final ReadOnlyObjectWrapper<Optional<LocalPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Supplier<? extends Edit>> unwritten = new ArrayList<>();
    private Optional<TypingInLine> lastInLine = Optional.empty();
    private long version;

    PageEditing(ProjectStore store, EditWriter writer, Jobs jobs, Notices notices, ActiveTime activeTime) {
        this.store = store;
        this.writer = writer;
        this.reload = jobs.latest();
        this.notices = notices;
        this.activeTime = activeTime;
        writer.waitingProperty().addListener((property, was, is) -> {
            if (is.intValue() > was.intValue()) {
                lastInLine = Optional.empty();
            }
        });
    }

    ReadOnlyObjectProperty<Optional<LocalPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    Optional<LocalPage> page() {
        return page.get();
    }

    /** Shows a page as it was read, with the edits on top that are not written yet. */
    void show(LocalPage opened) {
        reload.forget();
        version++;
        page.set(Optional.of(withUnwritten(opened)));
    }

    private LocalPage withUnwritten(LocalPage read) {
        LocalPage shown = read;
        for (Supplier<? extends Edit> edit : unwritten) {
            try {
                shown = shown.after(edit.get(), stamp());
            } catch (ProblemException otherPage) {
                continue;
            }
        }
        return shown;
    }

    void showNothing() {
        reload.forget();
        version++;
        page.set(Optional.empty());
    }

    /** Carries an edit out; says whether it made sense. */
    boolean apply(Edit edit) {
        if (!showAtOnce(edit)) {
            return false;
        }
        submit(() -> edit, () -> edit);
        return true;
    }

    /** The LaTeX of a region as it stands after a key. */
    void type(TypeLatex edit) {
        if (!showAtOnce(edit) || lastInLine.filter(last -> last.add(edit)).isPresent()) {
            return;
        }
        var typing = new TypingInLine(edit);
        submit(typing::take, typing::newest);
        lastInLine = Optional.of(typing);
    }

    private void submit(Supplier<? extends Edit> taken, Supplier<? extends Edit> shown) {
        long millis = activeTime.takeMillis();
        unwritten.add(shown);
        writer.submit(() -> store.apply(taken.get(), millis), change -> unwritten.remove(shown), problem -> {
            unwritten.remove(shown);
            refused(problem);
        });
    }

    /** Something was written, by this screen or another one. */
    void heard(Change change) {
        if (page.get().isEmpty()
                || !change.pages().contains(page.get().get().page().id())) {
            return;
        }
        boolean known = change.kind() == Change.Kind.EDIT && page.get().get().agreesWith(change.deltas());
        if (!known && writer.waitingProperty().get() <= 1) {
            reload();
        }
    }

    /** Reads the page again, unless a person edits it meanwhile. */
    void reload() {
        page.get().ifPresent(shown -> {
            String id = shown.page().id();
            long before = version;
            reload.load(
                    () -> store.pages().find(id).map(found -> LocalPage.of(found, read(store, id))),
                    fresh -> {
                        if (version == before) {
                            page.set(fresh.map(this::withUnwritten));
                        }
                    },
                    notices::problem);
        });
    }

    /** People's regions and all proposals, those that were accepted among them. */
    static List<FormulaRegion> read(ProjectStore store, String pageId) {
        List<FormulaRegion> regions = new ArrayList<>(store.regions().ofPage(pageId, Layer.HUMAN));
        regions.addAll(store.regions().ofPage(pageId, Layer.PROPOSAL));
        return regions;
    }

    private boolean showAtOnce(Edit edit) {
        if (page.get().isEmpty() || isReadOnly()) {
            return false;
        }
        LocalPage before = page.get().get();
        try {
            Deltas deltas = before.deltas(edit, stamp());
            version++;
            page.set(Optional.of(before.with(deltas)));
            return !deltas.isEmpty();
        } catch (ProblemException refused) {
            notices.problem(refused.problem());
            return false;
        }
    }

    private boolean isReadOnly() {
        if (store.readOnly()) {
            notices.problem(
                    Problem.of("project.read-only", store.files().folder().toString()));
        }
        return store.readOnly();
    }

    private Stamp stamp() {
        return new Stamp(store.author(), clock.instant(), 0, 0, Optional.empty());
    }

    private void refused(Problem problem) {
        notices.problem(problem);
        reload();
    }
}
