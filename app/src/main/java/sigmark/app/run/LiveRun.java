package sigmark.app.run;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.app.base.Job;
import sigmark.app.work.RunWish;

/** A run from the queue to its end, as the screen follows it. Use from the window's thread. */
public final class LiveRun {
    /** Where it is. */
    public enum State {
        QUEUED,
        RUNNING,
        FINISHED,
        CANCELLED,
        FAILED
    }

    private final RunWish wish;
    private final String title;
    private final int pages;
    private final ObservableList<MeasuredPage> done = FXCollections.observableArrayList();
    private final ObservableList<MeasuredPage> doneShown = FXCollections.unmodifiableObservableList(done);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.QUEUED);
    private Optional<Job> job = Optional.empty();
    private OptionalLong number = OptionalLong.empty();

    LiveRun(RunWish wish, String title, int pages) {
        this.wish = wish;
        this.title = title;
        this.pages = pages;
    }

    public RunWish wish() {
        return wish;
    }

    /** The pipeline's name and version. */
    public String title() {
        return title;
    }

    /** Pages it will go over. */
    public int pages() {
        return pages;
    }

    /** Pages done, failed ones included, in order. */
    public ObservableList<MeasuredPage> done() {
        return doneShown;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** Its job once it runs. */
    public Optional<Job> job() {
        return job;
    }

    /** Its number once it has ended. */
    public OptionalLong number() {
        return number;
    }

    public int formulas() {
        return done.stream().mapToInt(MeasuredPage::formulas).sum();
    }

    public long failed() {
        return done.stream().filter(page -> page.failure().isPresent()).count();
    }

    void started() {
        state.set(State.RUNNING);
    }

    void doneBy(Job by) {
        job = Optional.of(by);
    }

    void add(MeasuredPage page) {
        done.add(page);
    }

    void ended(State end, OptionalLong as) {
        number = as;
        state.set(end);
    }
}
