package sigmark.app.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.inference.work.Problem;

/**
 * Writes edits to the store one after the other, off the window's thread. A write that fails stays first in line, and
 * with it everything behind it: the window shows "not saved" with the count and the reason until a retry succeeds. An
 * edit that the store refuses because it makes no sense any more (a problem whose code starts with {@code edit.}) is
 * given back and does not hold up the others. Use from the window's thread.
 */
public final class EditWriter {
    /** Whether what people did is on the disk. */
    public enum State {
        SAVED,
        SAVING,
        UNSAVED
    }

    private final Jobs jobs;
    private final Executor writer;
    private final Deque<Waiting<?>> queue = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.SAVED);
    private final ReadOnlyObjectWrapper<Optional<Problem>> reason = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean writing;

    public EditWriter(Jobs jobs) {
        this.jobs = jobs;
        this.writer = jobs.serial("edits");
    }

    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** Why the first edit in line could not be written; empty unless unsaved. */
    public ReadOnlyObjectProperty<Optional<Problem>> reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /**
     * Puts an edit in line.
     *
     * @param write the store's own call; runs off the window's thread, again on each retry
     * @param onWritten gets what the store answered, once it is on the disk
     * @param onRefused gets the reason when the store refuses this edit for good
     */
    public <T> void submit(Supplier<T> write, Consumer<T> onWritten, Consumer<Problem> onRefused) {
        queue.add(new Waiting<>(write, onWritten, onRefused));
        waiting.set(queue.size());
        writeNext();
    }

    /** Tries the first edit in line again, and then the others. */
    public void retry() {
        writeNext();
    }

    /** Does a last thing after the writes that are under way, on the writer's thread. */
    public void afterAll(Runnable last) {
        writer.execute(last);
    }

    private void writeNext() {
        Waiting<?> first = queue.peek();
        if (writing || first == null) {
            return;
        }
        writing = true;
        if (state.get() != State.UNSAVED) {
            state.set(State.SAVING);
        }
        writer.execute(() -> attempt(first));
    }

    private <T> void attempt(Waiting<T> edit) {
        T written;
        try {
            written = edit.write.get();
        } catch (RuntimeException | Error failure) {
            Problem problem = Jobs.problemOf(failure);
            jobs.onWindow(() -> failed(edit, problem));
            return;
        }
        jobs.onWindow(() -> {
            done();
            edit.onWritten.accept(written);
            goOn();
        });
    }

    private void failed(Waiting<?> edit, Problem problem) {
        if (problem.code().startsWith("edit.")) {
            done();
            edit.onRefused.accept(problem);
            goOn();
            return;
        }
        writing = false;
        reason.set(Optional.of(problem));
        state.set(State.UNSAVED);
    }

    private void done() {
        queue.remove();
        waiting.set(queue.size());
    }

    private void goOn() {
        writing = false;
        reason.set(Optional.empty());
        state.set(queue.isEmpty() ? State.SAVED : State.SAVING);
        writeNext();
    }

    private record Waiting<T>(Supplier<T> write, Consumer<T> onWritten, Consumer<Problem> onRefused) {}
}
