package sigmark.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.app.base.Jobs;
import sigmark.inference.work.Problem;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.PageSummary;
import sigmark.labeling.store.ProjectStore;

/** The page list: which pages are shown, narrowed by chips and a search, and which one is open. */
public final class PageListViewModel {
    /** Pages that are neither submitted nor accepted. */
    public static final String TO_DO = "-state:submitted -state:accepted";

    private static final String LATEX_SIGNS = "\\^_{}=";

    private final ProjectStore store;
    private final Jobs jobs;
    private final Jobs.Latest loads;
    private final ObservableList<PageSummary> pages = FXCollections.observableArrayList();
    private final ObservableList<String> filters = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> current = new SimpleObjectProperty<>(Optional.empty());

    public PageListViewModel(ProjectStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
        loads = jobs.latest();
        search.addListener((property, old, now) -> reload());
    }

    /** Pages that match, in the project's order. */
    public ObservableList<PageSummary> pages() {
        return pages;
    }

    /** Filters in the query language, joined by and. */
    public ObservableList<String> filters() {
        return FXCollections.unmodifiableObservableList(filters);
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Pages of the whole project. */
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** True once the list was read. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Why the search cannot be understood. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Id of the open page. */
    public ObjectProperty<Optional<String>> currentProperty() {
        return current;
    }

    public void addFilter(String words) {
        if (!filters.contains(words)) {
            filters.add(words);
            reload();
        }
    }

    public void removeFilter(String words) {
        if (filters.remove(words)) {
            reload();
        }
    }

    public void clear() {
        filters.clear();
        search.set("");
        reload();
    }

    public boolean isNarrowed() {
        return !filters.isEmpty() || !search.get().isBlank();
    }

    /** Reads the list again, off the window's thread. */
    public void reload() {
        reload(() -> {});
    }

    void reload(Runnable then) {
        String text = queryText();
        loads.load(
                () -> {
                    SliceQuery query = SliceQuery.parse(text);
                    List<PageSummary> found = store.pages().summaries(query);
                    int all = query.isAll() ? found.size() : store.pages().count(SliceQuery.ALL);
                    return new Answer(found, all);
                },
                answer -> {
                    problem.set(Optional.empty());
                    pages.setAll(answer.found);
                    total.set(answer.total);
                    if (!loaded.get()) {
                        warmUp();
                    }
                    loaded.set(true);
                    then.run();
                },
                failure -> {
                    problem.set(Optional.of(failure));
                    loaded.set(true);
                });
    }

    /** While people look at the first list; should it fail, the next search says why. */
    private void warmUp() {
        jobs.load(
                () -> {
                    store.warmUp();
                    return true;
                },
                done -> {},
                failure -> {});
    }

    private record Answer(List<PageSummary> found, int total) {}

    /** The whole query: chips and search; what looks like LaTeX is looked for in the labels. */
    String queryText() {
        List<String> words = new ArrayList<>(filters);
        String typed = search.get().strip();
        boolean latex = typed.chars().anyMatch(c -> LATEX_SIGNS.indexOf(c) >= 0) && !typed.contains(":");
        if (latex) {
            words.add("latex:\"" + typed.replace("\"", "") + "\"");
        } else if (!typed.isEmpty()) {
            words.add(typed);
        }
        return String.join(" ", words);
    }

    /** One row changed, as after an edit of the open page. */
    void update(PageSummary summary) {
        int at = indexOf(summary.id());
        if (at >= 0 && !pages.get(at).equals(summary)) {
            pages.set(at, summary);
        }
    }

    /** The page is no longer in the project. */
    void forget(String id) {
        pages.removeIf(page -> page.id().equals(id));
    }

    /** Place in the list, or -1. */
    public int indexOf(String id) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    public int currentIndex() {
        return current.get().map(this::indexOf).orElse(-1);
    }

    /** The page this many places after the open one, if there is one. */
    public Optional<PageSummary> beside(int places) {
        int at = currentIndex();
        int wanted = at < 0 ? (places > 0 ? 0 : pages.size() - 1) : at + places;
        return wanted >= 0 && wanted < pages.size() ? Optional.of(pages.get(wanted)) : Optional.empty();
    }

    /** The next page after the open one, around the end, that has something doubtful. */
    public Optional<PageSummary> nextDoubtful() {
        int at = currentIndex();
        for (int i = 1; i <= pages.size(); i++) {
            PageSummary page = pages.get(Math.floorMod(at + i, pages.size()));
            if (page.doubtful() > 0 && current.get().filter(page.id()::equals).isEmpty()) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }
}
