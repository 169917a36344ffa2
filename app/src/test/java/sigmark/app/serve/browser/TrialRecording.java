package sigmark.app.serve.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import sigmark.app.serve.PipelineTrialMachine;
import sigmark.app.serve.TrialMachine;
import sigmark.app.serve.TrialServer;
import sigmark.app.serve.TrialSettings;
import sigmark.app.work.Installation;
import sigmark.inference.model.Device;
import sigmark.inference.model.DeviceWish;
import sigmark.labeling.online.TrialJournal;

/**
 * Records the sample's trial on the real page: two pipelines share the users, whose photos are parts of the sample's
 * pages. Arguments: the sample's folder, the folder to write, a seed.
 */
public final class TrialRecording {
    private static final List<String> VERSIONS = List.of("default", "auto");
    private static final List<String> PAGES = List.of(
            "01-quadratic-equations.png",
            "02-polynomials-exam.png",
            "04-statistics-sheet.png",
            "09-integrals.jpg",
            "11-statistics-worksheet.jpg",
            "14-number-theory.jpg",
            "15-motion.jpg",
            "16-linear-functions.jpg");
    private static final int USERS = 16;
    private static final int DAYS = 4;
    private static final Instant FIRST = Instant.parse("2026-11-20T09:00:00Z");
    private static final String IMAGES_AS = "trials/sample";

    private TrialRecording() {}

    /** Real time, moved by whole days: what happens within a sitting takes as long as it took. */
    private static final class MovedClock extends Clock {
        private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

        void to(Instant instant) {
            shift.set(Duration.between(Clock.systemUTC().instant(), instant));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(shift.get());
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path sample = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[2]));
        Path work = Files.createTempDirectory("trial");
        List<SamplePhoto> photos = SamplePhoto.cut(sample, work, PAGES);
        List<ScriptedUser> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            users.add(ScriptedUser.drawn(i, random));
        }
        List<TrialMachine> machines = new ArrayList<>();
        for (String version : VERSIONS) {
            machines.add(
                    new PipelineTrialMachine(Installation.pipelines().open(version, Device.choose(DeviceWish.AUTO))));
        }
        MovedClock clock = new MovedClock();
        Path trial = work.resolve("trial");
        try (TrialServer server = TrialServer.start(
                TrialSettings.local(trial, IMAGES_AS, 0).limited(1 << 24, 40_000_000, 1000), machines, clock)) {
            for (int day = 0; day < DAYS; day++) {
                clock.to(FIRST.plus(Duration.ofDays(day)));
                sitting(server, photos, users, day, random, work);
            }
        }
        write(trial, out);
    }

    /** Each user comes once with a photo of the day; users of one photo follow each other. */
    private static void sitting(
            TrialServer server,
            List<SamplePhoto> photos,
            List<ScriptedUser> users,
            int day,
            SplittableRandom random,
            Path work)
            throws Exception {
        for (int p = 0; p < photos.size(); p++) {
            SamplePhoto photo = photos.get(p);
            Path own = Files.createDirectories(work.resolve("chromium-" + day + "-" + p));
            try (TrialPage page = new TrialPage(
                    Chromium.start(own, List.of("--use-file-for-fake-video-capture=" + photo.still())),
                    server.address())) {
                for (int u = 0; u < users.size(); u++) {
                    if ((u * 3 + day * 5) % photos.size() == p) {
                        come(page, users.get(u), photo, random);
                    }
                }
            }
        }
    }

    private static void come(TrialPage page, ScriptedUser user, SamplePhoto photo, SplittableRandom random)
            throws Exception {
        page.size(user.phone() ? 390 : 1280, user.phone() ? 844 : 800, user.phone());
        page.openAs(user.pseudonym(), user.korean() ? "ko" : "en");
        if (user.phone()) {
            page.click("#take");
            page.until("!document.getElementById('camera').hidden && document.getElementById('video').videoWidth > 0");
            page.click("#shoot");
        } else {
            page.photo(photo.still());
        }
        page.until("!document.getElementById('check').hidden");
        page.send();
        user.judge(page, photo, random);
        System.err.println(user.pseudonym() + " " + photo.name() + " " + page.results());
    }

    /** The log as it is, with each image once, smaller and without colour. */
    private static void write(Path trial, Path out) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Path images = Files.createDirectories(out.resolve("images"));
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(TrialJournal.fold(trial))) {
            ObjectNode event = (ObjectNode) mapper.readTree(line);
            String image = event.path("image").asText();
            String name = event.path("imageHash").asText().substring(0, 12) + ".jpg";
            Path kept = images.resolve(name);
            if (!Files.exists(kept)) {
                BufferedImage sent = ImageIO.read(
                        trial.resolve(image.substring(IMAGES_AS.length() + 1)).toFile());
                BufferedImage grey = new BufferedImage(sent.getWidth(), sent.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
                grey.createGraphics().drawImage(sent, 0, 0, null);
                SamplePhoto.write(grey, kept, 0.5f);
            }
            round(event.path("spans"), 1, "start", "end");
            round(event.path("results"), 4, "score");
            lines.add(mapper.writeValueAsString(event.put("image", IMAGES_AS + "/images/" + name)));
        }
        Files.write(out.resolve("trial.jsonl"), lines);
    }

    private static void round(JsonNode objects, int decimals, String... fields) {
        for (JsonNode object : objects) {
            for (String field : fields) {
                if (object.path(field).isNumber()) {
                    ((ObjectNode) object)
                            .put(
                                    field,
                                    BigDecimal.valueOf(object.path(field).doubleValue())
                                            .setScale(decimals, RoundingMode.HALF_UP)
                                            .doubleValue());
                }
            }
        }
    }
}
