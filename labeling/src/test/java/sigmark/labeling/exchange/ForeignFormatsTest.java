package sigmark.labeling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.work.Balance;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Label files as other tools write them, with their traps. */
class ForeignFormatsTest {
    @TempDir
    Path folder;

    private ProjectStore store;
    private Path files;

    @BeforeEach
    void create() throws IOException {
        store = Samples.projectWithPage(folder, "수학.png");
        files = Files.createDirectories(folder.resolve("labels"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Balance read(Path file) {
        Balance balance =
                LabelImporter.importLabels(store, file, Optional.empty(), ImportOptions.DEFAULT, Progress.SILENT);
        assertThat(store.check()).isEmpty();
        return balance;
    }

    private List<FormulaRegion> regions(String page) {
        return store.regions().ofPage(Samples.page(store, page).id());
    }

    private static List<String> codes(Balance balance) {
        return balance.leftOut().stream().map(each -> each.reason().code()).toList();
    }

    @Test
    void readsCocoWithGapsForeignClassesAndImagesWithoutFormulas() {
        Samples.png(files, "empty.png", 50, 60, 7);
        Balance balance = read(
                Samples.write(
                        files,
                        "instances.json",
                        """
                {"images": [{"id": 70, "file_name": "some/where/수학.png", "width": 200, "height": 300},
                            {"id": 3, "file_name": "empty.png", "width": 50, "height": 60},
                            {"id": 9, "file_name": "gone.png", "width": 50, "height": 60}],
                 "categories": [{"id": 5, "name": "isolated"}, {"id": 90, "name": "embedding"}, {"id": 7, "name": "table"}],
                 "annotations": [
                  {"id": 1, "image_id": 70, "category_id": 5, "bbox": [10, 20, 30.5, 40], "caption": "\\\\frac12"},
                  {"id": 4, "image_id": 70, "category_id": 90, "bbox": [50, 20, 30, 40], "attributes": {"latex": "x"}},
                  {"id": 5, "image_id": 70, "category_id": 7, "bbox": [50, 120, 30, 40]},
                  {"id": 6, "image_id": 70, "category_id": 5, "bbox": [5, 5, 0, 40]},
                  {"id": 7, "image_id": 70, "category_id": 5, "bbox": [5, 5, "a", 40]},
                  {"id": 8, "image_id": 999, "category_id": 5, "bbox": [5, 5, 10, 40]},
                  {"id": 9, "image_id": 70, "category_id": 5, "bbox": [150, 250, 80, 90], "text": ""},
                  {"id": 10, "image_id": 70, "category_id": 5, "bbox": [0, 0, 200, 300], "iscrowd": 1}]}
                """));
        assertThat(balance.in()).isEqualTo(10);
        assertThat(balance.out()).isEqualTo(4);
        assertThat(codes(balance))
                .containsExactlyInAnyOrder(
                        "exchange.not-a-formula",
                        "exchange.bad-row",
                        "exchange.bad-row",
                        "exchange.no-such-image",
                        "exchange.clipped",
                        "exchange.crowd",
                        "exchange.page-missing");
        assertThat(balance.leftOut())
                .anySatisfy(each -> assertThat(each.item()).isEqualTo("instances.json:9 annotation 4"));
        assertThat(regions("수학.png"))
                .extracting(FormulaRegion::box, FormulaRegion::kind, FormulaRegion::latex)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                new Box(10, 20, 40.5, 60), FormulaKind.DISPLAY, Optional.of("\\frac12")),
                        org.assertj.core.groups.Tuple.tuple(
                                new Box(50, 20, 80, 60), FormulaKind.INLINE, Optional.of("x")),
                        org.assertj.core.groups.Tuple.tuple(
                                new Box(150, 250, 200, 300), FormulaKind.DISPLAY, Optional.of("")));
        assertThat(Samples.page(store, "empty.png").state()).isEqualTo(LabelState.UNTOUCHED);
    }

    /** Raw 300×200, orientation 6: upright 200×300. The mark [30,60)×[20,40) of the raw frame. */
    @ParameterizedTest
    @CsvSource({
        "300,200, 160,30,180,60, exchange.frame-turned",
        "200,300, 30,20,60,40, none",
        "400,600, 15,10,30,20, exchange.frame-scaled"
    })
    void bringsBoxesIntoTheUprightFrame(
            int width, int height, double left, double top, double right, double bottom, String code) {
        Samples.write(files, "photo.jpg", Samples.jpeg(300, 200, 5, 6));
        Balance balance = read(Samples.write(
                files,
                "a.json",
                """
                {"images": [{"id": 1, "file_name": "photo.jpg", "width": %d, "height": %d}],
                 "categories": [{"id": 1, "name": "formula"}],
                 "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [30, 20, 30, 20]}]}
                """
                        .formatted(width, height)));
        assertThat(codes(balance)).isEqualTo(code.equals("none") ? List.of() : List.of(code));
        assertThat(regions("photo.jpg").get(0).box()).isEqualTo(new Box(left, top, right, bottom));
    }

    @Test
    void refusesBoxesOfAnotherPicture() {
        Balance balance = read(
                Samples.write(
                        files,
                        "a.json",
                        """
                {"images": [{"id": 1, "file_name": "수학.png", "width": 640, "height": 480}],
                 "categories": [{"id": 1, "name": "formula"}],
                 "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [30, 20, 30, 20]}]}
                """));
        assertThat(balance.out()).isZero();
        assertThat(codes(balance)).containsExactly("exchange.frame");
    }

    @Test
    void takesCocoResultsAsProposalsAndLeavesPeoplesLabels() {
        Page page = Samples.page(store, "수학.png");
        Samples.draw(store, page, new Box(10, 10, 60, 30), Optional.of("y"));
        Samples.write(
                files,
                "truth.json",
                """
                {"images": [{"id": 12, "file_name": "수학.png", "width": 200, "height": 300}],
                 "categories": [{"id": 1, "name": "inline"}], "annotations": []}
                """);
        Path results = Samples.write(
                files,
                "results.json",
                """
                [{"image_id": 12, "category_id": 1, "bbox": [11, 10, 50, 20], "score": 0.75},
                 {"image_id": 12, "category_id": 1, "bbox": [11, 100, 50, 20], "score": 7}]
                """);
        Balance balance = read(results);
        assertThat(balance.in()).isEqualTo(2);
        assertThat(balance.out()).isEqualTo(1);
        List<FormulaRegion> proposals = store.regions().ofPage(page.id(), Layer.PROPOSAL);
        assertThat(proposals).hasSize(1);
        assertThat(proposals.get(0).origin().orElseThrow().score()).isEqualTo(0.75);
        assertThat(store.regions().ofPage(page.id(), Layer.HUMAN)).hasSize(1);

        Path alone = Samples.write(folder.resolve("alone"), "results.json", "[{\"image_id\": 1, \"bbox\": [1,1,2,2]}]");
        assertThat(catchThrowableOfType(ProblemException.class, () -> read(alone))
                        .problem()
                        .code())
                .isEqualTo("exchange.results-need-annotations");
    }

    @Test
    void neverChangesALabelThatSomeoneMade() {
        Page page = Samples.page(store, "수학.png");
        FormulaRegion drawn = Samples.draw(store, page, new Box(10, 10, 60, 30), Optional.of("a+b"));
        FormulaRegion empty = Samples.draw(store, page, new Box(10, 100, 60, 130), Optional.empty());
        Balance balance = read(Samples.write(
                files,
                "labels.jsonl",
                """
                {"image": "수학.png", "width": 200, "height": 300, "split": "test", "regions": [\
                {"id": "%s", "box": [10, 10, 60, 30], "kind": "inline", "latex": "changed"},\
                {"box": [10, 10.5, 60, 30], "kind": "display", "latex": "a-b"},\
                {"box": [10, 100, 60, 130], "kind": "display", "latex": "new"}]}
                """
                        .formatted(drawn.id())));
        assertThat(balance.out()).isEqualTo(1);
        assertThat(codes(balance)).containsExactly("exchange.differs", "exchange.differs");
        assertThat(store.regions().find(drawn.id()).orElseThrow().latex()).contains("a+b");
        assertThat(store.regions().find(empty.id()).orElseThrow().latex()).contains("new");
        assertThat(store.pages().find(page.id()).orElseThrow().split()).isEqualTo(Split.TEST);
        store.undo();
        assertThat(store.regions().find(empty.id()).orElseThrow().latex()).isEmpty();
    }

    @Test
    void readsJsonLinesRowByRow() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(
                "\uFEFF{\"image\": \"수학.png\", \"width\": 200, \"height\": 300, \"regions\": [{\"box\": [1,2,3,4], \"latex\": null}]}\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        bytes.writeBytes("{broken\n\n{\"image\": \"수학.png\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {'{', (byte) 0xFF, '}', '\n'});
        bytes.writeBytes(
                "{\"image\": \"../../etc/passwd\", \"regions\": []}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path file = Samples.write(files, "labels.jsonl", bytes.toByteArray());
        Balance balance = read(file);
        assertThat(balance.in()).isEqualTo(5);
        assertThat(balance.out()).isEqualTo(1);
        assertThat(balance.leftOut())
                .extracting(each -> each.item())
                .containsExactly("labels.jsonl:2", "labels.jsonl:4", "labels.jsonl:5", "labels.jsonl:6");
        assertThat(regions("수학.png").get(0).latex()).isEmpty();
    }

    @Test
    void readsPpocrlabelWithItsTraps() {
        Path set = files.resolve("set");
        Samples.png(set, "a.png", 100, 100, 21);
        Samples.png(set, "b.png", 100, 100, 22);
        Samples.png(set, "c.png", 100, 100, 23);
        Samples.write(set, "fileState.txt", "/old/place/set/a.png\t1\n/old/place/set/c.png\t1\n");
        Path label = Samples.write(
                set,
                "Label.txt",
                "set/a.png\t[{\"transcription\": \"\\\\text{true} a\\tb\", \"points\": [[10, 10], [50, 10], [50, 30],"
                        + " [10, 30]], \"difficult\": true}, {\"transcription\": \"###\", \"points\": [[10, 40], [50, 40],"
                        + " [50, 60], [10, 60]], \"difficult\": false}, {\"transcription\": \"TEMPORARY\", \"points\":"
                        + " [[60, 10], [90, 15], [90, 35], [60, 30]], \"key_cls\": \"isolated_formula\"}]\n"
                        + "set/b.png\t[{\"transcription\": \"x\", \"points\": [[1, 1], [9, 1], [9, 9], [1, 9]]}]\n"
                        + "set/c.png\t[]\n"
                        + "set/missing.png\t[{\"transcription\": \"x\", \"points\": [[1, 1], [9, 1], [9, 9], [1, 9]]}]\n"
                        + "no tab at all\n");
        Balance balance = read(label);
        assertThat(balance.in()).isEqualTo(7);
        assertThat(balance.out()).isEqualTo(5);
        assertThat(codes(balance))
                .containsExactlyInAnyOrder(
                        "exchange.placeholder", "exchange.slanted", "exchange.page-missing", "exchange.bad-row");
        List<FormulaRegion> a = regions("a.png");
        assertThat(a)
                .extracting(FormulaRegion::latex)
                .containsExactly(Optional.of("\\text{true} a\tb"), Optional.empty(), Optional.empty());
        assertThat(a.get(0).tags()).containsExactly("difficult");
        assertThat(a.get(1).flags()).isEqualTo(Set.of(RegionFlag.ILLEGIBLE));
        assertThat(a.get(2).box()).isEqualTo(new Box(60, 10, 90, 35));
        assertThat(a.get(2).kind()).isEqualTo(FormulaKind.DISPLAY);
        assertThat(regions("b.png").get(0).tags()).containsExactly("unchecked");
        assertThat(Samples.page(store, "c.png").state()).isEqualTo(LabelState.LABELED);
    }

    @Test
    void readsYoloAndTellsNotLabeledFromNoFormulas() {
        for (int i = 1; i <= 3; i++) {
            Samples.png(files, "images/train/p" + i + ".png", 100, 200, 30 + i);
        }
        Samples.write(
                files,
                "labels/train/p1.txt",
                "0 0.5 0.25 0.5 0.1\n1 0.5 0.75 1.0000001 0.1 0.9\n0 1 2 3 4 5 6 7 8\nx\n");
        Samples.write(files, "labels/train/p2.txt", "");
        Path yaml = Samples.write(
                files,
                "data.yaml",
                "path: /somewhere/else\ntrain: images/train\nval: images/val\nnames: [inline, display]\n");
        Balance balance = read(yaml);
        assertThat(balance.in()).isEqualTo(6);
        assertThat(balance.out()).isEqualTo(4);
        assertThat(codes(balance)).contains("exchange.folder-missing", "exchange.bad-row");
        assertThat(store.regions()
                        .ofPage(Samples.page(store, "p1.png").id(), Layer.HUMAN)
                        .get(0)
                        .box())
                .isEqualTo(new Box(25, 40, 75, 60));
        assertThat(store.regions().ofPage(Samples.page(store, "p1.png").id(), Layer.PROPOSAL))
                .hasSize(1);
        assertThat(Samples.page(store, "p2.png").state()).isEqualTo(LabelState.LABELED);
        assertThat(Samples.page(store, "p3.png").state()).isEqualTo(LabelState.UNTOUCHED);
        assertThat(Samples.page(store, "p1.png").split()).isEqualTo(Split.TRAIN);
    }

    @Test
    void readsLabelmeShapesWithTheirDescription() {
        Balance balance = read(
                Samples.write(
                        files,
                        "수학.json",
                        """
                {"version": "5.4.1", "flags": {}, "imagePath": "..\\\\source\\\\수학.png", "imageHeight": 300, "imageWidth": 200,
                 "shapes": [{"label": "formula", "points": [[60, 40], [10, 20]], "shape_type": "rectangle", "description": "a\\\\b"},
                            {"label": "table", "points": [[60, 40], [10, 20]], "shape_type": "rectangle"},
                            {"label": "inline", "points": [[1, 1], [9, 5], [5, 9]], "shape_type": "polygon", "score": 0.5}]}
                """));
        assertThat(balance.in()).isEqualTo(3);
        assertThat(codes(balance)).containsExactlyInAnyOrder("exchange.not-a-formula", "exchange.slanted");
        assertThat(regions("수학.png"))
                .extracting(FormulaRegion::box, FormulaRegion::layer)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(new Box(10, 20, 60, 40), Layer.HUMAN),
                        org.assertj.core.groups.Tuple.tuple(new Box(1, 1, 9, 9), Layer.PROPOSAL));
        assertThat(store.regions()
                        .search(SliceQuery.parse("kind:display"))
                        .get(0)
                        .latex())
                .contains("a\\b");
    }

    @Test
    void readsLabelStudioPercentsTurnedAboutTheirCorner() {
        Balance balance = read(
                Samples.write(
                        files,
                        "tasks.json",
                        """
                [{"id": 7, "data": {"ocr": "/data/upload/3/0a1b2c3d-수학.png"}, "annotations": [
                   {"id": 1, "was_cancelled": true, "result": [{"id": "x", "value": {"x": 0, "y": 0, "width": 9, "height": 9}}]},
                   {"id": 2, "result": [
                     {"id": "a", "type": "rectanglelabels", "original_width": 200, "original_height": 300,
                      "value": {"x": 50, "y": 10, "width": 20, "height": 10, "rotation": 90, "rectanglelabels": ["Formula"]}},
                     {"id": "a", "type": "textarea", "original_width": 200, "original_height": 300,
                      "value": {"x": 50, "y": 10, "width": 20, "height": 10, "text": ["\\\\frac{1}{2}"]}}]}]}]
                """));
        assertThat(balance.out()).isEqualTo(1);
        assertThat(codes(balance)).containsExactly("exchange.slanted");
        FormulaRegion region = regions("수학.png").get(0);
        assertThat(region.latex()).contains("\\frac{1}{2}");
        // 100,30 is the corner; turned by 90° clockwise, the 40×30 box lies to its left.
        assertThat(region.box().iou(new Box(70, 30, 100, 70))).isGreaterThan(0.999);
    }

    @Test
    void refusesVideosAndEntitiesInXml() {
        Path video =
                Samples.write(files, "v.xml", "<?xml version=\"1.0\"?><annotations><track id=\"0\"/></annotations>");
        assertThat(catchThrowableOfType(ProblemException.class, () -> read(video))
                        .problem()
                        .code())
                .isEqualTo("exchange.video");
        Path bomb = Samples.write(
                files,
                "b.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM"
                        + " \"file:///etc/passwd\">]><annotation><filename>&x;</filename></annotation>");
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> LabelImporter.importLabels(
                                        store,
                                        bomb,
                                        Optional.of(ExchangeFormats.named("voc")),
                                        ImportOptions.DEFAULT,
                                        Progress.SILENT))
                        .problem()
                        .code())
                .isEqualTo("exchange.syntax");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Path file = Samples.write(files, "notes.txt", "Dear reader");
        assertThat(catchThrowableOfType(ProblemException.class, () -> read(file))
                        .problem()
                        .code())
                .isEqualTo("exchange.unknown-format");
        Path broken = Samples.write(files, "a.json", "{\"images\": [{\"id\": 1,\n");
        var problem =
                catchThrowableOfType(ProblemException.class, () -> read(broken)).problem();
        assertThat(problem.code()).isEqualTo("exchange.syntax");
        assertThat(problem.where()).endsWith("a.json:2");
        assertThat(store.pages().count(SliceQuery.ALL)).isEqualTo(1);
        assertThat(catchThrowableOfType(ProblemException.class, () -> ExchangeFormats.named("word"))
                        .problem()
                        .facts())
                .extractingByKey("formats")
                .asString()
                .contains("coco");
    }
}
