package sigmark.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.TrialJournal;
import sigmark.labeling.online.TrialRequest;

/** What must not go wrong on a network or a full disk. */
class TrialSafetyTest {
    private static final byte[] PHOTO = TrialClient.image(80, 90, "jpg");
    private static final String CODE = "12345678";

    @TempDir
    Path folder;

    private List<OnlineEvent> events(Path of) throws IOException {
        return TrialJournal.read(of).values().stream()
                .map(TrialRequest::event)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private Path certificate() throws Exception {
        Path file = folder.resolve("own.p12");
        Process made = new ProcessBuilder(
                        java("keytool"),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret-1",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(file).exists();
        return file;
    }

    private static HttpClient trusting(Path certificate) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            keys.load(in, "secret-1".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("own", keys.getCertificate("own"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .cookieHandler(new CookieManager())
                .build();
    }

    @Test
    void withACertificateTheLineIsEncryptedAndPlainWordsAreNotAnswered() throws Exception {
        Path certificate = certificate();
        TrialSettings settings = TrialSettings.local(folder.resolve("trial"), "trials/trial", 0)
                .onNetwork(CODE, Optional.of(certificate), "secret-1");
        try (TrialServer server = TrialServer.start(settings, List.of(new FixedMachine("one 1")), Clock.systemUTC())) {
            assertThat(server.address()).startsWith("https://");
            HttpClient client = trusting(certificate);
            HttpResponse<String> session = post(
                    client, server, "/api/session", TrialClient.bytes("{\"code\":\"" + CODE + "\",\"user\":\"\"}"));
            assertThat(session.statusCode()).isEqualTo(200);
            assertThat(session.headers().firstValue("Set-Cookie").orElse(""))
                    .contains("Secure", "HttpOnly", "SameSite=Strict");
            JsonNode answer = new ObjectMapper().readTree(session.body());
            assertThat(answer.path("encrypted").asBoolean()).isTrue();
            assertThat(post(client, server, "/api/requests?device=phone", PHOTO).statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/"))
                                            .timeout(java.time.Duration.ofSeconds(20))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> post(HttpClient.newHttpClient(), server, "/api/session", PHOTO))
                    .as("a certificate that nobody trusts")
                    .isInstanceOf(IOException.class);
        }
        assertThat(events(folder.resolve("trial"))).hasSize(1);
    }

    private static HttpResponse<String> post(HttpClient client, TrialServer server, String path, byte[] body)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address().replaceAll("/$", "") + path))
                        .header("X-Sigmark", "1")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aCertificateThatCannotBeOpenedIsNamedBeforeAnythingIsServed() throws Exception {
        Path certificate = certificate();
        TrialSettings local = TrialSettings.local(folder.resolve("trial"), "trials/trial", 0);
        for (Path file : List.of(certificate, folder.resolve("none.p12"))) {
            assertThatThrownBy(() -> TrialServer.start(
                            local.onNetwork(CODE, Optional.of(file), "wrong"),
                            List.of(new FixedMachine("one 1")),
                            Clock.systemUTC()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failed -> assertThat(failed.problem().code()).isEqualTo("serve.certificate"));
        }
    }

    @Test
    void twoServersDoNotWriteIntoOneJournal() {
        TrialSettings local = TrialSettings.local(folder.resolve("trial"), "trials/trial", 0);
        try (TrialServer first = TrialServer.start(local, List.of(new FixedMachine("one 1")), Clock.systemUTC())) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> TrialServer.start(local, List.of(new FixedMachine("one 1")), Clock.systemUTC()))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void whatPointsAtAPersonIsBlackedOutOfComplaintsAndErasedWithThePerson() throws Exception {
        Path trial = folder.resolve("trial");
        String user;
        try (TrialServer server = TrialServer.start(
                TrialSettings.local(trial, "trials/trial", 0), List.of(new FixedMachine("one 1")), Clock.systemUTC())) {
            TrialClient page = new TrialClient(server.port());
            user = page.enter("", "").path("user").asText();
            String id = page.photo(PHOTO).path("requestId").asText();
            page.tell(id, "{\"what\":\"complaint\",\"text\":\"call 010-1234-5678 or kim@example.org\"}");
            TrialClient other = new TrialClient(server.port());
            other.enter("", "");
            other.photo(PHOTO);
            page.photo(TrialClient.image(90, 80, "jpg"));
        }
        assertThat(events(trial).get(0).complaint()).contains("call ■■■ or ■■■");
        assertThat(Files.readString(trial.resolve(TrialJournal.FILE))).doesNotContain("5678", "example.org");
        TrialJournal.fold(trial);
        assertThat(TrialJournal.erase(trial, user)).isEqualTo(2);
        assertThat(TrialJournal.erase(trial, user)).isZero();
        assertThat(events(trial)).hasSize(1);
        assertThat(Files.readAllLines(trial.resolve(TrialJournal.LOG))).hasSize(1);
        assertThat(Files.readString(trial.resolve(TrialJournal.FILE))).doesNotContain(user);
        try (var images = Files.list(trial.resolve("images"))) {
            assertThat(images).as("the one that somebody else sent too").hasSize(1);
        }
    }

    /** A disk that takes no more, in a process whose files may grow to 64 KiB: refused in words, and nothing kept is lost. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskRefusesInWordsAndLosesNothingThatWasAcknowledged() throws Exception {
        Path trial = folder.resolve("trial");
        Path port = folder.resolve("port");
        Process child = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f 64; exec \"$@\"",
                        "bash",
                        java("java"),
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingChild.class.getName(),
                        trial.toString(),
                        port.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int acknowledged = 0;
        try {
            while (!Files.exists(port) && child.isAlive()) {
                child.waitFor(50, TimeUnit.MILLISECONDS);
            }
            TrialClient page = new TrialClient(Integer.parseInt(Files.readString(port)));
            page.enter("", "");
            String id = page.photo(PHOTO).path("requestId").asText();
            String long1 = "x".repeat(1500);
            int status = 200;
            while (status == 200 && acknowledged < 200) {
                status = page.tell(
                        id, "{\"what\":\"added\",\"result\":\"a%d\",\"latex\":\"%s\"}".formatted(acknowledged, long1));
                acknowledged += status == 200 ? 1 : 0;
            }
            assertThat(status).isEqualTo(507);
            assertThat(acknowledged).isBetween(20, 60);
            JsonNode refused = page.json(page.post(
                    "/api/requests/" + id + "/events",
                    TrialClient.bytes("{\"events\":[{\"what\":\"complaint\",\"text\":\"" + long1 + "\"}]}")));
            assertThat(refused.path("words").asText()).contains("disk");
            assertThat(page.get("/").statusCode()).as("still serving").isEqualTo(200);
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        assertThat(events(trial).get(0).added()).hasSize(acknowledged);
        assertThat(Files.readString(trial.resolve(TrialJournal.FILE))).endsWith("\n");
    }
}
