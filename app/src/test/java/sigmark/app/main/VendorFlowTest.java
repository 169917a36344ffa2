package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.Destination;
import sigmark.app.base.Workbench;
import sigmark.app.work.Keys;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.DeliveryState;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.PageImporter;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.QuizSetting;
import sigmark.labeling.packing.PackageOrder;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.guide.GuideStore;
import sigmark.labeling.store.guide.QuizStore;

/** A package goes to a labeler, comes back, is returned, reworked and accepted, all in the window. */
class VendorFlowTest {
    private static final int PAGES = 3;
    private static final int QUIZ = 4;

    @TempDir
    Path folder;

    private FlowWindow flow;
    private Keys keys;

    @BeforeEach
    void send() throws Exception {
        flow = new FlowWindow(preferences -> preferences);
        keys = new Keys(flow.window().home().resolve("data/keys"));
        try (ProjectStore project = ProjectStore.create(folder.resolve("p"), "School", new Author("Kim"))) {
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
                image.createGraphics().fillRect(20 + 40 * i, 20, 60, 30 + 10 * i);
                Path file = folder.resolve("page" + i + ".png");
                ImageIO.write(image, "png", file.toFile());
                files.add(file);
            }
            PageImporter.importPages(project, files, ImportOptions.DEFAULT, Progress.SILENT);
            new GuideStore(project).adoptShipped();
            new QuizStore(project).set(new QuizSetting(0.75, QUIZ));
            keys.out(project)
                    .send(PackageOrder.untouched("Week 47", "A. Kim"), folder.resolve("w.sigpack"), Progress.SILENT);
        }
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void quizLabelAskHandInMergeInspectReturnReworkAccept() throws Exception {
        openPackage("w.sigpack");
        assertThat(benches()).as("a labeler sees no more").containsExactly("label", "guide");
        passQuiz();
        label("1");
        ask("Does the comma belong to the box?");
        handIn("b1.sigpack");

        openProject();
        merge("b1.sigpack");
        assertThat(FlowWindow.on(() -> new QuestionStore(store()).list())).hasSize(1);
        inspect(KeyCode.DIGIT1);
        flow.until("it is returned", () -> delivery().state() == DeliveryState.RETURNED);
        sendAgain("w2.sigpack");

        openPackage("w2.sigpack");
        assertThat(FlowWindow.on(() -> quizDue())).as("nobody passes twice").isFalse();
        assertThat(FlowWindow.on(() -> store().pages().count(SliceQuery.parse("state:returned"))))
                .isEqualTo(PAGES);
        relabel("2");
        handIn("b2.sigpack");

        openProject();
        merge("b2.sigpack");
        inspect(KeyCode.ENTER);
        flow.until("it is accepted", () -> delivery().state() == DeliveryState.ACCEPTED);
        assertThat(FlowWindow.on(() -> store().pages().count(SliceQuery.parse("state:accepted"))))
                .isEqualTo(PAGES);
        showGuide("quality");
        flow.until("the labeler is listed", () -> flow.shows("#labeler-table"));
    }

    @Test
    void conflictsAreShownSideBySideAndDecidedOneByOneAndByRule() throws Exception {
        openPackage("w.sigpack");
        passQuiz();
        label("1");
        handIn("b1.sigpack");
        openProject();
        label("7");
        showGuide("packages");
        type("#return-file", folder.resolve("b1.sigpack").toString());
        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
        flow.until("the key is asked", () -> flow.shows("#trust-key"));
        fire("#trust-key");
        flow.until("conflicts are shown", () -> flow.shows("#conflicts"));
        flow.until("both crops of each are there", () -> crops() == 2 * PAGES);
        assertThat(delivery().state()).as("nothing is merged yet").isEqualTo(DeliveryState.OUT);
        List<ToggleButton> sides = toggles();
        assertThat(sides).hasSize(2 * PAGES);
        FlowWindow.on(() -> {
            toggles().get(1).fire();
            return true;
        });
        assertThat(FlowWindow.on(() -> toggles().get(1).isSelected())).isTrue();
        fire("#conflicts-ours");
        flow.until("it is merged", () -> delivery().state() == DeliveryState.IN);
        List<String> latex = FlowWindow.on(() -> store().pages().list(SliceQuery.ALL).stream()
                .flatMap(page -> store().regions().ofPage(page.id(), Layer.HUMAN).stream())
                .map(region -> region.latex().orElse(""))
                .toList());
        assertThat(latex).as("one theirs, the rest ours").containsExactlyInAnyOrder("x^{1}", "x^{7}", "x^{7}");
    }

    private List<ToggleButton> toggles() {
        return flow.robot.lookup("#conflicts .toggle-button").<ToggleButton>queryAll().stream()
                .toList();
    }

    private long crops() {
        return flow.robot.lookup("#conflicts .conflict-crop").<ImageView>queryAll().stream()
                .filter(picture -> picture.getImage() != null)
                .count();
    }

    private boolean quizDue() {
        return flow.window()
                .shell()
                .projectProperty()
                .get()
                .orElseThrow()
                .workspace()
                .quizDueProperty()
                .get();
    }

    /** The quiz before the first package, by key. */
    private void passQuiz() throws Exception {
        flow.until("the first steps are said", () -> flow.shows("#first-steps"));
        flow.press(KeyCode.ENTER);
        for (int i = 0; i < QUIZ; i++) {
            flow.until("an example is shown", () -> flow.shows("#quiz-card") && !flow.shows("#quiz-verdict"));
            boolean good =
                    ((GuideExample) flow.robot.lookup("#quiz-card").query().getUserData()).good();
            flow.press(good ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
            flow.until("the rule is shown", () -> flow.shows("#quiz-verdict"));
            flow.press(KeyCode.ENTER);
        }
        flow.until("it is passed", () -> flow.shows("#quiz-end") && !quizDue());
        flow.press(KeyCode.ENTER);
        flow.until("the first page is there", () -> flow.shows("#page-canvas"));
    }

    private void openPackage(String name) throws Exception {
        flow.open(folder.resolve(name));
        flow.until("the working copy is open", () -> flow.window()
                .shell()
                .projectProperty()
                .get()
                .flatMap(open -> open.workspace().vendorCopy())
                .isPresent());
        if (name.equals("w2.sigpack")) {
            flow.until("it is the second round", () -> flow.window()
                    .shell()
                    .projectProperty()
                    .get()
                    .flatMap(open -> open.workspace().vendorCopy())
                    .filter(copy -> copy.work().round() == 2)
                    .isPresent());
        }
    }

    private void openProject() throws Exception {
        flow.open(folder.resolve("p"));
        flow.until("the project is open", () -> flow.window()
                .shell()
                .projectProperty()
                .get()
                .filter(open -> open.workspace().vendorCopy().isEmpty())
                .isPresent());
    }

    private List<String> benches() {
        return FlowWindow.on(() -> flow.window().shell().projectProperty().get().orElseThrow().benches().stream()
                .map(Workbench::id)
                .toList());
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

    private void label(String power) {
        FlowWindow.on(() -> {
            for (Page page : store().pages().list(SliceQuery.ALL)) {
                store().apply(
                                new DrawRegion(FormulaRegion.drawn(
                                                page.id(), new Box(20, 20, 80, 50), FormulaKind.INLINE, Writing.PRINTED)
                                        .withLatex(Optional.of("x^{" + power + "}"))),
                                3_000);
                store().apply(new SetPageState(page.id(), LabelState.SUBMITTED), 500);
            }
            return true;
        });
    }

    private void relabel(String power) {
        FlowWindow.on(() -> {
            for (Page page : store().pages().list(SliceQuery.ALL)) {
                for (FormulaRegion region : store().regions().ofPage(page.id(), Layer.HUMAN)) {
                    store().apply(new TypeLatex(region.id(), "x^{" + power + "}"), 3_000);
                }
                store().apply(new SetPageState(page.id(), LabelState.SUBMITTED), 500);
            }
            return true;
        });
    }

    private void showGuide(String page) throws Exception {
        FlowWindow.on(() -> {
            flow.window().shell().go(Destination.of("guide").query(page));
            return true;
        });
        flow.until("the page is shown", () -> flow.shows("#" + page + "-page"));
    }

    private void type(String field, String text) throws Exception {
        flow.until("the field is there", () -> flow.shows(field));
        FlowWindow.on(() -> {
            TextInputControl control = flow.robot.lookup(field).queryTextInputControl();
            control.requestFocus();
            control.setText(text);
            return true;
        });
    }

    private void ask(String words) throws Exception {
        FlowWindow.on(() -> {
            String page = store().pages().ids(SliceQuery.ALL).get(0);
            String region = store().regions().ofPage(page, Layer.HUMAN).get(0).id();
            flow.window()
                    .shell()
                    .go(Destination.of("guide").query("questions").page(page).region(region));
            return true;
        });
        type("#question-text", words);
        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
        flow.until(
                "the question is kept", () -> new QuestionStore(store()).list().size() == 1);
    }

    private void handIn(String name) throws Exception {
        showGuide("hand-in");
        type("#hand-in-file", folder.resolve(name).toString());
        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
        flow.until("the return is there", () -> Files.exists(folder.resolve(name)));
        flow.until("nothing runs", () -> flow.window().desk().jobs().running().isEmpty());
    }

    private void merge(String name) throws Exception {
        showGuide("packages");
        type("#return-file", folder.resolve(name).toString());
        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
        flow.until(
                "it asks or merges",
                () -> flow.shows("#trust-key") || delivery().state() == DeliveryState.IN);
        if (flow.shows("#trust-key")) {
            fire("#trust-key");
        }
        flow.until("it is merged", () -> delivery().state() == DeliveryState.IN);
    }

    private Delivery delivery() {
        return new DeliveryStore(store()).list().get(0);
    }

    private void choosePackage() throws Exception {
        flow.until("the package is listed", () -> !packages().getItems().isEmpty());
        FlowWindow.on(() -> {
            packages().getSelectionModel().clearSelection();
            packages().getSelectionModel().select(0);
            packages().requestFocus();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private ListView<Delivery> packages() {
        return (ListView<Delivery>) flow.robot.lookup("#package-list").query();
    }

    /** Looks at the whole sample, one key an item. */
    private void inspect(KeyCode verdict) throws Exception {
        showGuide("packages");
        choosePackage();
        flow.press(KeyCode.ENTER);
        flow.until("the inspection is shown", () -> flow.shows("#inspection-page"));
        flow.until(
                "it can begin",
                () -> flow.shows("#inspection-page")
                        && flow.robot
                                        .lookup("#inspection-page")
                                        .queryParent()
                                        .lookupAll(".text-field")
                                        .size()
                                >= 3);
        flow.press(KeyCode.B);
        flow.until("the first item is there", () -> flow.shows("#inspection-remark"));
        for (int i = 0; i < PAGES; i++) {
            long open = open();
            flow.press(verdict);
            flow.until("it is judged", () -> open() < open);
            WaitForAsyncUtils.waitForFxEvents();
        }
        flow.until("the end is shown", () -> flow.shows("#inspection-end"));
        assertThat(((Labeled) flow.robot.lookup("#inspection-end").query()).getText())
                .isNotBlank();
        flow.press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private long open() {
        return new sigmark.labeling.store.delivery.InspectionStore(store())
                .newestOf(delivery().work().id())
                .orElseThrow()
                .open();
    }

    private void sendAgain(String name) throws Exception {
        showGuide("packages");
        choosePackage();
        type("#again-file", folder.resolve(name).toString());
        fire("#send-again");
        flow.until("it is out again", () -> Files.exists(folder.resolve(name)));
        flow.until("nothing runs", () -> flow.window().desk().jobs().running().isEmpty());
    }

    private void fire(String button) {
        FlowWindow.on(() -> {
            ((javafx.scene.control.ButtonBase) flow.robot.lookup(button).query()).fire();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
