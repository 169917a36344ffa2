package sigmark.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import sigmark.inference.page.Box;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.Step;
import sigmark.labeling.online.TrialJournal;
import sigmark.labeling.voc.PersonalData;

/** What the trial does with images and events; every answer is given after its journal lines are on the disk. */
final class TrialService {
    private static final double NANOS_A_MILLI = 1e6;
    private static final int MOST_WAITING = 16;
    private static final int LONGEST_TEXT = 4000;
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final List<String> EVENTS =
            List.of("seen", "confirmed", "edited", "deleted", "restored", "added", "removed", "complaint", "spans");

    private final TrialSettings settings;
    private final Map<String, TrialMachine> machines = new LinkedHashMap<>();
    private final TrialImages images;
    private final TrialJournal journal;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1, true);

    /** Owner of each request, so that nobody writes into another's. */
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    TrialService(TrialSettings settings, List<TrialMachine> machines, TrialJournal journal, Clock clock)
            throws IOException {
        this.settings = settings;
        machines.forEach(machine -> this.machines.put(machine.version(), machine));
        this.images = new TrialImages(settings.folder(), settings.mostPixels());
        this.journal = journal;
        this.clock = clock;
        TrialJournal.read(settings.folder()).values().forEach(request -> owners.put(request.id(), request.user()));
    }

    /** Recognizes an image and answers the results. */
    ObjectNode recognize(TrialSessions.Session session, byte[] bytes, boolean captureUnknown, ObjectNode slice)
            throws IOException {
        long start = System.nanoTime();
        String id = UUID.randomUUID().toString();
        TrialImages.Image image = images.read(bytes);
        ObjectNode request = line("request", id)
                .put("time", clock.instant().toString())
                .put("user", session.user())
                .put("version", session.version())
                .put("imageHash", image.sha256())
                .put("captureUnknown", captureUnknown)
                .put("image", settings.imagesAs() + "/" + images.keep(image));
        slice.put(
                "image.pixels",
                size((long) image.pixels().width() * image.pixels().height()));
        request.set("slice", slice);
        journal.append(List.of(request));
        owners.put(id, session.user());
        List<double[]> queue = new ArrayList<>();
        PagePrediction prediction = predict(session, image, start, queue);
        ObjectNode answer = line("answer", id);
        ArrayNode results = results(answer.putArray("results"), prediction);
        spans(answer.putArray("spans"), start, queue.get(0), prediction);
        journal.append(List.of(answer));
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("requestId", id)
                .put("version", session.version())
                .put("width", image.pixels().width())
                .put("height", image.pixels().height());
        document.set("results", results);
        return document;
    }

    private PagePrediction predict(
            TrialSessions.Session session, TrialImages.Image image, long start, List<double[]> queue) {
        double from = millisSince(start);
        if (turn.getQueueLength() >= MOST_WAITING) {
            throw new TrialRefusal(503, "busy");
        }
        boolean mine = false;
        try {
            mine = turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new TrialRefusal(503, "busy");
            }
            queue.add(new double[] {from, millisSince(start)});
            TrialMachine machine = machines.get(session.version());
            return machine == null
                    ? PagePrediction.failed(sigmark.inference.work.Problem.of("serve.no-version", session.version()))
                    : machine.predict(image.pixels(), image.decodeNanos());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TrialRefusal(503, "busy");
        } finally {
            if (mine) {
                turn.release();
            }
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / NANOS_A_MILLI;
    }

    private static String size(long pixels) {
        return pixels < 1_000_000 ? "under 1 MP" : pixels < 4_000_000 ? "1–4 MP" : "over 4 MP";
    }

    private static ArrayNode results(ArrayNode list, PagePrediction prediction) {
        int number = 0;
        for (RegionPrediction region : prediction.regions()) {
            ObjectNode node = list.addObject().put("id", "r" + number++);
            Box box = region.detection().box();
            node.putArray("box").add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
            node.put("latex", region.reading().latex())
                    .put("score", region.reading().score())
                    .put("kind", region.detection().kind().word())
                    .put("writing", region.detection().writing().word());
        }
        return list;
    }

    /** The server's spans, in milliseconds since the image had arrived whole. */
    private static void spans(ArrayNode list, long start, double[] queue, PagePrediction prediction) {
        double at = queue[1];
        span(list, "ocr.queue", queue[0], at);
        double decode = prediction.times().of(Step.DECODE) / NANOS_A_MILLI;
        span(list, "ocr.decode", Math.max(0, queue[0] - decode), queue[0]);
        for (Step step : List.of(Step.DETECT, Step.CROP, Step.RECOGNIZE)) {
            long classify = step == Step.RECOGNIZE ? prediction.times().classify() : 0;
            double millis = (prediction.times().of(step) + classify) / NANOS_A_MILLI;
            span(list, "ocr." + step.word(), at, at + millis);
            at += millis;
        }
        double end = Math.max(at, millisSince(start));
        span(list, "ocr.postprocess", at, end);
        span(list, "http.server.request", 0, end);
    }

    private static void span(ArrayNode list, String name, double start, double end) {
        list.addObject()
                .put("name", name)
                .put("side", "server")
                .put("start", start)
                .put("end", end);
    }

    /** Records what the page tells of a request, all of it or nothing. */
    void happened(TrialSessions.Session session, String request, JsonNode events) throws IOException {
        if (!session.user().equals(owners.get(request))) {
            throw new TrialRefusal(404, "no-request");
        }
        List<ObjectNode> lines = new ArrayList<>();
        for (JsonNode event : events) {
            String what = event.path("what").asText("");
            boolean long1 = event.path("latex").asText("").length() > LONGEST_TEXT
                    || event.path("text").asText("").length() > LONGEST_TEXT;
            if (!EVENTS.contains(what) || long1 || !event.isObject()) {
                throw new TrialRefusal(400, "bad-event");
            }
            ObjectNode line = line("event", request).put("at", clock.instant().toString());
            line.setAll((ObjectNode) event.deepCopy());
            if (line.path("text").isTextual()) {
                line.put("text", PersonalData.blackedOut(line.path("text").asText()));
            }
            lines.add(line.put("kind", "event").put("id", request));
        }
        if (lines.isEmpty()) {
            throw new TrialRefusal(400, "bad-event");
        }
        journal.append(lines);
    }

    private static ObjectNode line(String kind, String id) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("id", id);
    }
}
