package sigmark.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.Outcome;
import sigmark.labeling.online.ShownResult;
import sigmark.labeling.online.TrialJournal;
import sigmark.labeling.online.TrialRequest;

/** The trial's HTTP contract, driven the way the page drives it. */
class TrialServerTest {
    private static final byte[] PHOTO = TrialClient.image(80, 90, "jpg");

    @TempDir
    Path folder;

    private TrialServer serve(TrialSettings settings, String... versions) {
        return TrialServer.start(
                settings,
                List.of(versions).stream()
                        .map(version -> (TrialMachine) new FixedMachine(version))
                        .toList(),
                Clock.systemUTC());
    }

    private TrialSettings local() {
        return TrialSettings.local(folder, "trials/trial", 0);
    }

    private List<OnlineEvent> events() throws IOException {
        return TrialJournal.read(folder).values().stream()
                .map(TrialRequest::event)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void whatAUserDoesBecomesTheOutcomesOfTheLog() throws IOException {
        try (TrialServer server = serve(local(), "default 1")) {
            TrialClient page = new TrialClient(server.port());
            page.enter("", "");
            JsonNode answer = page.photo(PHOTO);
            String id = answer.path("requestId").asText();
            assertThat(answer.path("results")).hasSize(3);
            assertThat(answer.path("width").asInt()).isEqualTo(80);
            assertThat(
                            page.tell(
                                    id,
                                    """
                            {"what":"spans","spans":[{"name":"ocr.capture","side":"client","start":10,"end":40},
                             {"name":"ocr.display","side":"client","start":900,"end":940}],"captureUnknown":false},
                            {"what":"seen","result":"r0"},{"what":"seen","result":"r1"},
                            {"what":"edited","result":"r1","latex":"a-b","seconds":4.5},
                            {"what":"deleted","result":"r2"},{"what":"restored","result":"r2"},
                            {"what":"confirmed","result":"r2"},
                            {"what":"added","result":"a0","box":[1,2,30,20],"latex":""},
                            {"what":"added","result":"a0","box":[1,2,30,20],"latex":"y"},
                            {"what":"added","result":"a1","box":[1,2,30,20],"latex":"z"},{"what":"removed","result":"a1"},
                            {"what":"complaint","text":"minus became plus"}"""))
                    .isEqualTo(200);
            OnlineEvent event = events().get(0);
            assertThat(event.results())
                    .extracting(ShownResult::outcome)
                    .containsExactly(Outcome.SILENT, Outcome.EDITED, Outcome.CONFIRMED);
            assertThat(event.results().get(1).finalLatex()).contains("a-b");
            assertThat(event.added()).extracting("latex").containsExactly("y");
            assertThat(event.complaint()).contains("minus became plus");
            assertThat(EventTimes.of(event).total()).hasValue(930);
            assertThat(EventTimes.of(event).parts())
                    .hasEntrySatisfying("recognize", milliseconds -> assertThat(milliseconds)
                            .isCloseTo(5, within(1e-6)))
                    .containsKey(EventTimes.SERVER);
            assertThat(event.captureUnknown()).isFalse();
            assertThat(event.slice()).containsEntry("device.class", "phone");
            assertThat(folder.resolve(event.image().orElseThrow().replace("trials/trial/", "")))
                    .exists();
        }
    }

    @Test
    void twoVersionsShareTheUsersAndEachKeepsItsOwn() throws IOException {
        List<String> users = new ArrayList<>();
        try (TrialServer server = serve(local(), "one 1", "two 1")) {
            for (int i = 0; i < 6; i++) {
                TrialClient page = new TrialClient(server.port());
                users.add(page.enter("", "").path("user").asText());
                page.photo(PHOTO);
            }
        }
        try (TrialServer server = serve(local(), "one 1", "two 1")) {
            for (String user : users) {
                TrialClient page = new TrialClient(server.port());
                assertThat(page.enter("", user).path("user").asText()).isEqualTo(user);
                page.photo(PHOTO);
            }
        }
        var versions = new java.util.HashMap<String, TreeSet<String>>();
        events().forEach(event -> versions.computeIfAbsent(event.user().orElseThrow(), user -> new TreeSet<>())
                .add(event.modelVersion()));
        assertThat(versions.values()).hasSize(6).allSatisfy(own -> assertThat(own)
                .hasSize(1));
        assertThat(versions.values().stream().filter(own -> own.contains("one 1")))
                .hasSize(3);
    }

    @Test
    void onTheNetworkOnlyTheCodeLetsIn() {
        try (TrialServer server = serve(local().onNetwork("12345678", Optional.empty(), ""), "one 1")) {
            TrialClient page = new TrialClient(server.port());
            assertThat(page.enter("1", "").path("error").asText()).isEqualTo("wrong-code");
            assertThat(page.post("/api/requests", PHOTO).statusCode()).isEqualTo(401);
            JsonNode session = page.enter("12345678", "");
            assertThat(session.path("encrypted").asBoolean()).isFalse();
            assertThat(session.path("network").asBoolean()).isTrue();
            assertThat(page.photo(PHOTO).path("results")).hasSize(3);
            for (int i = 0; i < 10; i++) {
                page.enter("2", "");
            }
            assertThat(page.enter("12345678", "").path("error").asText()).isEqualTo("too-many-codes");
        }
    }

    @Test
    void onlyThisMachineIsServedUnlessAsked() throws IOException {
        try (TrialServer server = serve(local(), "one 1")) {
            TrialClient page = new TrialClient(server.port());
            assertThat(page.send(page.to("/api/session").POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                            .statusCode())
                    .as("without the page's header")
                    .isEqualTo(403);
            assertThat(raw(server.port(), "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
            for (InetAddress other :
                    InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
                if (!other.isLoopbackAddress()) {
                    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Socket(other, server.port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsTooMuchIsRefusedInWords() throws IOException {
        try (TrialServer server = serve(local().limited(20_000, 10_000, 3), "one 1")) {
            TrialClient page = new TrialClient(server.port());
            page.enter("", "");
            assertThat(page.post("/api/requests", new byte[30_000]).statusCode())
                    .isEqualTo(413);
            assertThat(page.json(page.post("/api/requests", TrialClient.bytes("no image")))
                            .path("error")
                            .asText())
                    .isEqualTo("not-an-image");
            assertThat(page.photo(TrialClient.image(200, 200, "png"))
                            .path("error")
                            .asText())
                    .isEqualTo("too-many-pixels");
            JsonNode fourth = page.photo(PHOTO);
            assertThat(fourth.path("error").asText()).isEqualTo("too-many-images");
            assertThat(fourth.path("words").asText()).isNotEmpty().doesNotContain("serve.");
            assertThat(events()).isEmpty();
        }
    }

    @Test
    void nobodyWritesIntoAnothersRequest() throws IOException {
        try (TrialServer server = serve(local(), "one 1")) {
            TrialClient page = new TrialClient(server.port());
            page.enter("", "");
            String id = page.photo(PHOTO).path("requestId").asText();
            TrialClient other = new TrialClient(server.port());
            other.enter("", "");
            assertThat(other.tell(id, "{\"what\":\"confirmed\",\"result\":\"r0\"}"))
                    .isEqualTo(404);
            assertThat(page.tell(id, "{\"what\":\"liked\"}")).isEqualTo(400);
            assertThat(page.tell(id, "")).isEqualTo(400);
            assertThat(events().get(0).results())
                    .extracting(ShownResult::outcome)
                    .containsOnly(Outcome.NOT_SEEN);
        }
    }

    @Test
    void thePageAndItsTextsComeFromHereAndFormulasAreDrawn() {
        try (TrialServer server = serve(local(), "one 1")) {
            TrialClient page = new TrialClient(server.port());
            page.enter("", "");
            String html = new String(page.get("/").body(), StandardCharsets.UTF_8);
            String script = new String(page.get("/trial.js").body(), StandardCharsets.UTF_8);
            String style = new String(page.get("/trial.css").body(), StandardCharsets.UTF_8);
            assertThat(html + script + style).doesNotContain("http://", "https://", "//cdn");
            JsonNode korean = page.json(page.get("/texts?language=ko"));
            Matcher keys =
                    Pattern.compile("(?:data-text=\"|words\\(')([\\w.-]+)").matcher(html + script);
            int found = 0;
            while (keys.find()) {
                assertThat(korean.path(keys.group(1)).asText())
                        .as(keys.group(1))
                        .isNotEmpty()
                        .doesNotStartWith("serve.");
                found++;
            }
            assertThat(found).isGreaterThan(20);
            var drawn = page.get("/api/formula?size=30&latex=%5Cfrac%7B1%7D%7B2%7D");
            assertThat(drawn.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(page.get("/api/formula?latex=" + "x".repeat(5000)).statusCode())
                    .isEqualTo(413);
            assertThat(page.get("/../../etc/passwd").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void slowClientsDoNotKeepOthersOut() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (TrialServer server = serve(local(), "one 1")) {
            for (int i = 0; i < 20; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                socket.getOutputStream()
                        .write("POST /api/requests HTTP/1.1\r\nHost: localhost\r\nContent-Le"
                                .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            TrialClient page = new TrialClient(server.port());
            page.enter("", "");
            assertThat(page.photo(PHOTO).path("results")).hasSize(3);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void whereAPhotoWasTakenIsNotKept() throws IOException {
        byte[] words = TrialClient.bytes("Exif\0\0GPS 37.5665 N, 126.978 E");
        byte[] tagged = new byte[PHOTO.length + words.length + 4];
        System.arraycopy(PHOTO, 0, tagged, 0, 2);
        tagged[2] = (byte) 0xFF;
        tagged[3] = (byte) 0xE1;
        tagged[4] = 0;
        tagged[5] = (byte) (words.length + 2);
        System.arraycopy(words, 0, tagged, 6, words.length);
        System.arraycopy(PHOTO, 2, tagged, 6 + words.length, PHOTO.length - 2);
        try (TrialServer server = serve(local(), "one 1")) {
            TrialClient page = new TrialClient(server.port());
            page.enter("", "");
            assertThat(page.photo(tagged).path("results")).hasSize(3);
        }
        try (var files = Files.list(folder.resolve("images"))) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("GPS");
            }
        }
    }

    @Test
    void aJournalCutOffInTheMiddleOfALineGoesOnBehindTheLastWholeOne() throws IOException {
        try (TrialServer server = serve(local(), "one 1")) {
            TrialClient page = new TrialClient(server.port());
            page.enter("", "");
            page.photo(PHOTO);
        }
        Path journal = folder.resolve(TrialJournal.FILE);
        Files.writeString(journal, Files.readString(journal) + "{\"kind\":\"event\",\"id\":\"");
        try (TrialServer server = serve(local(), "one 1")) {
            TrialClient page = new TrialClient(server.port());
            page.enter("", "");
            page.photo(PHOTO);
        }
        assertThat(events()).hasSize(2);
        assertThat(Files.readAllLines(journal)).hasSize(4);
    }

    /** kill -9 in the middle: every event that was acknowledged is in the journal. */
    @Test
    void aKillLosesNothingThatWasAcknowledged() throws Exception {
        Path port = folder.resolve("port");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingChild.class.getName(),
                        folder.toString(),
                        port.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.txt").toFile())
                .start();
        int acknowledged = 0;
        List<String> ids = new ArrayList<>();
        try {
            while (!Files.exists(port) && child.isAlive()) {
                child.waitFor(50, TimeUnit.MILLISECONDS);
            }
            TrialClient page = new TrialClient(Integer.parseInt(Files.readString(port)));
            page.enter("", "");
            ids.add(page.photo(PHOTO).path("requestId").asText());
            Process victim = child;
            CountDownLatch begun = new CountDownLatch(20);
            Thread killer = new Thread(() -> {
                try {
                    begun.await();
                    victim.waitFor(30, TimeUnit.MILLISECONDS);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                victim.destroyForcibly();
            });
            killer.start();
            try {
                while (acknowledged < 100_000) {
                    int status = page.tell(
                            ids.get(0),
                            "{\"what\":\"added\",\"result\":\"a%d\",\"latex\":\"%d\"}"
                                    .formatted(acknowledged, acknowledged));
                    assertThat(status).isEqualTo(200);
                    acknowledged++;
                    begun.countDown();
                }
            } catch (java.io.UncheckedIOException killed) {
                killer.join();
            }
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        OnlineEvent event = events().get(0);
        assertThat(acknowledged).isGreaterThanOrEqualTo(20);
        assertThat(event.added().size()).isBetween(acknowledged, acknowledged + 1);
        for (int i = 0; i < acknowledged; i++) {
            assertThat(event.added().get(i).latex()).isEqualTo(Integer.toString(i));
        }
    }
}
