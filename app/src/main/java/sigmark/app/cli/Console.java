package sigmark.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;

/** Where a command talks to a person: results to standard output, progress and problems to standard error. */
public final class Console {
    private static final int LEFT_OUT_SHOWN = 20;
    private static final long PROGRESS_NANOS = 500_000_000L;

    private final PrintWriter out;
    private final PrintWriter err;
    private final ProblemText problems;

    /** How a problem is put into words. */
    public interface ProblemText {
        String of(Problem problem);
    }

    public Console(PrintWriter out, PrintWriter err, ProblemText problems) {
        this.out = out;
        this.err = err;
        this.problems = problems;
    }

    /** One line of the result. */
    public void say(String line) {
        out.println(line);
    }

    /** One line beside the result. */
    public void note(String line) {
        err.println(line);
        err.flush();
    }

    public String words(Problem problem) {
        return problems.of(problem);
    }

    /** What came through and what did not, each with its reason; long lists are cut on screen, never in the JSON. */
    public void say(Balance balance) {
        say("%,d in, %,d through, %,d left out"
                .formatted(balance.in(), balance.out(), balance.leftOut().size()));
        for (LeftOut left : balance.leftOut()
                .subList(0, Math.min(LEFT_OUT_SHOWN, balance.leftOut().size()))) {
            say("  " + left.item() + ": " + words(left.reason()));
        }
        if (balance.leftOut().size() > LEFT_OUT_SHOWN) {
            say("  … and %,d more; --json FILE lists all"
                    .formatted(balance.leftOut().size() - LEFT_OUT_SHOWN));
        }
    }

    /** Reports at most twice a second, and at the end; stops when the thread is interrupted. */
    public Progress progress(String what) {
        return new Progress() {
            private long last = System.nanoTime();

            @Override
            public synchronized void update(long done, long total, String item) {
                long now = System.nanoTime();
                if (now - last > PROGRESS_NANOS) {
                    last = now;
                    String of = total < 0 ? "" : String.format(Locale.ROOT, " of %,d", total);
                    note("%s: %,d%s %s".formatted(what, done, of, item));
                }
            }

            @Override
            public boolean cancelled() {
                return Thread.currentThread().isInterrupted();
            }
        };
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
