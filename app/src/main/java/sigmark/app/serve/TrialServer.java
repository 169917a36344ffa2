package sigmark.app.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.online.TrialJournal;
import sigmark.labeling.online.TrialRequest;

/**
 * Serves a trial over HTTP until it is closed. Built on the server that comes with Java, which needs no further library.
 * Answers on loopback alone unless the settings say otherwise. A client that takes longer than half a minute to send or
 * to take an answer is cut off, so that slow ones do not keep others out.
 */
public final class TrialServer implements AutoCloseable {
    private static final int WORKERS = 32;
    private static final int WAITING = 256;
    private static final int STOP_SECONDS = 1;

    static {
        // limits of the JDK's server are read once, when its first class is loaded
        limit("sun.net.httpserver.maxReqTime", "30");
        limit("sun.net.httpserver.maxRspTime", "30");
        limit("sun.net.httpserver.idleInterval", "30");
        limit("jdk.httpserver.maxConnections", "200");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor workers;
    private final TrialJournal journal;
    private final List<TrialMachine> machines;
    private final TrialSettings settings;

    private TrialServer(
            HttpServer server,
            ThreadPoolExecutor workers,
            TrialJournal journal,
            List<TrialMachine> machines,
            TrialSettings settings) {
        this.server = server;
        this.workers = workers;
        this.journal = journal;
        this.machines = machines;
        this.settings = settings;
    }

    private static void limit(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Starts serving; the machines belong to the server from now on.
     *
     * @throws ProblemException {@code serve.port-taken}, {@code serve.certificate}, {@code serve.not-written}
     */
    public static TrialServer start(TrialSettings settings, List<TrialMachine> machines, Clock clock) {
        try {
            TrialJournal journal = TrialJournal.open(settings.folder());
            try {
                return start(settings, machines, clock, journal);
            } catch (IOException | RuntimeException failed) {
                journal.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(
                            "serve.not-written",
                            settings.folder().toString(),
                            "reason",
                            String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private static TrialServer start(
            TrialSettings settings, List<TrialMachine> machines, Clock clock, TrialJournal journal) throws IOException {
        Map<String, String> before = new HashMap<>();
        for (TrialRequest request : TrialJournal.read(settings.folder()).values()) {
            before.put(request.user(), request.version());
        }
        var sessions = new TrialSessions(
                settings, machines.stream().map(TrialMachine::version).toList(), before, clock);
        var service = new TrialService(settings, machines, journal, clock);
        HttpServer server = bind(settings);
        var workers = new ThreadPoolExecutor(WORKERS, WORKERS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
        workers.allowCoreThreadTimeOut(true);
        server.setExecutor(workers);
        var routes = new TrialRoutes(settings, sessions, service);
        server.createContext("/", (HttpExchange exchange) -> routes.answer(exchange));
        server.start();
        return new TrialServer(server, workers, journal, machines, settings);
    }

    private static HttpServer bind(TrialSettings settings) {
        InetSocketAddress address = settings.network()
                ? new InetSocketAddress(settings.port())
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
        try {
            if (settings.certificate().isEmpty()) {
                return HttpServer.create(address, 0);
            }
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(
                    new HttpsConfigurator(context(settings.certificate().get(), settings.certificatePassword())));
            return server;
        } catch (IOException taken) {
            throw new ProblemException(
                    Problem.of(
                            "serve.port-taken",
                            Integer.toString(settings.port()),
                            "reason",
                            String.valueOf(taken.getMessage())),
                    taken);
        }
    }

    private static SSLContext context(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException bad) {
            throw new ProblemException(
                    Problem.of("serve.certificate", file.toString(), "reason", String.valueOf(bad.getMessage())), bad);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where a browser on this machine finds the page. */
    public String address() {
        return (settings.encrypted() ? "https" : "http") + "://localhost:" + port() + "/";
    }

    /** Stops, and lets what was begun end within a second. */
    @Override
    public void close() {
        server.stop(workers.getActiveCount() == 0 ? 0 : STOP_SECONDS);
        workers.shutdownNow();
        machines.forEach(TrialMachine::close);
        try {
            journal.close();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
