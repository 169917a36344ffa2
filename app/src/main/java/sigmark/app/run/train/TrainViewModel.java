package sigmark.app.run.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.app.base.Desk;
import sigmark.app.base.Job;
import sigmark.app.base.Workspace;
import sigmark.app.base.words.Message;
import sigmark.inference.training.TrainingCurve;

/**
 * Training without its nodes: what to train and how, the training that goes on, those that were broken off. One at a time;
 * leaving the screen does not stop it. Use from the window's thread.
 */
public final class TrainViewModel {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final long MOST_STEPS = 10_000_000;

    private final Workspace workspace;
    private final Desk desk;
    private final TrainMachine machine;
    private final Consumer<String> whenTrained;
    private final ObjectProperty<TrainWish.Task> task = new SimpleObjectProperty<>(TrainWish.Task.RECOGNIZER);
    private final ObjectProperty<TrainWish.Data> data = new SimpleObjectProperty<>(TrainWish.Data.MIXTURE);
    private final ObjectProperty<Optional<String>> from = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty architecture = new SimpleStringProperty("");
    private final StringProperty steps = new SimpleStringProperty("2000");
    private final StringProperty patience = new SimpleStringProperty("5");
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper(true);
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ObservableList<TrainMachine.Broken> broken = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<LiveTraining>> training =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** @param whenTrained is told the name of each new model */
    public TrainViewModel(Workspace workspace, TrainMachine machine, Consumer<String> whenTrained) {
        this.workspace = workspace;
        this.desk = workspace.desk();
        this.machine = machine;
        this.whenTrained = whenTrained;
        name.set("mine");
        task.subscribe(now -> readModels());
    }

    public ObjectProperty<TrainWish.Task> taskProperty() {
        return task;
    }

    public ObjectProperty<TrainWish.Data> dataProperty() {
        return data;
    }

    /** The model to go on from; empty for a new network. */
    public ObjectProperty<Optional<String>> fromProperty() {
        return from;
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Path of a YAML file; empty for the usual shape. */
    public StringProperty architectureProperty() {
        return architecture;
    }

    public StringProperty stepsProperty() {
        return steps;
    }

    public StringProperty patienceProperty() {
        return patience;
    }

    /** Whether PyTorch is there. */
    public ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /** Models that training can go on from. */
    public ObservableList<String> models() {
        return models;
    }

    /** Trainings that were broken off. */
    public ObservableList<TrainMachine.Broken> broken() {
        return broken;
    }

    /** The training that goes on, or the last one of this window. */
    public ReadOnlyObjectProperty<Optional<LiveTraining>> trainingProperty() {
        return training.getReadOnlyProperty();
    }

    /** Whether one goes on. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether what is chosen can be trained now. */
    BooleanBinding ready() {
        return javafx.beans.binding.Bindings.createBooleanBinding(
                () -> possible.get() && !busy.get() && wish().isPresent(), possible, busy, name, steps, patience);
    }

    /** Looks again what is there. */
    public void refresh() {
        desk.jobs().load(machine::canTrain, possible::set, desk.notices()::problem);
        readModels();
        readBroken();
    }

    private void readModels() {
        TrainWish.Task of = task.get();
        desk.jobs()
                .load(
                        () -> machine.models(of),
                        found -> {
                            if (of == task.get()) {
                                models.setAll(found);
                                from.set(from.get().filter(found::contains));
                            }
                        },
                        desk.notices()::problem);
    }

    private void readBroken() {
        desk.jobs()
                .load(
                        machine::broken,
                        found -> broken.setAll(
                                found.stream().filter(each -> !goesOn(each)).toList()),
                        desk.notices()::problem);
    }

    private boolean goesOn(TrainMachine.Broken one) {
        return busy.get()
                && training.get()
                        .filter(live -> live.wish().name().equals(one.name()))
                        .isPresent();
    }

    /** What is chosen; empty while a field says nothing sensible. */
    Optional<TrainWish> wish() {
        long count = number(steps.get(), MOST_STEPS);
        long looks = number(patience.get(), MOST_STEPS);
        if (count < 1 || looks < 0 || !name.get().strip().matches(NAME)) {
            return Optional.empty();
        }
        String file = architecture.get().strip();
        return Optional.of(new TrainWish(
                task.get(),
                data.get(),
                name.get().strip(),
                from.get(),
                file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)),
                count,
                (int) looks,
                Optional.empty()));
    }

    private static long number(String text, long most) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > 9 || !plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Math.min(most, Long.parseLong(plain));
    }

    /** Trains what is chosen. Says whether it could begin. */
    public boolean start() {
        if (busy.get() || wish().isEmpty()) {
            return false;
        }
        begin(wish().get(), List.of());
        return true;
    }

    /** Goes on with a training that was broken off, as it began. */
    public void resume(TrainMachine.Broken one) {
        if (!busy.get()) {
            begin(
                    new TrainWish(
                            one.task(),
                            TrainWish.Data.DRAWN,
                            one.name(),
                            Optional.empty(),
                            Optional.empty(),
                            1,
                            0,
                            Optional.of(one.run())),
                    one.curve());
        }
    }

    private void begin(TrainWish wish, List<TrainingCurve.Point> before) {
        LiveTraining live = new LiveTraining(wish, before);
        busy.set(true);
        training.set(Optional.of(live));
        Job job = desk.jobs()
                .run(
                        Message.of("job.train", "model", wish.name()),
                        progress -> machine.learn(
                                workspace.store(),
                                wish,
                                report -> desk.jobs().onWindow(() -> live.heard(report)),
                                progress),
                        model -> ended(
                                live,
                                model.isPresent() ? LiveTraining.State.FINISHED : LiveTraining.State.CANCELLED,
                                model),
                        problem -> {
                            desk.notices().problem(problem);
                            ended(live, LiveTraining.State.FAILED, Optional.empty());
                        });
        live.doneBy(job);
        readBroken();
    }

    private void ended(LiveTraining live, LiveTraining.State state, Optional<String> model) {
        busy.set(false);
        live.ended(state, model);
        model.ifPresent(whenTrained);
        refresh();
    }

    /** Asks the training to stop; its checkpoint stays and it can go on later. */
    public void cancel() {
        training.get().flatMap(LiveTraining::job).ifPresent(Job::cancel);
    }
}
