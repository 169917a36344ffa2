package sigmark.app.base;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Progress;

/** One long piece of work as the window sees it: how far, how long still, and whether it should stop. */
public final class Job {
    /** Where a job is in its life. */
    public enum State {
        WAITING,
        RUNNING,
        FINISHED,
        CANCELLED,
        FAILED
    }

    /**
     * How far a job is.
     *
     * @param total -1 while unknown
     * @param elapsedNanos since the job started to run
     */
    public record Standing(long done, long total, String item, long elapsedNanos) {
        /** 0 to 1, or -1 while unknown. */
        public double share() {
            return total > 0 ? Math.min(1, (double) done / total) : -1;
        }

        /** Time left at the pace so far; empty before anything is done. */
        public Optional<Duration> left() {
            if (done <= 0 || total <= 0) {
                return Optional.empty();
            }
            return Optional.of(Duration.ofNanos((long) (elapsedNanos / (double) done * Math.max(0, total - done))));
        }
    }

    private static final Standing NOTHING = new Standing(0, -1, "", 0);

    private final Message title;
    private final LongSupplier nanoClock;
    private final Consumer<Runnable> toWindow;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean showing = new AtomicBoolean();
    private volatile Standing latest = NOTHING;
    private volatile long startedNanos;

    Job(Message title, LongSupplier nanoClock, Consumer<Runnable> toWindow) {
        this.title = title;
        this.nanoClock = nanoClock;
        this.toWindow = toWindow;
    }

    public Message title() {
        return title;
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public Standing standing() {
        return standing.get();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** True from the wish to stop until the job has stopped. */
    public ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling.getReadOnlyProperty();
    }

    /** Asks the job to stop; it keeps what is whole. */
    public void cancel() {
        cancelled.set(true);
        cancelling.set(true);
    }

    boolean cancelWanted() {
        return cancelled.get();
    }

    void cancelFromAnyThread() {
        cancelled.set(true);
    }

    void started() {
        startedNanos = nanoClock.getAsLong();
        toWindow.accept(() -> state.set(State.RUNNING));
    }

    void ended(State end) {
        standing.set(latest);
        cancelling.set(false);
        state.set(end);
    }

    Progress progress() {
        return new Progress() {
            @Override
            public void update(long done, long total, String item) {
                latest = new Standing(done, total, item, nanoClock.getAsLong() - startedNanos);
                if (showing.compareAndSet(false, true)) {
                    toWindow.accept(() -> {
                        showing.set(false);
                        standing.set(latest);
                    });
                }
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
    }
}
