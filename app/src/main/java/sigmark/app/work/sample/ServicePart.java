package sigmark.app.work.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sigmark.analysis.evaluation.Evaluation;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.analysis.verdict.Evidence;
import sigmark.analysis.verdict.IterationRows;
import sigmark.analysis.verdict.Judge;
import sigmark.analysis.verdict.LoggedEvidence;
import sigmark.analysis.verdict.Outcome;
import sigmark.analysis.voc.PointCheck;
import sigmark.app.work.LearningPoints;
import sigmark.app.work.ServiceWork;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.StoredRun;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.ServingPlace;
import sigmark.labeling.requirement.SheetReader;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;
import sigmark.labeling.store.online.PointStore;
import sigmark.labeling.store.online.VocStore;
import sigmark.labeling.store.service.ServiceStore;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;

/**
 * The service that the sample project serves, from its requirements to what users said: sheet, learning curve, machine
 * profiles, two recorded runs judged, a release, a field trial's log with its complaints, and improvement points of which
 * the second run closes one. {@code sample/service} and {@code sample/online} hold the files and say how they were made.
 */
final class ServicePart implements SamplePart {
    private static final String SERVICE = "service/";
    /** A trial recorded from the real page where it ships, and the drawn one, marked by the tag {@code log}. */
    private static final List<String> LOGS = List.of("online/trial.jsonl", "online/simulated.jsonl");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void add(ProjectStore store, SampleFiles files, Progress progress) throws IOException {
        ServiceStore service = new ServiceStore(store);
        JsonNode story = JSON.readTree(files.text(SERVICE + "story.json"));
        SheetReader.Read read = SheetReader.read(files.text(SERVICE + "sheet.yaml"), "sheet.yaml");
        if (!read.problems().isEmpty()) {
            throw new IOException(read.problems().get(0).toString());
        }
        StoredSheet sheet = service.keep(read.sheet());
        service.keepPoints(LearningPoints.read(files.text(SERVICE + "learning-curve.jsonl"), "learning-curve.jsonl"));
        profiles(service, files);
        StoredRun first = RecordedRun.add(store, files.text(SERVICE + "run-default.jsonl"));
        complaints(store, files, story, progress);
        StoredRun second = RecordedRun.add(store, files.text(SERVICE + "run-careful.jsonl"));
        service.keepLoad(second.pipeline(), files.text(SERVICE + "load-careful.json"));
        Evaluation evaluation = new Evaluator(store, second.id()).evaluate(progress);
        new PointCheck(store, evaluation)
                .check(new PointStore(store), store.clock().instant());
        ServiceWork.Judged before = judge(store, sheet, new Evaluator(store, first.id()).evaluate(progress));
        ServiceWork.Judged after = judge(store, sheet, evaluation);
        IterationRows.keep(store, sheet, first, "", before.verdicts());
        IterationRows.keep(store, sheet, second, "", after.verdicts());
        release(store, story.path("release"), after, List.of(before, after));
    }

    private static void profiles(ServiceStore service, SampleFiles files) throws IOException {
        for (String name : List.of("profile-measured.json", "profile-phone.json")) {
            String json = files.text(SERVICE + name);
            JsonNode node = JSON.readTree(json);
            service.keep(new MachineProfile(
                    node.path("name").asText(),
                    ServingPlace.ofWord(node.path("place").asText()).orElse(ServingPlace.LOCAL_CPU),
                    node.path("madeByHand").asBoolean(),
                    json));
        }
    }

    /** The trial's events, then its complaints coded as the story says, then points that they ask for. */
    private static void complaints(ProjectStore store, SampleFiles files, JsonNode story, Progress progress)
            throws IOException {
        for (String log : LOGS) {
            if (files.has(log)) {
                importLog(store, files, log, progress);
            }
        }
        VocStore voc = new VocStore(store);
        voc.collect();
        List<VocItem> items = new ArrayList<>(voc.list());
        items.sort(Comparator.comparing(VocItem::text));
        PointStore points = new PointStore(store);
        for (JsonNode asked : story.path("points")) {
            ImprovementPoint point = points.open(
                    asked.path("title").asText(),
                    asked.path("query").asText(),
                    Optional.empty(),
                    asked.path("bound").asDouble());
            for (VocItem item : items) {
                boolean meant = false;
                for (JsonNode word : asked.path("words")) {
                    meant |= item.text().contains(word.asText());
                }
                if (meant) {
                    VocCause.ofWord(asked.path("cause").asText()).ifPresent(cause -> voc.code(item.id(), cause, ""));
                    points.tie(item.id(), point.id());
                }
            }
        }
    }

    private static void importLog(ProjectStore store, SampleFiles files, String name, Progress progress)
            throws IOException {
        Path folder = Files.createTempDirectory("sigmark-sample");
        Path log = files.unpack(name, folder);
        try {
            new OnlineStore(store).importLog(log, progress);
        } finally {
            Files.deleteIfExists(log);
            Files.deleteIfExists(log.getParent());
            Files.deleteIfExists(folder);
        }
    }

    private static ServiceWork.Judged judge(ProjectStore store, StoredSheet sheet, Evaluation evaluation) {
        LoggedEvidence log =
                new LoggedEvidence(new OnlineStore(store), evaluation.run().pipeline());
        return new ServiceWork.Judged(
                sheet, evaluation.run(), Judge.judge(sheet.sheet(), Evidence.of(store, evaluation, log)));
    }

    private static void release(
            ProjectStore store, JsonNode story, ServiceWork.Judged chosen, List<ServiceWork.Judged> looked) {
        new ServiceWork(store)
                .release(
                        new ServiceWork.Wish(
                                story.path("name").asText(),
                                chosen.run().id(),
                                words(story.path("people")),
                                words(story.path("reasons")),
                                words(story.path("weaknesses")),
                                chosen.count(Outcome.MISSED) > 0),
                        chosen,
                        looked);
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}
