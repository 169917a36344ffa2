package sigmark.app.label;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.Workspace;
import sigmark.app.canvas.PagePicture;
import sigmark.inference.work.Problem;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.PageSummary;
import sigmark.labeling.store.ProjectStore;

/**
 * The open page, what is selected on it, and the way through pages and boxes. Knows no node. Use from the window's
 * thread.
 */
public final class LabelViewModel {
    private final Workspace workspace;
    private final ProjectStore store;
    private final PageListViewModel pages;
    private final PagePictures pictures;
    private final ActiveTime activeTime;
    private final Pace pace;
    private final PageEditing editing;
    private final Jobs.Latest opening;
    private final ReadOnlyObjectWrapper<Optional<PagePicture>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> pictureProblem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<FormulaRegion>> walk = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<String>> selected = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Optional<FormulaRegion>> region = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<String>> hiddenLayers = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyIntegerWrapper perHour = new ReadOnlyIntegerWrapper();
    private final AutoCloseable listening;
    private Looks looks = Looks.NONE;
    private Optional<String> awaited = Optional.empty();
    private boolean active;

    public LabelViewModel(Workspace workspace, ActiveTime activeTime) {
        this.workspace = workspace;
        this.store = workspace.store();
        this.activeTime = activeTime;
        Desk desk = workspace.desk();
        pages = new PageListViewModel(store, desk.jobs());
        pictures = new PagePictures(store, desk.jobs());
        pace = new Pace(activeTime);
        editing = new PageEditing(store, workspace.edits(), desk.jobs(), desk.notices(), activeTime);
        opening = desk.jobs().latest();
        editing.pageProperty().addListener((property, old, now) -> pageChanged(old, now));
        listening = store.onChange(change -> desk.jobs().onWindow(() -> heard(change)));
    }

    void setLooks(Looks screen) {
        looks = screen;
    }

    Looks looks() {
        return looks;
    }

    public PageListViewModel pages() {
        return pages;
    }

    /** The open page; empty while there is none. */
    public Optional<Page> page() {
        return editing.page().map(LocalPage::page);
    }

    ReadOnlyObjectProperty<Optional<LocalPage>> localPageProperty() {
        return editing.pageProperty();
    }

    public ReadOnlyObjectProperty<Optional<PagePicture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why the page's image cannot be shown. */
    public ReadOnlyObjectProperty<Optional<Problem>> pictureProblemProperty() {
        return pictureProblem.getReadOnlyProperty();
    }

    /** Regions and open proposals of the page in reading order. */
    public ReadOnlyObjectProperty<List<FormulaRegion>> walkProperty() {
        return walk.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Set<String>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The region in the panel: the selected one, if it is only one. */
    public ReadOnlyObjectProperty<Optional<FormulaRegion>> regionProperty() {
        return region.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Set<String>> hiddenLayersProperty() {
        return hiddenLayers.getReadOnlyProperty();
    }

    /** Formulas finished an hour of active time; 0 until there is enough to say. */
    public ReadOnlyIntegerProperty perHourProperty() {
        return perHour.getReadOnlyProperty();
    }

    PageEditing editing() {
        return editing;
    }

    /** The person pressed a key or moved the mouse. */
    public void touched() {
        activeTime.touch();
    }

    void finishedOne() {
        pace.finishedOne();
        perHour.set(pace.perHour());
    }

    /** Shown now: the list is read, and the first page is opened if none is. */
    public void activate() {
        active = true;
        activeTime.touch();
        pages.reload(() -> {
            if (editing.page().isEmpty()) {
                pages.pages().stream()
                        .filter(page -> page.state() == LabelState.UNTOUCHED || page.state() == LabelState.LABELED)
                        .findFirst()
                        .or(() -> pages.pages().stream().findFirst())
                        .ifPresent(page -> open(page.id()));
            }
        });
    }

    public void deactivate() {
        active = false;
    }

    public void close() {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop listening", e);
        }
    }

    public void open(String pageId) {
        open(pageId, Optional.empty());
    }

    /** Opens a page; the region is selected and brought into the middle. */
    public void open(String pageId, Optional<String> regionId) {
        open(pageId, () -> regionId.ifPresent(this::selectAndCenter));
    }

    private void open(String pageId, Runnable then) {
        if (page().map(Page::id).filter(pageId::equals).isPresent()) {
            then.run();
            return;
        }
        opening.load(
                () -> store.pages().find(pageId).map(found -> LocalPage.of(found, PageEditing.read(store, pageId))),
                found -> found.ifPresent(read -> {
                    opened(read);
                    then.run();
                }),
                workspace.desk().notices()::problem);
    }

    private void opened(LocalPage read) {
        awaited = Optional.empty();
        selected.set(Set.of());
        picture.set(Optional.empty());
        editing.show(read);
        if (workspace.edits().waitingProperty().get() > 0) {
            editing.reload();
        }
        pages.currentProperty().set(Optional.of(read.page().id()));
        prefetch();
    }

    /** Closes the page, as after it was removed. */
    void closePage() {
        selected.set(Set.of());
        picture.set(Optional.empty());
        pages.currentProperty().set(Optional.empty());
        editing.showNothing();
    }

    private void prefetch() {
        for (int places : new int[] {1, -1}) {
            pages.beside(places).ifPresent(beside -> workspace
                    .desk()
                    .jobs()
                    .load(
                            () -> store.pages().find(beside.id()),
                            found -> found.ifPresent(pictures::prefetch),
                            problem -> {}));
        }
    }

    /** Opens the page this many places further in the list; says whether there is one. */
    public boolean openBeside(int places) {
        Optional<PageSummary> beside = pages.beside(places);
        beside.ifPresent(page -> open(page.id()));
        return beside.isPresent();
    }

    private void pageChanged(Optional<LocalPage> old, Optional<LocalPage> now) {
        walk.set(now.map(LocalPage::walk).orElse(List.of()));
        keepSelection();
        if (awaited.isPresent() && selected.get().isEmpty()) {
            showAwaited();
            awaited = Optional.empty();
        }
        Optional<PagePictures.Key> was = old.map(LocalPage::page).map(PagePictures.Key::of);
        Optional<PagePictures.Key> is = now.map(LocalPage::page).map(PagePictures.Key::of);
        if (now.isPresent() && (!was.equals(is) || picture.get().isEmpty())) {
            showPicture(now.get().page());
        }
        now.ifPresent(page -> pages.update(summary(page)));
    }

    private void showPicture(Page page) {
        picture.set(Optional.empty());
        pictureProblem.set(Optional.empty());
        pictures.show(
                page, shown -> picture.set(Optional.of(shown)), problem -> pictureProblem.set(Optional.of(problem)));
    }

    /** Reads the image again, as after a moved file was found. */
    public void retryPicture() {
        page().ifPresent(this::showPicture);
    }

    private PageSummary summary(LocalPage shown) {
        List<FormulaRegion> walked = walk.get();
        List<FormulaRegion> human =
                walked.stream().filter(region -> region.layer() == Layer.HUMAN).toList();
        Page page = shown.page();
        return new PageSummary(
                page.id(),
                page.name(),
                page.split(),
                page.state(),
                page.width(),
                page.height(),
                human.size(),
                count(human, LabelState.ACCEPTED),
                count(human, LabelState.RETURNED),
                (int) human.stream().filter(FormulaRegion::lacksLatex).count(),
                walked.size() - human.size(),
                (int) walked.stream().filter(RegionMarks::isDoubtfulProposal).count());
    }

    private static int count(List<FormulaRegion> regions, LabelState state) {
        return (int) regions.stream().filter(r -> r.state() == state).count();
    }

    /** Selects these boxes and no others. */
    public void select(Set<String> ids) {
        Set<String> there = new LinkedHashSet<>(ids);
        there.removeIf(id -> editing.page().flatMap(page -> page.region(id)).isEmpty());
        selected.set(there);
        showRegion();
    }

    void selectAndCenter(String id) {
        select(Set.of(id));
        region.get().ifPresent(shown -> looks.center(shown.box()));
    }

    private void keepSelection() {
        select(selected.get());
    }

    private void showRegion() {
        Optional<FormulaRegion> only = selected.get().size() == 1
                ? editing.page()
                        .flatMap(page -> page.region(selected.get().iterator().next()))
                : Optional.empty();
        region.set(only);
    }

    /** Selected regions in reading order. */
    public List<FormulaRegion> selectedRegions() {
        return walk.get().stream().filter(r -> selected.get().contains(r.id())).toList();
    }

    /** Place of the panel's region in reading order from 1, or 0. */
    public int number() {
        return region.get().map(shown -> indexOf(shown.id()) + 1).orElse(0);
    }

    int indexOf(String id) {
        List<FormulaRegion> shown = walk.get();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Carries an edit out. */
    boolean apply(Edit edit) {
        return editing.apply(edit);
    }

    /** Shows or hides the boxes of a layer. */
    public void toggleLayer(String layer) {
        Set<String> hidden = new LinkedHashSet<>(hiddenLayers.get());
        if (!hidden.remove(layer)) {
            hidden.add(layer);
        }
        hiddenLayers.set(hidden);
    }

    /** Next box in reading order with the caret in its LaTeX, around the end; backwards with −1. */
    public void nextBox(int step) {
        List<FormulaRegion> shown = new ArrayList<>(walk.get());
        shown.removeIf(r -> hiddenLayers.get().contains(RegionMarks.layerOf(r)));
        if (shown.isEmpty()) {
            return;
        }
        int at = region.get()
                .map(r -> shown.stream().map(FormulaRegion::id).toList().indexOf(r.id()))
                .orElse(-1);
        int next = at < 0 ? (step > 0 ? 0 : shown.size() - 1) : Math.floorMod(at + step, shown.size());
        selectAndCenter(shown.get(next).id());
        looks.typeLatex();
    }

    /** Next doubtful proposal, on this page or on the next one that has any. */
    public void nextDoubtful() {
        List<FormulaRegion> shown = walk.get();
        int at = number() - 1;
        for (int i = at + 1; i < shown.size(); i++) {
            if (RegionMarks.isDoubtfulProposal(shown.get(i))) {
                selectAndCenter(shown.get(i).id());
                looks.typeLatex();
                return;
            }
        }
        pages.nextDoubtful().ifPresent(page -> open(page.id(), this::selectFirstDoubtful));
    }

    private void selectFirstDoubtful() {
        walk.get().stream().filter(RegionMarks::isDoubtfulProposal).findFirst().ifPresent(r -> selectAndCenter(r.id()));
    }

    private void heard(Change change) {
        editing.heard(change);
        boolean stepped = change.kind() == Change.Kind.UNDO || change.kind() == Change.Kind.REDO;
        if (change.kind() != Change.Kind.EDIT || concernsOtherPages(change)) {
            pages.reload();
        }
        if (stepped && active) {
            showChanged(change);
        }
    }

    /** What undo brings back is there only once the page was read again. */
    private void showAwaited() {
        Optional<FormulaRegion> there = awaited.flatMap(id -> editing.page().flatMap(page -> page.region(id)));
        there.ifPresent(found -> {
            select(Set.of(found.id()));
            looks.reveal(found.box());
        });
    }

    private boolean concernsOtherPages(Change change) {
        return change.pages().stream()
                .anyMatch(id -> page().map(Page::id).filter(id::equals).isEmpty());
    }

    /** Undo and redo go to the page that they change, so that nothing changes unseen. */
    private void showChanged(Change change) {
        Optional<String> changed = change.deltas().regions().stream()
                .filter(delta -> delta.after().isPresent())
                .map(delta -> delta.latest().id())
                .findFirst();
        change.firstPage().ifPresent(id -> {
            if (page().map(Page::id).filter(id::equals).isEmpty()) {
                open(id, changed);
            } else {
                awaited = changed;
                showAwaited();
            }
        });
    }
}
