package sigmark.inference.load;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import sigmark.inference.work.Progress;

/**
 * Sends requests at planned moments and measures from those moments, so that a slow answer counts against all that had to
 * wait behind it: no coordinated omission. A request that finds all workers busy waits in line, and its wait is part of
 * its latency.
 */
public final class OpenLoop {
    private static final long NOT_ANSWERED = -1;
    private static final long FAILED = -2;
    private static final long SPIN_NANOS = 200_000;

    private final LoadPlan plan;
    private final LoadTarget target;
    private final long[] moments;
    private final AtomicLongArray latency;
    private final AtomicLong lastAnswer = new AtomicLong();
    private long start;

    private OpenLoop(LoadPlan plan, LoadTarget target) {
        this.plan = plan;
        this.target = target;
        this.moments = plan.moments();
        this.latency = new AtomicLongArray(moments.length);
    }

    /** Runs the plan; when cancelled, what was planned up to then is the result. */
    public static LoadResult run(LoadPlan plan, LoadTarget target, Progress progress) {
        return new OpenLoop(plan, target).run(progress);
    }

    private LoadResult run(Progress progress) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(plan.mostAtOnce(), moments.length), work -> {
            Thread thread = new Thread(work, "sigmark-load");
            thread.setDaemon(true);
            return thread;
        });
        int planned = 0;
        try {
            start = System.nanoTime();
            while (planned < moments.length && !progress.cancelled()) {
                int number = planned++;
                latency.set(number, NOT_ANSWERED);
                waitUntil(start + moments[number]);
                workers.execute(() -> send(number));
                progress.update(number + 1L, moments.length, "");
            }
            workers.shutdown();
            if (!workers.awaitTermination(Math.max(1, plan.patience().toNanos()), TimeUnit.NANOSECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        return result(planned);
    }

    private void send(int number) {
        long outcome = FAILED;
        try {
            target.send(number);
            long now = System.nanoTime();
            outcome = now - (start + moments[number]);
            lastAnswer.accumulateAndGet(now - start, Math::max);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            outcome = FAILED; // counted; what failed is the target's to say
        }
        latency.compareAndSet(number, NOT_ANSWERED, Math.max(outcome, FAILED));
    }

    private static void waitUntil(long moment) throws InterruptedException {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private LoadResult result(int planned) {
        long from = plan.warmUp().toNanos();
        int first = 0;
        while (first < planned && moments[first] < from) {
            first++;
        }
        long[] answered = new long[planned - first];
        int count = 0;
        for (int i = first; i < planned; i++) {
            long value = latency.get(i);
            if (value >= 0) {
                answered[count++] = value;
            }
        }
        long sent = (long) planned - first;
        double began = first < planned ? moments[first] : 0;
        double seconds = Math.max((lastAnswer.get() - began) / 1e9, sent / plan.ratePerSecond());
        return new LoadResult(plan.ratePerSecond(), sent, sent - count, first, Arrays.copyOf(answered, count), seconds);
    }
}
