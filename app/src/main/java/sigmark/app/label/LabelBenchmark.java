package sigmark.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Drives the shown workbench as a person would and times what it answers. Its methods block and are called off the
 * window's thread.
 */
public final class LabelBenchmark {
    private static final long LONGEST_SECONDS = 60;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final LabelWorkbench bench;
    private final Executor window;

    /** @param window runs on the window's thread */
    public LabelBenchmark(LabelWorkbench bench, Executor window) {
        this.bench = bench;
        this.window = window;
    }

    /** Opens a page and waits until its picture shows. */
    public void open(String pageId) {
        timed(() -> bench.viewModel().open(pageId), () -> shows(pageId));
    }

    /**
     * Pages forth and back through these, resting on each.
     *
     * @param pageIds neighbours in the page list, the first one shown
     * @param restMillis how long a page is looked at; 0 leaves no time for reading ahead
     */
    public List<Double> turnPages(List<String> pageIds, long restMillis) {
        List<Double> times = new ArrayList<>();
        for (int step : new int[] {1, -1}) {
            for (int i = 1; i < pageIds.size(); i++) {
                rest(restMillis);
                String next = pageIds.get(step > 0 ? i : pageIds.size() - 1 - i);
                times.add(timed(() -> bench.viewModel().openBeside(step), () -> shows(next)));
            }
        }
        return times;
    }

    /** Walks over the boxes of the page: from the key to the region's panel with its rendering. */
    public List<Double> walkBoxes(int count) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object[] before = {null};
            times.add(timed(
                    () -> {
                        before[0] = region();
                        bench.viewModel().nextBox(1);
                    },
                    () -> region() != before[0]));
        }
        return times;
    }

    /** Types into the LaTeX of the selected region: from the key to the new rendering. */
    public List<Double> type(String text) {
        call(() -> {
            bench.regionPanel().editor().startTyping();
            return true;
        });
        List<Double> times = new ArrayList<>();
        for (char key : text.toCharArray()) {
            Object[] before = {null};
            times.add(timed(
                    () -> {
                        before[0] = rendering();
                        press(key);
                    },
                    () -> rendering() != before[0]));
        }
        return times;
    }

    /** Zooms a little in every frame: times from frame to frame, the painting of page and boxes included. */
    public List<Double> zoomFrames(int frames) {
        CompletableFuture<List<Double>> done = new CompletableFuture<>();
        window.execute(() -> new AnimationTimer() {
            private final List<Double> times = new ArrayList<>();
            private long last;

            @Override
            public void handle(long now) {
                long nanos = System.nanoTime();
                if (last != 0) {
                    times.add((nanos - last) / (double) NANOS_A_MILLI);
                }
                last = nanos;
                if (times.size() == frames) {
                    stop();
                    done.complete(times);
                } else {
                    bench.canvasPane().canvas().zoomBy(times.size() % 60 < 30 ? 1.02 : 1 / 1.02);
                }
            }
        }.start());
        return get(done);
    }

    private boolean shows(String pageId) {
        return bench.viewModel().page().filter(page -> page.id().equals(pageId)).isPresent()
                && bench.viewModel().pictureProperty().get().isPresent();
    }

    private Object region() {
        return bench.viewModel().regionProperty().get();
    }

    private Object rendering() {
        return bench.regionPanel().crop().renderingProperty().getValue();
    }

    private void press(char key) {
        var target = scene().getFocusOwner();
        String text = String.valueOf(key);
        Event.fireEvent(target, key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, text));
        Event.fireEvent(target, key(KeyEvent.KEY_TYPED, text, text));
        Event.fireEvent(target, key(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, text));
    }

    private static KeyEvent key(javafx.event.EventType<KeyEvent> type, String character, String text) {
        KeyCode code = type == KeyEvent.KEY_TYPED ? KeyCode.UNDEFINED : KeyCode.A;
        return new KeyEvent(type, character, text, code, false, false, false, false);
    }

    private Scene scene() {
        return bench.node().getScene();
    }

    /** Milliseconds from the act until a layout pass ends in which what is wanted holds. */
    private double timed(Runnable act, BooleanSupplier wanted) {
        CompletableFuture<Double> done = new CompletableFuture<>();
        window.execute(() -> {
            long start = System.nanoTime();
            Runnable[] afterLayout = {null};
            AnimationTimer pulses = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    // keeps pulses coming; what counts is looked at after the layout
                }
            };
            afterLayout[0] = () -> {
                if (wanted.getAsBoolean()) {
                    done.complete((System.nanoTime() - start) / (double) NANOS_A_MILLI);
                    scene().removePostLayoutPulseListener(afterLayout[0]);
                    pulses.stop();
                }
            };
            scene().addPostLayoutPulseListener(afterLayout[0]);
            pulses.start();
            act.run();
        });
        return get(done);
    }

    private <T> T call(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        window.execute(() -> {
            try {
                done.complete(work.call());
            } catch (Exception failed) {
                done.completeExceptionally(failed);
            }
        });
        return get(done);
    }

    private void rest(long millis) {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> over.complete(true));
        get(over);
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window did not answer within " + LONGEST_SECONDS + " s", e);
        }
    }
}
