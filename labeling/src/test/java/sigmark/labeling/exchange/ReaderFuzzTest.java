package sigmark.labeling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sigmark.inference.page.Box;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/** Label files with random damage: a balance or a problem, and no label of the project changes. */
class ReaderFuzzTest {
    @TempDir
    Path folder;

    record Case(String format, String file, String text) {
        @Override
        public String toString() {
            return format + " " + file;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "jsonl",
                        "labels.jsonl",
                        "{\"image\":\"page.png\",\"width\":200,\"height\":300,\"split\":\"train\",\"tags\":[\"a\"],\"regions\":[{\"id\":\"r1\",\"box\":[10,10,60,30],\"kind\":\"inline\",\"writing\":\"printed\",\"latex\":\"a\\\\b\",\"flags\":[\"cut-off\"],\"pieceOf\":null},{\"id\":\"r2\",\"box\":[10,110,60,130],\"kind\":\"display\",\"latex\":null,\"pieceOf\":\"r1\"}]}\n{\"image\":\"page.png\",\"latex\":\"x\",\"split\":\"test\",\"source\":{\"page\":\"p\",\"region\":\"r\"}}\n"),
                new Case(
                        "coco",
                        "a.json",
                        "{\"images\":[{\"id\":1,\"file_name\":\"page.png\",\"width\":200,\"height\":300}],\"categories\":[{\"id\":1,\"name\":\"inline\"}],\"annotations\":[{\"id\":1,\"image_id\":1,\"category_id\":1,\"bbox\":[10,10,50,20],\"latex\":\"q\",\"score\":0.5},{\"id\":2,\"image_id\":1,\"category_id\":1,\"bbox\":[10,50,50,20]}]}"),
                new Case(
                        "ppocrlabel",
                        "Label.txt",
                        "set/page.png\t[{\"transcription\": \"x\", \"points\": [[10, 10], [60, 10], [60, 30], [10, 30]], \"difficult\": false, \"key_cls\": \"inline\"}]\n"),
                new Case(
                        "labelstudio",
                        "tasks.json",
                        "[{\"id\":1,\"data\":{\"image\":\"page.png\"},\"annotations\":[{\"id\":1,\"result\":[{\"id\":\"a\",\"type\":\"rectanglelabels\",\"original_width\":200,\"original_height\":300,\"value\":{\"x\":5,\"y\":40,\"width\":10,\"height\":5,\"rotation\":10,\"rectanglelabels\":[\"inline\"]}},{\"id\":\"a\",\"type\":\"textarea\",\"value\":{\"text\":[\"x\"]}}]}],\"predictions\":[]}]"),
                new Case(
                        "labelme",
                        "page.json",
                        "{\"version\":\"5\",\"shapes\":[{\"label\":\"inline\",\"points\":[[10,50],[60,70]],\"shape_type\":\"rectangle\",\"description\":\"x\"}],\"imagePath\":\"page.png\",\"imageWidth\":200,\"imageHeight\":300}"),
                new Case(
                        "voc",
                        "page.xml",
                        "<annotation><filename>page.png</filename><size><width>200</width><height>300</height></size><object><name>inline</name><bndbox><xmin>10</xmin><ymin>50</ymin><xmax>60</xmax><ymax>70</ymax></bndbox><latex>x &lt; 1</latex></object></annotation>"),
                new Case(
                        "cvat",
                        "annotations.xml",
                        "<?xml version=\"1.0\"?><annotations><image id=\"0\" name=\"page.png\" width=\"200\" height=\"300\"><box label=\"inline\" xtl=\"10\" ytl=\"50\" xbr=\"60\" ybr=\"70\"><attribute name=\"latex\">x</attribute></box></image></annotations>"),
                new Case("yolo", "data.yaml", "train: images\nval: images\nnames:\n  0: inline\n  1: display\n"),
                new Case("yolo", "labels/page.txt", "0 0.5 0.5 0.2 0.1\n1 0.2 0.2 0.1 0.1 0.7\n"));
    }

    private static byte[] damaged(String text, Random random) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String tokens = "{}[]\",:\\\t\n 0123456789eE.-+null true x\uFEFF\u0000가";
        for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 1; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) tokens.charAt(random.nextInt(tokens.length()));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> {
                    int to = Math.min(bytes.length, at + random.nextInt(40));
                    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - at));
                    System.arraycopy(bytes, to, shorter, at, bytes.length - to);
                    bytes = shorter;
                }
                default -> {
                    byte[] piece = List.of("[[[[[", "1e999", "-1", "\"\"", "null", "{\"a\":", "99999999999999999999")
                            .get(random.nextInt(7))
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
                    System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
                    System.arraycopy(piece, 0, longer, at, piece.length);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    private void fuzz(Case each, long millis, long seed) throws IOException {
        try (ProjectStore store = Samples.projectWithPage(folder, "page.png")) {
            Page page = Samples.page(store, "page.png");
            Samples.draw(store, page, new Box(10, 10, 60, 30), Optional.of("people's"));
            Samples.draw(store, page, new Box(90, 90, 160, 130), Optional.of(""));
            List<FormulaRegion> before = store.regions().ofPage(page.id(), Layer.HUMAN);
            Path files = Files.createDirectories(folder.resolve("files"));
            Samples.png(files.resolve("images"), "page.png", 200, 300, 1);
            cases().forEach(c -> Samples.write(files, c.file(), c.text()));
            Path file = files.resolve(each.format().equals("yolo") ? "data.yaml" : each.file());
            var format = Optional.of(ExchangeFormats.named(each.format()));
            long end = System.nanoTime() + millis * 1_000_000;
            for (long round = 0; System.nanoTime() < end; round++) {
                byte[] bytes = damaged(each.text(), new Random(seed + round));
                Samples.write(files, each.file(), bytes);
                try {
                    LabelImporter.importLabels(store, file, format, ImportOptions.DEFAULT, Progress.SILENT);
                } catch (ProblemException e) {
                    assertThat(e.problem().code()).matches("(exchange|image)\\..*");
                } catch (Throwable e) {
                    fail(
                            "seed %d: %s"
                                    .formatted(
                                            seed + round, new String(bytes, java.nio.charset.StandardCharsets.UTF_8)),
                            e);
                }
                assertThat(store.regions().ofPage(page.id(), Layer.HUMAN))
                        .as("labels after seed %d", seed + round)
                        .containsAll(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersWithABalanceOrAProblem(Case each) throws IOException {
        fuzz(each, 1_500, 1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("long")
    void answersForLong(Case each) throws IOException {
        fuzz(each, 60_000, 1_000_000);
    }
}
