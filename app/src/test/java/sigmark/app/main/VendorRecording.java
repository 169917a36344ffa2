package sigmark.app.main;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.geometry.Bounds;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.Destination;
import sigmark.app.canvas.PageCanvas;
import sigmark.app.canvas.Viewport;
import sigmark.app.guide.GuideWorkbench;
import sigmark.app.label.LabelWorkbench;
import sigmark.app.work.Keys;
import sigmark.inference.page.Box;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.file.PackageReader;
import sigmark.labeling.edit.Author;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.PageImporter;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.packing.PackageOrder;
import sigmark.labeling.packing.StoredGuide;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.guide.GuideStore;

/**
 * Makes the sample's two returns anew, through the real window: a package is opened as a labeler would, each box drawn
 * with the mouse, each formula typed, questions asked, pages submitted, the package handed in. Run with
 * {@code -Dtest=VendorRecording}; what comes back is written into {@code src-resources/sample/vendors}.
 */
class VendorRecording {
    private static final Path SAMPLE =
            Path.of("../src-resources/sample").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private HandClock clock;
    private HumanSlips slips;
    private Random pace;
    private FlowWindow flow;
    /** Whether the kind is set of each formula, and not only of displays. */
    private boolean careful;
    /** How many examples of the quiz are judged wrongly. */
    private int wrongInQuiz;

    /** A formula as it is on the page. */
    private record Formula(Box box, boolean display, String latex) {}

    /** What is asked of a formula once it is labeled. */
    private record Asked(String latex, String words, boolean blocking) {}

    @Test
    void seoyeonKim() throws Exception {
        slips = new HumanSlips(17, 0.02, 0, 0.7);
        careful = true;
        wrongInQuiz = 1;
        pace = new Random(170);
        clock = new HandClock(Instant.parse("2026-11-18T00:10:00Z"));
        record(
                "seoyeon-kim",
                "김서연",
                "한빛데이터",
                List.of("17", "18", "19", "06"),
                List.of(
                        new Asked("(p, q)", "좌표를 나타내는 괄호도 수식 상자에 넣습니까?", false),
                        new Asked(
                                "\\log_{a}\\frac{M}{N}=\\log_{a} M-\\log_{a} N, \\quad\\log_{a} M^{k}=k\\log_{a} M",
                                "한 줄에 쉼표로 이어진 두 수식은 상자 하나입니까, 둘입니까?",
                                false)));
    }

    @Test
    void jamesPark() throws Exception {
        slips = new HumanSlips(23, 0.22, 0.35, 2.2);
        wrongInQuiz = 3;
        pace = new Random(230);
        clock = new HandClock(Instant.parse("2026-11-19T05:30:00Z"));
        record(
                "james-park",
                "James Park",
                "Northgate Labeling",
                List.of("17", "19", "20", "07"),
                List.of(
                        new Asked(
                                "Z=\\frac{X-np}{\\sqrt{np(1-p)}}",
                                "The root reaches below the line of the fraction. Does the box follow the root?",
                                false),
                        new Asked("\\mathbf{b}", "Is a bold letter alone in a sentence a formula?", true)));
    }

    private void record(String name, String labeler, String vendor, List<String> pages, List<Asked> questions)
            throws Exception {
        Map<String, List<Formula>> truth = truth();
        Path sent = send(name, labeler, vendor, pages);
        flow = new FlowWindow(
                preferences -> preferences.withPerson(labeler),
                List.of(workspace -> new LabelWorkbench(workspace, clock::nanos), GuideWorkbench::new),
                clock);
        try {
            flow.open(sent);
            quiz(name);
            List<Page> listed = FlowWindow.on(() -> store().pages().list(SliceQuery.ALL));
            for (int i = 0; i < listed.size(); i++) {
                clock.pass(i == 2 ? 420 : slips.seconds(8));
                show(listed.get(i));
                for (Formula formula : truth.get(listed.get(i).name())) {
                    label(formula, questions);
                }
                submit(listed.get(i));
            }
            Path back = folder.resolve("back.sigpack");
            handIn(back);
            keep(back, name);
        } finally {
            flow.close();
        }
    }

    /** Takes the guide's quiz by key; the first examples are judged wrongly. */
    private void quiz(String name) throws Exception {
        flow.until("the first steps are said", () -> flow.shows("#first-steps"));
        clock.pass(slips.seconds(60));
        flow.press(KeyCode.ENTER);
        for (int i = 0; !flow.shows("#quiz-end"); i++) {
            flow.until(
                    "an example is shown",
                    () -> flow.shows("#quiz-end") || flow.shows("#quiz-card") && !flow.shows("#quiz-verdict"));
            if (flow.shows("#quiz-end")) {
                break;
            }
            boolean good =
                    ((GuideExample) flow.robot.lookup("#quiz-card").query().getUserData()).good();
            clock.pass(slips.seconds(12));
            flow.press(good == (i >= wrongInQuiz) ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
            flow.until("the rule is shown", () -> flow.shows("#quiz-verdict"));
            clock.pass(slips.seconds(6));
            flow.press(KeyCode.ENTER);
        }
        Map<String, byte[]> results = FlowWindow.on(() -> new StoredGuide().results(store()));
        for (byte[] result : results.values()) {
            Files.write(SAMPLE.resolve("vendors").resolve(name + "-quiz.json"), result);
        }
        flow.press(KeyCode.ENTER);
        flow.until("the first page is there", () -> flow.shows("#page-canvas"));
    }

    /** The second labeler's quiz alone, without labels. */
    @Test
    void jamesParksQuiz() throws Exception {
        slips = new HumanSlips(23, 0.22, 0.35, 2.2);
        wrongInQuiz = 3;
        clock = new HandClock(Instant.parse("2026-11-19T05:10:00Z"));
        Path sent = send("james-quiz", "James Park", "Northgate Labeling", List.of("07"));
        flow = new FlowWindow(preferences -> preferences.withPerson("James Park"), Benches.all(), clock);
        try {
            flow.open(sent);
            quiz("james-park");
        } finally {
            flow.close();
        }
    }

    private static Map<String, List<Formula>> truth() throws Exception {
        Map<String, List<Formula>> truth = new HashMap<>();
        for (Path file : List.of(SAMPLE.resolve("labels.jsonl"), SAMPLE.resolve("vendors/labels.jsonl"))) {
            for (String line : Files.readAllLines(file)) {
                JsonNode page = JSON.readTree(line);
                List<Formula> formulas = new ArrayList<>();
                for (JsonNode each : page.path("regions")) {
                    JsonNode at = each.path("box");
                    formulas.add(new Formula(
                            new Box(
                                    at.get(0).asDouble(),
                                    at.get(1).asDouble(),
                                    at.get(2).asDouble(),
                                    at.get(3).asDouble()),
                            each.path("kind").asText().equals("display"),
                            each.path("latex").asText()));
                }
                truth.put(page.path("image").asText().replace("pages/", ""), formulas);
            }
        }
        return truth;
    }

    private Path send(String name, String labeler, String vendor, List<String> numbers) throws Exception {
        List<Path> images = new ArrayList<>();
        for (Path place : List.of(SAMPLE.resolve("vendors/pages"), SAMPLE.resolve("pages"))) {
            try (var files = Files.list(place)) {
                files.filter(file ->
                                numbers.contains(file.getFileName().toString().substring(0, 2)))
                        .sorted(Comparator.naturalOrder())
                        .forEach(images::add);
            }
        }
        Path file = folder.resolve(name + ".sigpack");
        try (ProjectStore project = ProjectStore.create(folder.resolve(name), "Sample", new Author("Lee"), clock)) {
            new GuideStore(project).adoptShipped();
            PageImporter.importPages(project, images, ImportOptions.DEFAULT, Progress.SILENT);
            PackageOrder plain = PackageOrder.untouched("Slides", labeler);
            new Keys(folder.resolve("keys"))
                    .out(project)
                    .send(
                            new PackageOrder(
                                    plain.name(),
                                    labeler,
                                    vendor,
                                    plain.query(),
                                    0,
                                    0,
                                    0,
                                    plain.labels(),
                                    false,
                                    plain.deadline(),
                                    ""),
                            file,
                            Progress.SILENT);
        }
        return file;
    }

    private ProjectStore store() {
        return flow.window()
                .shell()
                .projectProperty()
                .get()
                .orElseThrow()
                .workspace()
                .store();
    }

    private void show(Page page) throws Exception {
        FlowWindow.on(() -> {
            flow.window().shell().go(Destination.of("label").page(page.id()));
            return true;
        });
        flow.until(
                "the page is shown",
                () -> flow.shows("#page-canvas")
                        && flow.robot
                                .lookup(".page-number")
                                .queryLabeled()
                                .getText()
                                .startsWith(place(page) + " /"));
        WaitForAsyncUtils.waitForFxEvents();
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT0);
    }

    private int place(Page page) {
        List<String> ids = store().pages().ids(SliceQuery.ALL);
        return ids.indexOf(page.id()) + 1;
    }

    private void label(Formula formula, List<Asked> questions) throws Exception {
        if (slips.passesOver(formula.latex()) && !asked(formula, questions)) {
            return;
        }
        clock.pass(slips.seconds(2.2));
        draw(slips.drawn(formula.box()));
        String typed = asked(formula, questions) ? formula.latex() : slips.typed(formula.latex());
        for (int i = 0; i < typed.length(); i++) {
            clock.pass(slips.seconds(0.28));
            flow.robot.write(typed.charAt(i));
        }
        if (formula.display() || careful) {
            clock.pass(slips.seconds(0.9));
            flow.press(KeyCode.ALT, formula.display() ? KeyCode.B : KeyCode.I);
        }
        clock.pass(slips.seconds(1.6));
        flow.press(KeyCode.ESCAPE);
        for (Asked question : questions) {
            if (question.latex().equals(formula.latex())) {
                ask(question);
            }
        }
    }

    private static boolean asked(Formula formula, List<Asked> questions) {
        return questions.stream().anyMatch(one -> one.latex().equals(formula.latex()));
    }

    private void draw(Box box) throws Exception {
        PageCanvas canvas = flow.robot.lookup("#page-canvas").queryAs(PageCanvas.class);
        FlowWindow.on(() -> {
            canvas.requestFocus();
            return true;
        });
        flow.press(KeyCode.R);
        Viewport view = FlowWindow.on(() -> canvas.viewportProperty().get());
        Bounds at = flow.robot.bounds(canvas).query();
        Box on = view.toScreen(box);
        int before = regions();
        flow.robot
                .moveTo(at.getMinX() + on.left(), at.getMinY() + on.top())
                .press(MouseButton.PRIMARY)
                .moveTo(at.getMinX() + on.centerX(), at.getMinY() + on.centerY())
                .moveTo(at.getMinX() + on.right(), at.getMinY() + on.bottom())
                .release(MouseButton.PRIMARY);
        flow.until("the box is there", () -> regions() > before);
    }

    private int regions() {
        return store().regions().count(SliceQuery.ALL);
    }

    private void ask(Asked question) throws Exception {
        clock.pass(slips.seconds(4));
        int before = questions();
        String page = store().pages()
                .ids(SliceQuery.ALL)
                .get(Integer.parseInt(flow.robot
                                .lookup(".page-number")
                                .queryLabeled()
                                .getText()
                                .split(" ")[0])
                        - 1);
        flow.until(
                "it is saved",
                () -> flow.robot.lookup("#save-state").queryLabeled().getText().equals("Saved"));
        String region = store().regions().ofPage(page, Layer.HUMAN).stream()
                .max(Comparator.comparing(each -> each.provenance().createdAt()))
                .orElseThrow()
                .id();
        FlowWindow.on(() -> {
            flow.window()
                    .shell()
                    .go(Destination.of("guide").query("questions").page(page).region(region));
            return true;
        });
        flow.until("the question can be typed", () -> flow.shows("#question-text"));
        clock.pass(slips.seconds(20));
        type("#question-text", question.words());
        if (question.blocking()) {
            FlowWindow.on(() -> {
                flow.robot
                        .lookup("#questions-page .check-box")
                        .queryAs(javafx.scene.control.CheckBox.class)
                        .setSelected(true);
                return true;
            });
        }
        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
        flow.until("the question is kept", () -> questions() > before);
        FlowWindow.on(() -> {
            flow.window().shell().go(Destination.of("label").page(page).region(region));
            return true;
        });
        flow.until("the page is back", () -> flow.shows("#page-canvas"));
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT0);
    }

    private int questions() {
        return new QuestionStore(store()).list().size();
    }

    private void type(String field, String text) {
        FlowWindow.on(() -> {
            TextInputControl control = flow.robot.lookup(field).queryTextInputControl();
            control.requestFocus();
            control.setText(text);
            return true;
        });
    }

    private void submit(Page page) throws Exception {
        clock.pass(slips.seconds(3) + pace.nextInt(4));
        flow.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);
        flow.until("the page is submitted", () -> store().pages()
                .find(page.id())
                .filter(now -> now.state() == LabelState.SUBMITTED)
                .isPresent());
    }

    private void handIn(Path file) throws Exception {
        FlowWindow.on(() -> {
            flow.window().shell().go(Destination.of("guide").query("hand-in"));
            return true;
        });
        flow.until("the hand-in page is shown", () -> flow.shows("#hand-in-file"));
        type("#hand-in-file", file.toString());
        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
        flow.until("the return is there", () -> Files.exists(file));
        flow.until("nothing runs", () -> flow.window().desk().jobs().running().isEmpty());
    }

    private static void keep(Path back, String name) throws Exception {
        Path place = SAMPLE.resolve("vendors");
        try (PackageReader reader = new PackageReader(back)) {
            for (String entry : List.of("labels.jsonl", "questions.jsonl")) {
                String kept = entry.equals("labels.jsonl") ? "return" : "questions";
                Files.writeString(
                        place.resolve(name + "-" + kept + ".jsonl"),
                        new String(reader.bytes(entry), StandardCharsets.UTF_8));
            }
        }
    }
}
