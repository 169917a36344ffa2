package sigmark.app.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.serve.FixedMachine;
import sigmark.app.serve.TrialClient;
import sigmark.app.serve.TrialServer;
import sigmark.app.serve.TrialSettings;
import sigmark.labeling.online.AddedFormula;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.Outcome;
import sigmark.labeling.online.ShownResult;
import sigmark.labeling.online.TrialJournal;
import sigmark.labeling.online.TrialRequest;

/** What a person does on the real page in a real browser is what stands in the log. */
@Tag("trial")
class TrialPageTest {
    @TempDir
    Path folder;

    private TrialServer server;
    private TrialPage page;
    private Path photo;

    @BeforeEach
    void open() throws Exception {
        photo = Files.write(folder.resolve("photo.jpg"), TrialClient.image(400, 300, "jpg"));
        server = TrialServer.start(
                TrialSettings.local(folder.resolve("trial"), "trials/trial", 0),
                List.of(new FixedMachine("default 1")),
                Clock.systemUTC());
        Path own = Files.createDirectories(folder.resolve("chromium"));
        page = new TrialPage(Chromium.start(own), server.address());
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    private OnlineEvent event() throws IOException {
        return TrialJournal.read(folder.resolve("trial")).values().stream()
                .map(TrialRequest::event)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPhotoIsReadSeenMendedAndComplainedAbout() throws Exception {
        page.size(390, 844, true);
        page.open(true);
        page.photo(photo);
        page.send();
        assertThat(page.results()).isEqualTo(3);
        assertThat(page.browser()
                        .run("document.querySelectorAll('.box').length")
                        .asInt())
                .isEqualTo(3);
        page.until("[...document.querySelectorAll('.drawn img')].filter(i => i.complete && i.naturalWidth > 0).length"
                + " === 3");
        page.look(0);
        page.edit(1, "a-b");
        page.delete(2);
        page.takeBack(2);
        page.accept(2);
        page.add(0.5, 0.5, 0.8, 0.8, "y");
        page.complain("minus became plus");
        OnlineEvent event = event();
        assertThat(event.results())
                .extracting(ShownResult::outcome)
                .containsExactly(Outcome.SILENT, Outcome.EDITED, Outcome.CONFIRMED);
        assertThat(event.results().get(1).finalLatex()).contains("a-b");
        assertThat(event.results().get(1).secondsToEdit()).isPresent();
        assertThat(event.added()).extracting(AddedFormula::latex).containsExactly("y");
        assertThat(event.complaint()).contains("minus became plus");
        EventTimes times = EventTimes.of(event);
        assertThat(times.total()).isPresent();
        assertThat(times.captureUnknown()).as("a file's shutter cannot be seen").isTrue();
        assertThat(times.parts()).containsKeys("encode", "network", "recognize", "render", "display");
        assertThat(page.browser().complaints()).isEmpty();
        assertThat(page.browser().fetched())
                .as("nothing comes from another host")
                .allSatisfy(url ->
                        assertThat(url).matches("(about:|blob:|data:).*|http://localhost:" + server.port() + "/.*"));
    }

    @Test
    void thePagesOwnCameraSeesTheShutter() throws Exception {
        page.size(1280, 800, false);
        page.open(true);
        page.click("#take");
        page.until("!document.getElementById('camera').hidden && document.getElementById('video').videoWidth > 0");
        page.click("#shoot");
        page.until("!document.getElementById('check').hidden");
        page.drag("#preview", 0.1, 0.1, 0.4, 0.3);
        assertThat(page.browser().run("blacks.length").asInt()).isEqualTo(1);
        page.send();
        OnlineEvent event = event();
        assertThat(event.captureUnknown()).isFalse();
        EventTimes times = EventTimes.of(event);
        assertThat(times.captureUnknown()).isFalse();
        assertThat(times.parts()).containsKey("capture");
        assertThat(times.total().orElse(0)).isGreaterThan(times.parts().get("encode"));
        Path kept = folder.resolve(event.image().orElseThrow().replace("trials/trial/", "trial/"));
        var pixels = javax.imageio.ImageIO.read(kept.toFile());
        int black = pixels.getRGB(pixels.getWidth() / 4, pixels.getHeight() / 5);
        assertThat(black & 0xFF).as("blacked out before it was sent").isLessThan(24);
    }

    @Test
    void theSameUserComesBackAndBothLanguagesFitBothSizes() throws Exception {
        for (boolean phone : new boolean[] {true, false}) {
            page.size(phone ? 390 : 1280, phone ? 844 : 800, phone);
            for (String language : new String[] {"en", "ko"}) {
                page.open(true);
                page.browser().run("localStorage.language = '" + language + "'");
                String user = page.browser().run("session.user").asText();
                page.open(false);
                assertThat(page.browser().run("session.user").asText()).isEqualTo(user);
                page.photo(photo);
                page.send();
                assertThat(page.text()).contains(language.equals("ko") ? "맞음" : "Right");
                assertThat(page.browser()
                                .run("document.documentElement.scrollWidth <= innerWidth")
                                .asBoolean())
                        .as("%s, phone %s: nothing sticks out", language, phone)
                        .isTrue();
                String small = page.browser()
                        .run("[...document.querySelectorAll('button')].filter(b => b.offsetParent"
                                + " && !b.classList.contains('box') && (b.offsetHeight < 40 || b.scrollWidth >"
                                + " b.clientWidth + 1)).map(b => b.id + b.textContent).join()")
                        .asText();
                assertThat(small).as("buttons too small or cut").isEmpty();
                String shots = System.getProperty("trial.shots", "");
                if (!shots.isEmpty()) {
                    page.shoot(Path.of(shots, (phone ? "phone-" : "desktop-") + language + ".png"));
                }
            }
        }
    }
}
