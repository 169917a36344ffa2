package sigmark.inference.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import sigmark.inference.work.Progress;

/** The generator against a server with known delays. Lower bounds are exact; upper ones leave room for a busy machine. */
class OpenLoopTest {
    private static final double MILLI = 1e6;

    /** A service that answers after a delay known for each request; one at a time when it has one thread. */
    private static final class Delayed implements AutoCloseable {
        private final HttpServer server;
        private final ExecutorService threads;
        final AtomicInteger served = new AtomicInteger();

        Delayed(int threads, java.util.function.IntToLongFunction delayMillis, int status) throws IOException {
            this.threads = Executors.newFixedThreadPool(threads);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            server.setExecutor(this.threads);
            server.createContext("/", exchange -> {
                long until = System.nanoTime() + delayMillis.applyAsLong(served.getAndIncrement()) * 1_000_000;
                for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        HttpTarget target() {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            return new HttpTarget(address, new byte[] {1, 2, 3}, "image/png", Duration.ofSeconds(20));
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    @Test
    void aServiceThatKeepsUpIsMeasuredAtItsDelay() throws IOException {
        try (Delayed service = new Delayed(16, number -> 20, 200)) {
            LoadResult result =
                    OpenLoop.run(LoadPlan.steady(20, Duration.ofSeconds(1)), service.target(), Progress.SILENT);

            assertThat(result.sent()).isEqualTo(20);
            assertThat(result.failed()).isZero();
            assertThat(Arrays.stream(result.latencyNanos()).min().orElseThrow() / MILLI)
                    .isGreaterThanOrEqualTo(20);
            assertThat(median(result)).as("median in ms").isBetween(20.0, 220.0);
            assertThat(result.seconds()).isGreaterThanOrEqualTo(0.97);
        }
    }

    @Test
    void whatWaitsBehindAStallCountsTheStall() throws IOException {
        try (Delayed service = new Delayed(1, number -> number == 5 ? 600 : 0, 200)) {
            LoadResult result =
                    OpenLoop.run(LoadPlan.steady(50, Duration.ofMillis(800)), service.target(), Progress.SILENT);

            assertThat(result.sent()).isEqualTo(40);
            long late = Arrays.stream(result.latencyNanos())
                    .filter(nanos -> nanos >= 100 * MILLI)
                    .count();
            assertThat(late)
                    .as("one stall of 600 ms at a request every 20 ms hides in one request only from a tool that waits")
                    .isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void moreThanTheServiceCanDoPilesUp() throws IOException {
        try (Delayed service = new Delayed(1, number -> 40, 200)) {
            LoadResult result =
                    OpenLoop.run(LoadPlan.steady(50, Duration.ofMillis(600)), service.target(), Progress.SILENT);

            long[] latency = Arrays.stream(result.latencyNanos()).sorted().toArray();
            assertThat(latency).hasSize(30);
            assertThat(latency[29] / MILLI)
                    .as("30 requests of 40 ms planned within 580 ms: the last waits for all")
                    .isGreaterThanOrEqualTo(30 * 40 - 580);
            assertThat(latency.length / result.seconds()).as("done a second").isLessThanOrEqualTo(26);
        }
    }

    @Test
    void refusalsAndMissingAnswersAreFailures() throws IOException {
        try (Delayed service = new Delayed(4, number -> 0, 503)) {
            LoadResult result =
                    OpenLoop.run(LoadPlan.steady(50, Duration.ofMillis(200)), service.target(), Progress.SILENT);
            assertThat(result.failed()).isEqualTo(result.sent()).isEqualTo(10);
        }
        LoadPlan impatient =
                new LoadPlan(100, Duration.ofMillis(100), Duration.ZERO, false, 1, 4, Duration.ofMillis(50));
        LoadResult hung =
                OpenLoop.run(impatient, number -> Thread.currentThread().join(), Progress.SILENT);
        assertThat(hung.failed()).isEqualTo(10);
    }

    @Test
    void theWarmUpIsSentAndNotCounted() {
        AtomicInteger sent = new AtomicInteger();
        LoadPlan plan =
                new LoadPlan(100, Duration.ofMillis(200), Duration.ofMillis(100), false, 1, 4, Duration.ofSeconds(5));
        LoadResult result = OpenLoop.run(plan, number -> sent.incrementAndGet(), Progress.SILENT);
        assertThat(sent).hasValue(30);
        assertThat(result.warmUp()).isEqualTo(10);
        assertThat(result.sent()).isEqualTo(20);
    }

    @Test
    void randomArrivalsComeAtTheirRateAndAreTheSameForASeed() {
        LoadPlan plan = new LoadPlan(1000, Duration.ofSeconds(10), Duration.ZERO, true, 7, 1, Duration.ofSeconds(1));
        long[] moments = plan.moments();
        assertThat(moments.length).as("10,000 expected, deviation 100").isBetween(9_600, 10_400);
        assertThat(moments).isSorted().isEqualTo(plan.moments());
        assertThatThrownBy(() -> LoadPlan.steady(1e9, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double median(LoadResult result) {
        long[] sorted = Arrays.stream(result.latencyNanos()).sorted().toArray();
        return sorted[sorted.length / 2] / MILLI;
    }
}
