package sigmark.analysis.voc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.errors.ErrorClass;
import sigmark.analysis.evaluation.Evaluator;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.RunEnvironment;
import sigmark.inference.run.StepTimes;
import sigmark.inference.work.Balance;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.RunStart;
import sigmark.labeling.store.online.PointStore;
import sigmark.labeling.store.online.VocStore;
import sigmark.labeling.voc.ImprovementPoint;
import sigmark.labeling.voc.PointState;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocState;

class VocFlowTest {
    private static final RunEnvironment HERE =
            new RunEnvironment("cpu", "", "some processor", 2, 1, 1L << 34, "Linux", "17", "onnx", "0.1");

    @TempDir
    Path folder;

    private ProjectStore store;
    private VocStore items;

    @BeforeEach
    void create() {
        store = ProjectStore.create(folder.resolve("p"), "Exams", new Author("Kim"));
        items = new VocStore(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Balance imported(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, List.of(lines));
        return items.importFile(file, VocStore.Keeping.ALL, Progress.SILENT);
    }

    private void photo(String name) throws IOException {
        BufferedImage white = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        for (int[] row = new int[200 * 100]; row.length > 0; ) {
            Arrays.fill(row, 0xFFFFFF);
            white.setRGB(0, 0, 200, 100, row, 0, 200);
            break;
        }
        ImageIO.write(white, "jpg", folder.resolve(name).toFile());
    }

    private static String complaint(String id, String user) {
        return ("{\"id\":\"%s\",\"receivedAt\":\"2026-11-24T08:12:00Z\",\"text\":\"bounds swapped, mail me:"
                        + " kim@example.org, "
                        + "010-1234-5678\",\"userPseudonym\":\"%s\",\"modelVersion\":\"1.5\",\"imageRef\":\"photo.jpg\","
                        + "\"regionBox\":[20,30,120,60],\"predictedLatex\":\"\\\\int_{b}^{a}f\",\"correctedLatex\":"
                        + "\"\\\\int_{a}^{b}f\",\"severity\":\"major\",\"blackout\":[[0,0,50,20]],\"later\":1}")
                .formatted(id, user);
    }

    @Test
    void whatIdentifiesAPersonIsBlackedOutBeforeItIsStored() throws IOException {
        photo("photo.jpg");
        Balance balance = imported("voc.jsonl", complaint("voc-1", "u-1"), complaint("voc-1", "u-1"), "{", "{}");
        VocItem item = items.find("voc-1").orElseThrow();
        assertThat(balance.in()).isEqualTo(4);
        assertThat(balance.out()).isEqualTo(1);
        assertThat(balance.leftOut())
                .extracting(left -> left.reason().code())
                .containsExactlyInAnyOrder("voc.broken-line", "voc.empty", "voc.duplicate");
        assertThat(item.text()).isEqualTo("bounds swapped, mail me: ■■■, ■■■");
        assertThat(item.more()).isEqualTo("{\"later\":1}");
        BufferedImage kept =
                ImageIO.read(folder.resolve("p").resolve(item.image()).toFile());
        assertThat(kept.getRGB(10, 10)).isEqualTo(0xFF000000);
        assertThat(kept.getRGB(150, 80) & 0xFF).isGreaterThan(240);
        assertThat(item.redaction()).isEqualTo("text blacked out, 1 places of the image blacked out");
    }

    @Test
    void aTableOfComplaintsComesInToo() throws IOException {
        Balance balance = imported(
                "voc.csv",
                "id,receivedAt,text,severity,user,cause,consentStore",
                "a,2026-11-24,\"slow, on the bus\",minor,u-2,speed,",
                "b,2026-11-25,secret,major,u-3,,false",
                "c,soon,x,major,u-3,,");
        assertThat(balance.out()).isEqualTo(2);
        assertThat(items.find("a").orElseThrow().text()).isEqualTo("slow, on the bus");
        assertThat(items.find("a").orElseThrow().cause()).contains(VocCause.SPEED);
        assertThat(items.find("b").orElseThrow().text()).isEmpty();
        assertThat(balance.leftOut().get(0).reason().code()).isEqualTo("voc.bad-value");
    }

    @Test
    void causesShareTheWordsOfTheErrorClasses() {
        List<String> words =
                Stream.of(ErrorClass.values()).map(ErrorClass::word).toList();
        for (VocCause cause : VocCause.values()) {
            assertThat(words).containsAll(cause.details());
        }
        List<String> used = Stream.of(VocCause.values())
                .flatMap(cause -> cause.details().stream())
                .distinct()
                .toList();
        assertThat(used).containsAll(words);
        assertThat(Stream.of(VocCause.values()).map(VocCause::key).distinct()).hasSize(VocCause.values().length);
    }

    @Test
    void anErasedPersonLeavesTheRankingAsItWas() throws IOException {
        photo("photo.jpg");
        imported("voc.jsonl", complaint("voc-1", "u-1"), complaint("voc-2", "u-1"), complaint("voc-3", "u-2"));
        items.code("voc-1", VocCause.STRUCTURE, "script");
        VocPareto before = VocPareto.of(items.list(), Map.of("1.5", 1000L));
        String image = items.find("voc-1").orElseThrow().image();
        assertThat(items.erase("u-1").items()).isEqualTo(2);
        assertThat(VocPareto.of(items.list(), Map.of("1.5", 1000L))).isEqualTo(before);
        assertThat(items.find("voc-1").orElseThrow().text()).isEmpty();
        assertThat(folder.resolve("p").resolve(image)).doesNotExist();
        assertThat(folder.resolve("p").resolve(items.find("voc-3").orElseThrow().image()))
                .exists();
    }

    @Test
    void aCodedItemIsTakenBackStepByStep() throws IOException {
        imported("voc.csv", "id,receivedAt,text", "a,2026-11-24,x");
        items.code("a", VocCause.SYMBOL, "missing");
        assertThat(items.find("a").orElseThrow().state()).isEqualTo(VocState.ACCEPTED);
        while (items.takeBack("a")) {
            assertThat(items.find("a")).isPresent();
        }
        assertThat(items.find("a").orElseThrow().state()).isEqualTo(VocState.NEW);
        assertThat(items.find("a").orElseThrow().cause()).isEmpty();
        assertThatThrownBy(() -> items.code("a", VocCause.SPEED, "missing")).isInstanceOf(ProblemException.class);
    }

    /** Complaint → page → improvement point → closed by a run, and opened again by a worse one. */
    @Test
    void onlyALaterRunThatMeetsTheBoundClosesAPoint() throws IOException {
        photo("photo.jpg");
        imported("voc.jsonl", complaint("voc-1", "u-1"));
        VocItem item = items.find("voc-1").orElseThrow();
        assertThat(CauseSuggestion.of(item)).contains(new CauseSuggestion(VocCause.SYMBOL, "symbol"));
        assertThatThrownBy(() -> VocIntake.intoProject(store, "voc-1", Split.TRAIN))
                .hasMessageContaining("voc.no-training");
        Page page = VocIntake.intoProject(store, "voc-1", Split.TEST);
        store.apply(new SetPageState(page.id(), LabelState.LABELED), 0);
        FormulaRegion region = store.regions().ofPage(page.id()).get(0);
        assertThat(page.tags()).contains("voc");
        assertThat(region.latex()).contains("\\int_{a}^{b}f");

        run(page, region, "\\int_{a}^{b}f");
        PointStore points = new PointStore(store);
        ImprovementPoint point = points.open("Limits of integrals swapped", "tag:voc", Optional.empty(), 0.2);
        points.tie("voc-1", point.id());
        assertThatThrownBy(() -> points.move(point.id(), PointState.VERIFIED)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> store.database()
                        .write(handle -> handle.execute("UPDATE improvement_point SET state = 'verified'")))
                .hasMessageContaining("only a run");
        assertThat(check(1).state()).as("the run was there before the point").isEqualTo(PointState.OPEN);

        points.move(point.id(), PointState.TRAINED);
        run(page, region, "\\int_{b}^{a}f");
        assertThat(check(2).state()).isEqualTo(PointState.TRAINED);
        run(page, region, "\\int_{a}^{b}f");
        assertThat(check(3).state()).isEqualTo(PointState.VERIFIED);
        assertThat(items.find("voc-1").orElseThrow().state()).isEqualTo(VocState.VERIFIED);
        run(page, region, "\\int_{b}^{a}f");
        assertThat(check(4).state()).isEqualTo(PointState.OPEN);
        assertThat(items.find("voc-1").orElseThrow().state()).isEqualTo(VocState.REOPENED);
    }

    private ImprovementPoint check(long run) {
        return new PointCheck(store, new Evaluator(store, run).evaluate(Progress.SILENT))
                .check(new PointStore(store), Instant.now())
                .get(0);
    }

    private void run(Page page, FormulaRegion region, String latex) {
        long run = store.runs().begin(new RunStart("default 1", "d", "r", "", 0, HERE));
        Reading reading = new Reading(latex, 0.9, List.of(), List.of());
        store.runs()
                .put(
                        run,
                        page.id(),
                        new PagePrediction(
                                List.of(new RegionPrediction(
                                        new Detection(region.box(), FormulaKind.INLINE, Writing.PRINTED, 0.9),
                                        reading)),
                                Map.of(),
                                StepTimes.NONE,
                                Optional.empty()));
        store.runs().finish(run);
    }
}
