package sigmark.app.serve.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium with one tab, spoken to in its DevTools protocol. Not safe for two threads at once. */
final class Chromium implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final int START_SECONDS = 60;
    private static final int ANSWER_SECONDS = 120;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Chromium(Process process, URI tab) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(tab, new Listener())
                .get(START_SECONDS, TimeUnit.SECONDS);
    }

    /** Where Chromium is; there is no test without it. */
    static Path executable() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new AssertionError(
                "no Chromium on the PATH: install it (Debian: apt-get install chromium) or leave out -Ptrial"));
    }

    /** Starts one whose own files go into that folder. */
    static Chromium start(Path folder) throws Exception {
        return start(folder, List.of());
    }

    /** The same with further switches. */
    static Chromium start(Path folder, List<String> more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                executable().toString(),
                "--headless=new",
                "--no-sandbox", // containers and root have none; the page is our own
                "--disable-gpu",
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=en",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + folder));
        command.addAll(more);
        command.add("about:blank");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.txt").toFile())
                .start();
        try {
            return new Chromium(process, tab(process, folder.resolve("DevToolsActivePort")));
        } catch (Exception | AssertionError failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private static URI tab(Process process, Path portFile) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(portFile) || Files.readAllLines(portFile).isEmpty()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new AssertionError(
                        "Chromium did not start: " + Files.readString(portFile.resolveSibling("chromium.txt")));
            }
        }
        String address = "http://127.0.0.1:" + Files.readAllLines(portFile).get(0) + "/json/list";
        while (System.nanoTime() < end) {
            HttpResponse<String> list = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(Duration.ofSeconds(START_SECONDS))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            for (JsonNode target : MAPPER.readTree(list.body())) {
                if (target.path("type").asText().equals("page")) {
                    return URI.create(target.path("webSocketDebuggerUrl").asText());
                }
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("Chromium has no tab");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void hear(String message) {
        try {
            JsonNode heard = MAPPER.readTree(message);
            if (heard.has("id")) {
                CompletableFuture<JsonNode> waiting =
                        answers.remove(heard.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(heard);
                }
            } else if (heard.path("method").asText().equals("Network.requestWillBeSent")) {
                fetched.add(heard.path("params").path("request").path("url").asText());
            } else if (heard.path("method").asText().equals("Runtime.exceptionThrown")) {
                complaints.add(heard.path("params").toString());
            }
        } catch (IOException broken) {
            complaints.add(broken.toString());
        }
    }

    /** Sends a command and waits for its result. */
    JsonNode send(String method, ObjectNode parameters) throws Exception {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        JsonNode heard = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        if (heard.has("error")) {
            throw new AssertionError(method + ": " + heard.path("error"));
        }
        return heard.path("result");
    }

    static ObjectNode with() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Runs a script in the page, awaiting a promise; an exception in it is a failure. */
    JsonNode run(String script) throws Exception {
        JsonNode result = send(
                "Runtime.evaluate",
                with().put("expression", script).put("awaitPromise", true).put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Addresses that the page asked for. */
    List<String> fetched() {
        return List.copyOf(fetched);
    }

    /** Errors that no script caught. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
