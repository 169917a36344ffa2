package sigmark.labeling.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.SetSplits;
import sigmark.labeling.edit.TurnPage;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** What is exported and imported again is the same: boxes bit by bit, LaTeX byte by byte, and all that goes with them. */
class RoundTripTest {
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\\frac{a}{b}",
            "a\tb",
            "a\nb\r\nc",
            "\"quoted\" 'single' \\\"both\\\"",
            "x & y < z > w",
            "\\text{true} \\text{null} false",
            "\\text{넓이} = 가",
            "\\begin{cases} 1 & x>0 \\\\ 0 \\end{cases}",
            "\u0000\u0001\u001f",
            "]]>&amp;&#10;<!--",
            "#1 ### *",
            "😀\u2028\u2029\uFEFF",
            "C:\\new\\table\\u0041",
            "NaN",
            "  both ends  ");

    @TempDir
    Path folder;

    private ProjectStore labeled(long seed) {
        ProjectStore store = Samples.project(folder.resolve("from"));
        Path source = folder.resolve("source");
        Samples.png(source, "plain.png", 200, 300, 1);
        Samples.write(source, "photo 사진.jpg", Samples.jpeg(300, 200, 2, 6));
        Samples.write(source, "script.pdf", Samples.pdf(2));
        Samples.png(source, "a/same.png", 90, 90, 3);
        Samples.png(source, "b/same.png", 90, 90, 4);
        Samples.png(source, "empty.png", 90, 90, 5);
        PageImporter.importPages(store, List.of(source), ImportOptions.DEFAULT, Progress.SILENT);
        var random = new Random(seed);
        List<Edit> edits = new ArrayList<>();
        edits.add(new TurnPage(Samples.page(store, "same.png").id(), 1));
        int next = 0;
        for (Page page : store.pages().list(SliceQuery.ALL)) {
            edits.add(new SetSplits(page.id(), Split.values()[random.nextInt(4)]));
            FormulaRegion last = null;
            for (int i = 0; i < 7 && !page.name().equals("empty.png"); i++) {
                FormulaRegion region = region(page, i, Optional.of(NASTY.get(next++ % NASTY.size())), random);
                if (last != null && random.nextBoolean()) {
                    region = region.withPieceOf(Optional.of(last.id()));
                }
                edits.add(new DrawRegion(i == 3 ? region.withLatex(Optional.empty()) : region));
                last = region;
            }
        }
        store.apply(new Compound(edits, "paste"), 0);
        return store;
    }

    private static FormulaRegion region(Page page, int i, Optional<String> latex, Random random) {
        double left = random.nextDouble() * page.width() / 2;
        double top = page.height() * (i + random.nextDouble() / 2) / 8;
        Box box = new Box(left, top, left + 1 + random.nextDouble() * page.width() / 3, top + page.height() / 17.0);
        FormulaRegion region = FormulaRegion.drawn(
                        page.id(), box, FormulaKind.values()[random.nextInt(4)], Writing.values()[random.nextInt(2)])
                .withLatex(latex)
                .withState(LabelState.values()[1 + random.nextInt(4)]);
        return random.nextBoolean()
                ? region
                : region.withFlags(Set.of(RegionFlag.CUT_OFF)).withTags(Set.of("exam", "b c"));
    }

    private static Balance export(ProjectStore store, String format, Path target, ExportOptions options) {
        return LabelExporter.export(store, ExchangeFormats.named(format), target, options, Progress.SILENT);
    }

    private static Balance importAll(ProjectStore store, Path... paths) {
        return AnyImporter.importAll(store, List.of(paths), Optional.empty(), ImportOptions.DEFAULT, Progress.SILENT);
    }

    /** All that a region says, by the place in its page's reading order; ids of their own project aside. */
    private static Map<String, List<String>> content(ProjectStore store) {
        Map<String, List<String>> content = new TreeMap<>();
        for (Page page : store.pages().list(SliceQuery.ALL)) {
            List<FormulaRegion> regions = store.regions().ofPage(page.id(), Layer.HUMAN);
            Map<String, Integer> places = new TreeMap<>();
            regions.forEach(region -> places.put(region.id(), places.size()));
            List<String> lines = new ArrayList<>();
            lines.add(page.width() + "×" + page.height() + " " + page.split());
            for (FormulaRegion r : regions) {
                lines.add("%s %s %s %s %s %s %s %s"
                        .formatted(
                                r.box(),
                                r.kind(),
                                r.writing(),
                                r.latex().map(l -> l.codePoints().boxed().toList()),
                                r.state(),
                                r.flags(),
                                r.tags().stream().sorted().toList(),
                                r.pieceOf().map(places::get)));
            }
            content.put(lines.get(0) + " " + (lines.size() > 1 ? lines.get(1) : ""), lines);
        }
        return content;
    }

    /** Compares line by line, so that a failure names one region and not a thousand. */
    private static void assertSame(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((page, lines) -> {
            assertThat(actual.get(page)).as(page).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(actual.get(page).get(i)).as(page).isEqualTo(lines.get(i));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "coco", "labelstudio"})
    void bringsEverythingBackInANewProject(String format) {
        try (ProjectStore from = labeled(1);
                ProjectStore to = Samples.project(folder.resolve("to"))) {
            Balance out = export(from, format, folder.resolve("out"), ExportOptions.DEFAULT);
            assertThat(out).isEqualTo(new Balance(43, 43, List.of()));
            Balance in = importAll(to, folder.resolve("out"));
            assertThat(in.in()).isEqualTo(43);
            assertThat(in.out()).isEqualTo(43);
            assertThat(in.leftOut())
                    .allSatisfy(each -> assertThat(each.reason().code()).isEqualTo("exchange.near-duplicate"));
            assertSame(content(to), content(from));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "coco", "labelstudio"})
    void findsEverythingThereAlreadyInTheSameProject(String format) {
        try (ProjectStore from = labeled(2)) {
            export(from, format, folder.resolve("out"), ExportOptions.DEFAULT);
            var before = content(from);
            long revision = from.info().revision();
            Balance in = importAll(from, folder.resolve("out"));
            assertThat(in.out()).isEqualTo(1); // the page without regions
            assertThat(in.leftOut())
                    .allSatisfy(each -> assertThat(each.reason().code()).isEqualTo("exchange.already-there"));
            assertSame(content(from), before);
            assertThat(from.info().revision()).isEqualTo(revision);
            assertThat(from.pages().count(SliceQuery.ALL)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "coco", "labelstudio"})
    void keepsEveryTextAndBoxWhateverTheyAre(String format) {
        var random = new Random(3);
        try (ProjectStore from = Samples.projectWithPage(folder, "page.png");
                ProjectStore to = Samples.project(folder.resolve("to"))) {
            Page page = Samples.page(from, "page.png");
            List<Edit> edits = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                edits.add(new DrawRegion(region(page, i % 8, Optional.of(randomText(random)), random)
                        .withTags(Set.of())));
            }
            from.apply(new Compound(edits, "paste"), 0);
            export(from, format, folder.resolve("out"), ExportOptions.DEFAULT);
            importAll(to, folder.resolve("out"));
            assertSame(content(to), content(from));
        }
    }

    private static String randomText(Random random) {
        String characters = "\\{}[]^_&<>\"'/ \t\n\r$%#~,;:|가힣ㄱαβ∑x1\u0000\u007f\u0085\u200b\uFEFF";
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            if (random.nextInt(10) == 0) {
                text.appendCodePoint(0x1F600 + random.nextInt(50));
            } else {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
        }
        return text.toString();
    }

    @Test
    void cutsCropsForTheRecognizerAndTakesTheirTextBack() throws IOException {
        try (ProjectStore from = labeled(4);
                ProjectStore to = Samples.project(folder.resolve("to"))) {
            Path out = folder.resolve("out");
            var options = new ExportOptions(SliceQuery.ALL, ExportOptions.Model.RECOGNIZER, true);
            Balance balance = export(from, "jsonl", out, options);
            assertThat(balance.in()).isEqualTo(42);
            assertThat(balance.out()).isEqualTo(36);
            assertThat(balance.leftOut())
                    .allSatisfy(each -> assertThat(each.reason().code()).isEqualTo("exchange.no-latex"))
                    .hasSize(6);
            assertThat(Files.readAllLines(out.resolve("labels.jsonl"))).hasSize(36);

            // Where the crops come from they are known; elsewhere they are pages of one formula.
            assertThat(importAll(from, out).out()).isZero();
            Balance in = importAll(to, out);
            assertThat(in.out()).isEqualTo(36);
            List<String> texts = to.regions().search(SliceQuery.ALL).stream()
                    .map(region -> region.latex().orElse("none"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            List<String> expected = from.regions().search(SliceQuery.ALL).stream()
                    .flatMap(region -> region.latex().stream())
                    .sorted(Comparator.naturalOrder())
                    .toList();
            assertThat(texts).isEqualTo(expected);
        }
    }

    @Test
    void yoloHoldsBoxesAndKindsAndSaysWhatItCannotHold() throws IOException {
        try (ProjectStore from = labeled(5);
                ProjectStore to = Samples.project(folder.resolve("to"))) {
            Balance out = export(from, "yolo", folder.resolve("out"), ExportOptions.DEFAULT);
            assertThat(out.in()).isEqualTo(43);
            assertThat(out.out()).isEqualTo(42);
            assertThat(out.leftOut())
                    .anySatisfy(each -> assertThat(each.reason().facts())
                            .containsEntry("field", "latex")
                            .containsEntry("count", "6"))
                    .anySatisfy(each -> assertThat(each.reason().code()).isEqualTo("exchange.not-labeled"));
            assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains("\"labeled\" : false");
            importAll(to, folder.resolve("out"));
            assertBoxesNear(to, from);
        }
    }

    private static void assertBoxesNear(ProjectStore to, ProjectStore from) {
        List<FormulaRegion> there = sorted(to);
        List<FormulaRegion> here = sorted(from);
        assertThat(there).hasSameSizeAs(here);
        for (int i = 0; i < here.size(); i++) {
            assertThat(there.get(i).kind()).isEqualTo(here.get(i).kind());
            assertThat(there.get(i).box().iou(here.get(i).box())).isGreaterThan(0.999999);
        }
    }

    private static List<FormulaRegion> sorted(ProjectStore store) {
        return store.regions().search(SliceQuery.ALL).stream()
                .sorted(Comparator.comparingLong(
                        region -> Math.round(region.box().left() * 1e6)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voc", "cvat"})
    void xmlFormatsHoldBoxesKindsAndAllTextThatXmlCanHold(String format) {
        try (ProjectStore from = labeled(7);
                ProjectStore to = Samples.project(folder.resolve("to"))) {
            Balance out = export(from, format, folder.resolve("out"), ExportOptions.DEFAULT);
            assertThat(out.leftOut())
                    .anySatisfy(each -> assertThat(each.reason().facts())
                            .containsEntry("field", "latex")
                            .containsEntry("count", "1"))
                    .anySatisfy(each -> assertThat(each.reason().facts()).containsEntry("field", "flags"));
            importAll(to, folder.resolve("out"));
            assertThat(boxesAndTexts(to)).isEqualTo(boxesAndTexts(from));
        }
    }

    /** Control characters are what XML cannot hold. */
    private static List<String> boxesAndTexts(ProjectStore store) {
        return sorted(store).stream()
                .map(r -> r.box() + " " + r.kind() + " "
                        + r.latex()
                                .filter(latex -> !latex.contains("\u0000"))
                                .map(l -> l.codePoints().boxed().toList()))
                .toList();
    }

    @Test
    void leavesNothingHalfWritten() {
        try (ProjectStore from = labeled(6)) {
            var stopping = new Progress() {
                private long done;

                @Override
                public void update(long done, long total, String item) {
                    this.done = done;
                }

                @Override
                public boolean cancelled() {
                    return done >= 2;
                }
            };
            for (ExchangeFormat format : ExchangeFormats.list()) {
                if (format.writes()) {
                    Path target = folder.resolve("exports/" + format.name());
                    org.assertj.core.api.Assertions.assertThatThrownBy(
                                    () -> LabelExporter.export(from, format, target, ExportOptions.DEFAULT, stopping))
                            .hasMessageContaining("exchange.cancelled");
                }
                stopping.update(0, 0, "");
            }
            try (var left = Files.list(folder.resolve("exports"))) {
                assertThat(left).isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
