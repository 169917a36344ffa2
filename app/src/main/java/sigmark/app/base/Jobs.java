package sigmark.app.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * The one place that starts threads and that comes back to the window's thread. Long work is a {@link Job} that
 * everybody sees and can cancel; short reads for a screen are {@link #load}s. Call from the window's thread; results
 * and failures arrive there. Whatever goes wrong arrives as a {@link Problem}.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());

    private final Executor longWork;
    private final Executor reads;
    private final Executor firstReads;
    private final Consumer<Runnable> toWindow;
    private final List<ExecutorService> owned;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    /** Kept, because it hears of changes only as long as somebody holds it. */
    private final ObservableList<Job> runningShown = FXCollections.unmodifiableObservableList(running);

    private Jobs(
            Executor longWork,
            Executor reads,
            Executor firstReads,
            Consumer<Runnable> toWindow,
            List<ExecutorService> owned) {
        this.longWork = longWork;
        this.reads = reads;
        this.firstReads = firstReads;
        this.toWindow = toWindow;
        this.owned = new java.util.concurrent.CopyOnWriteArrayList<>(owned);
    }

    /** With threads of its own: two for long work, two for reads, one for what people wait for at each key. They end with {@link #close}. */
    public static Jobs threaded() {
        ExecutorService work = Executors.newFixedThreadPool(2, named("sigmark-job"));
        ExecutorService reads = Executors.newFixedThreadPool(2, named("sigmark-read"));
        ExecutorService first = Executors.newFixedThreadPool(1, named("sigmark-first"));
        return new Jobs(work, reads, first, Platform::runLater, List.of(work, reads, first));
    }

    /** For tests: everything happens at once, on the calling thread. */
    public static Jobs onCurrentThread() {
        return new Jobs(Runnable::run, Runnable::run, Runnable::run, Runnable::run, List.of());
    }

    /** Jobs that wait or run now, oldest first. */
    public ObservableList<Job> running() {
        return runningShown;
    }

    /** Starts long work; {@code onResult} also gets what a cancelled job had finished. */
    public <T> Job run(Message title, JobWork<T> work, Consumer<T> onResult, Consumer<Problem> onFailure) {
        Job job = new Job(title, System::nanoTime, toWindow);
        running.add(job);
        longWork.execute(() -> {
            job.started();
            attempt(
                    () -> work.run(job.progress()),
                    result -> {
                        running.remove(job);
                        job.ended(job.cancelWanted() ? Job.State.CANCELLED : Job.State.FINISHED);
                        onResult.accept(result);
                    },
                    problem -> {
                        running.remove(job);
                        job.ended(Job.State.FAILED);
                        onFailure.accept(problem);
                    });
        });
        return job;
    }

    /** Reads something for a screen; not shown as a job. */
    public <T> void load(Callable<T> read, Consumer<T> onResult, Consumer<Problem> onFailure) {
        reads.execute(() -> attempt(read, onResult, onFailure));
    }

    /** For a place on the screen that shows only the newest answer: results of overtaken loads are dropped. */
    public Latest latest() {
        return new Latest(reads);
    }

    /** As {@link #latest}, on a thread where nothing else waits: for short work that answers a key. */
    public Latest latestFirst() {
        return new Latest(firstReads);
    }

    /** An executor with one thread of its own, which works in order; it ends with these jobs. */
    public Executor serial(String name) {
        if (owned.isEmpty()) {
            return new InOrder();
        }
        ExecutorService one = Executors.newSingleThreadExecutor(named("sigmark-" + name));
        owned.add(one);
        return one;
    }

    /** Runs something on the window's thread, soon; from any thread. */
    public void onWindow(Runnable action) {
        toWindow.accept(action);
    }

    /** Asks all jobs to stop and gives them a few seconds to leave their data whole. */
    @Override
    public void close() {
        List.copyOf(running).forEach(Job::cancelFromAnyThread);
        owned.forEach(ExecutorService::shutdown);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        for (ExecutorService service : owned) {
            try {
                if (!service.awaitTermination(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    service.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What a failure is called where people see it; anything unforeseen is logged with its trace. */
    public static Problem problemOf(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        LOG.log(Level.SEVERE, "unforeseen failure", failure);
        if (failure instanceof OutOfMemoryError) {
            return Problem.of("app.memory", "");
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return Problem.of("app.unforeseen", failure.getClass().getSimpleName(), "message", message);
    }

    private <T> void attempt(Callable<T> work, Consumer<T> onResult, Consumer<Problem> onFailure) {
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) { // the one catch-all of the window: whatever it is, the person hears of it
            Problem problem = problemOf(failure);
            toWindow.accept(() -> onFailure.accept(problem));
            return;
        }
        toWindow.accept(() -> onResult.accept(result));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return runnable -> {
            Thread thread = new Thread(runnable, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Loads of which only the newest is heard. */
    public final class Latest {
        private static final long PAUSE_MILLIS = 120;

        private final AtomicLong newest = new AtomicLong();
        private final Executor executor;

        private Latest(Executor executor) {
            this.executor = executor;
        }

        public <T> void load(Callable<T> read, Consumer<T> onResult, Consumer<Problem> onFailure) {
            load(executor, read, onResult, onFailure);
        }

        /** As {@link #load}, once nothing newer was asked for during a short pause, as between keys. */
        public <T> void loadAfterPause(Callable<T> read, Consumer<T> onResult, Consumer<Problem> onFailure) {
            boolean threaded = !owned.isEmpty();
            Executor later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, executor);
            load(threaded ? later : executor, read, onResult, onFailure);
        }

        private <T> void load(Executor on, Callable<T> read, Consumer<T> onResult, Consumer<Problem> onFailure) {
            long mine = newest.incrementAndGet();
            on.execute(() -> {
                if (mine == newest.get()) {
                    attempt(read, result -> ifNewest(mine, onResult, result), p -> ifNewest(mine, onFailure, p));
                }
            });
        }

        /** Drops what is still on its way. */
        public void forget() {
            newest.incrementAndGet();
        }

        private <T> void ifNewest(long mine, Consumer<T> consumer, T value) {
            if (mine == newest.get()) {
                consumer.accept(value);
            }
        }
    }

    /** Keeps order on the calling thread even when work adds work. */
    private static final class InOrder implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean busy;

        @Override
        public void execute(Runnable command) {
            waiting.add(command);
            if (busy) {
                return;
            }
            busy = true;
            try {
                for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                    next.run();
                }
            } finally {
                busy = false;
            }
        }
    }
}
