package sigmark.app.run.train;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.app.base.Job;
import sigmark.inference.training.TrainingCurve;
import sigmark.inference.training.TrainingReport;

/** A training from its start to its end, as the screen follows it. Use from the window's thread. */
public final class LiveTraining {
    /** Where it is. */
    public enum State {
        RUNNING,
        FINISHED,
        CANCELLED,
        FAILED
    }

    private final TrainWish wish;
    private final ObservableList<TrainingCurve.Point> curve = FXCollections.observableArrayList();
    private final ObservableList<TrainingCurve.Point> curveShown = FXCollections.unmodifiableObservableList(curve);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private Optional<TrainingReport> last = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<Job> job = Optional.empty();

    LiveTraining(TrainWish wish, List<TrainingCurve.Point> before) {
        this.wish = wish;
        curve.setAll(before);
    }

    public TrainWish wish() {
        return wish;
    }

    /** Loss and looks at other data, oldest first. */
    public ObservableList<TrainingCurve.Point> curve() {
        return curveShown;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** The newest report. */
    public Optional<TrainingReport> last() {
        return last;
    }

    /** The model that came of it. */
    public Optional<String> model() {
        return model;
    }

    Optional<Job> job() {
        return job;
    }

    void doneBy(Job by) {
        job = Optional.of(by);
    }

    void heard(TrainingReport report) {
        last = Optional.of(report);
        curve.add(new TrainingCurve.Point(
                report.step(),
                report.samples(),
                report.cpuSeconds(),
                report.loss(),
                report.measures().get(1),
                report.validation().isEmpty() ? Double.NaN : report.validation().get(0)));
    }

    void ended(State end, Optional<String> as) {
        model = as;
        state.set(end);
    }
}
