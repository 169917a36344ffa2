package sigmark.app.work.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.analysis.acceptance.PackageInspection;
import sigmark.analysis.acceptance.PlanWish;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.edit.SetSplits;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.PageImporter;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.InspectedItem.Verdict;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.inspection.Reason;
import sigmark.labeling.packing.GoldPages;
import sigmark.labeling.packing.MergeReport;
import sigmark.labeling.packing.PackageIn;
import sigmark.labeling.packing.PackageOrder;
import sigmark.labeling.packing.PackageOut;
import sigmark.labeling.packing.PageChoice;
import sigmark.labeling.packing.StoredGuide;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.InspectionStore;
import sigmark.labeling.store.delivery.QuestionStore;

/**
 * What labelers did for the sample: four pages more went out in two packages, came back, were merged and inspected; their
 * questions were answered. Labels and questions are what the two labelers handed in, as {@code vendors/README.md} says;
 * they come in through a merge like any other. Times are moved by whole days, so that the story ends yesterday.
 */
final class LabelersPart implements SamplePart {
    private static final String PLACE = "vendors/";
    private static final SliceQuery UNTOUCHED = SliceQuery.parse("state:untouched");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SampleClock clock;

    LabelersPart(SampleClock clock) {
        this.clock = clock;
    }

    @Override
    public void add(ProjectStore store, SampleFiles files, Progress progress) throws IOException {
        Path scratch = Files.createTempDirectory("sigmark-labelers");
        try {
            JsonNode story = JSON.readTree(files.text(PLACE + "story.json"));
            Duration moved = moved(Instant.parse(story.path("ends").asText()));
            addPages(store, files, story, scratch, progress);
            for (JsonNode chapter : story.path("packages")) {
                new Chapter(store, files, chapter, moved, scratch).tell(progress);
            }
            QuestionStore questions = new QuestionStore(store);
            for (JsonNode answer : story.path("answers")) {
                clock.stopAt(time(answer, "at", moved));
                String id = answer.path("question").asText();
                questions.answer(id, answer.path("text").asText());
                if (answer.path("inGuide").booleanValue()) {
                    questions.inGuide(id, store.info().guideVersion());
                }
            }
        } finally {
            clock.goOn();
            SampleFiles.remove(scratch);
        }
    }

    /** Whole days from the recorded end of the story to yesterday. */
    private static Duration moved(Instant ends) {
        LocalDate yesterday = LocalDate.now(Clock.systemUTC()).minusDays(1);
        return Duration.ofDays(yesterday.toEpochDay()
                - LocalDate.ofInstant(ends, ZoneOffset.UTC).toEpochDay());
    }

    private static Instant time(JsonNode node, String field, Duration moved) {
        return Instant.parse(node.path(field).asText()).plus(moved);
    }

    private static void addPages(ProjectStore store, SampleFiles files, JsonNode story, Path scratch, Progress progress)
            throws IOException {
        List<Path> images = new ArrayList<>();
        for (JsonNode page : story.path("pages")) {
            images.add(files.unpack(PLACE + "pages/" + page.asText(), scratch));
        }
        PageImporter.importPages(store, images, ImportOptions.DEFAULT, progress);
        Map<String, Split> splits = new LinkedHashMap<>();
        store.pages().list(UNTOUCHED).forEach(page -> splits.put(page.id(), Split.TRAIN));
        store.apply(new SetSplits(splits), 0);
    }

    /** One package from its sending to its end. */
    private final class Chapter {
        private final ProjectStore store;
        private final SampleFiles files;
        private final JsonNode told;
        private final Duration moved;
        private final Path scratch;

        Chapter(ProjectStore store, SampleFiles files, JsonNode told, Duration moved, Path scratch) {
            this.store = store;
            this.files = files;
            this.told = told;
            this.moved = moved;
            this.scratch = scratch;
        }

        void tell(Progress progress) throws IOException {
            clock.stopAt(time(told, "sentAt", moved));
            PackageOut.Sent sent = new PackageOut(store, SigningKey.make(), new StoredGuide())
                    .send(order(), choice(), scratch.resolve("out.sigpack"), progress);
            clock.stopAt(time(told, "mergedAt", moved));
            merge(sent, progress);
            clock.stopAt(time(told, "inspectedAt", moved));
            inspect(sent.work());
            for (JsonNode page : told.path("goldAfter")) {
                GoldPages.make(store, SliceQuery.parse(page.asText()));
            }
        }

        private PackageOrder order() {
            return new PackageOrder(
                    text("name"),
                    text("labeler"),
                    text("vendor"),
                    SliceQuery.ALL,
                    0,
                    0,
                    0,
                    PackageOrder.LabelsSent.OWN,
                    false,
                    Optional.of(LocalDate.ofInstant(time(told, "deadline", moved), ZoneOffset.UTC)),
                    text("note"));
        }

        private String text(String field) {
            return told.path(field).asText();
        }

        private PageChoice choice() {
            return PageChoice.of(pages("work"), pages("overlap"), pages("gold"));
        }

        private List<Page> pages(String role) {
            List<Page> pages = new ArrayList<>();
            for (JsonNode name : told.path(role)) {
                pages.addAll(store.pages().list(SliceQuery.parse(name.asText())));
            }
            return pages;
        }

        private void merge(PackageOut.Sent sent, Progress progress) throws IOException {
            SigningKey key = SigningKey.make();
            Path back = new RecordedReturn(store, sent, moved)
                    .write(
                            recorded(files, "-return.jsonl"),
                            recorded(files, "-questions.jsonl"),
                            recorded(files, "-quiz.json"),
                            key,
                            scratch.resolve("back.sigpack"));
            MergeReport report = new PackageIn(store, new StoredGuide())
                    .merge(back, Resolution.ASK, Optional.of(key.fingerprint()), progress);
            if (report.end() != MergeReport.End.MERGED) {
                throw new ProblemException(Problem.of(
                        "app.sample-failed",
                        sent.work().name(),
                        "reason",
                        report.end().name()));
            }
        }

        private String recorded(SampleFiles files, String ending) throws IOException {
            return files.text(PLACE + text("recording") + ending);
        }

        private void inspect(WorkPackage work) {
            JsonNode plan = told.path("plan");
            PlanWish standard = PlanWish.DEFAULT;
            PlanWish wish = new PlanWish(
                    false,
                    false,
                    plan.path("aql").asDouble(),
                    standard.producerRisk(),
                    plan.path("ltpd").asDouble(),
                    standard.consumerRisk());
            PackageInspection inspections = new PackageInspection(store);
            Inspection inspection =
                    inspections.begin(work.id(), wish, plan.path("seed").asLong());
            Map<String, Verdict> wrong = wrong();
            for (InspectedItem item : inspection.items()) {
                inspection = new InspectionStore(store)
                        .judge(inspection.id(), item.place(), wrong.getOrDefault(item.regionId(), Verdict.RIGHT));
            }
            inspections.decide(inspection);
        }

        private Map<String, Verdict> wrong() {
            Map<String, Verdict> wrong = new LinkedHashMap<>();
            for (JsonNode each : told.path("wrong")) {
                Reason reason = Reason.ofWord(each.path("reason").asText()).orElse(Reason.OTHER);
                wrong.put(
                        each.path("region").asText(),
                        Verdict.wrong(reason, each.path("remark").asText()));
            }
            return wrong;
        }
    }
}
