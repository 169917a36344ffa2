package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.words.Language;
import sigmark.inference.work.Problem;
import sigmark.labeling.release.StoredRelease;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementSheet;
import sigmark.labeling.requirement.ServingPlace;
import sigmark.labeling.requirement.StoredSheet;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.service.ServiceStore;

/** A team carries a service from its requirements to a release: sheet, plan, verdict, release. */
class ServiceFlowTest {
    private static final List<String> PAGES =
            List.of("requirements", "design", "plan", "iterations", "verdicts", "releases", "capacity");

    @TempDir
    Path folder;

    private FlowWindow flow;

    @BeforeEach
    void open() throws Exception {
        JudgedProject.make(folder.resolve("p"));
        flow = new FlowWindow(preferences -> preferences);
        flow.open(folder.resolve("p"));
        new ServiceStore(store())
                .keep(new MachineProfile("desk", ServingPlace.LOCAL_CPU, false, "{\"pageMs\":[90,100,110]}"));
        flow.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        flow.until("the workbench is shown", () -> flow.shows("#requirement-lines"));
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void aSheetIsWrittenPlannedJudgedAndReleased() throws Exception {
        RequirementSheet sheet = writeSheet();
        plan();
        judge();
        release(sheet);
        iterate();
        capacity();
        speaksTheLanguageOfTheMoment();
    }

    /** Line by line in the form, then a second one as YAML. */
    private RequirementSheet writeSheet() throws Exception {
        flow.robot.clickOn("#add-line");
        flow.robot.clickOn("Accuracy, offline");
        flow.until("the line is there", () -> texts("#requirement-lines").contains("A1"));
        flow.until("its form is open", () -> flow.shows("#line-measure"));
        flow.until("what is vague is named", () -> texts("#requirement-lines").contains("vague"));
        ComboBox<Measure> measure = flow.robot.lookup("#line-measure").queryComboBox();
        FlowWindow.on(() -> {
            measure.setValue(Measure.EXACT_MATCH);
            return true;
        });
        flow.until("the bound can be typed", () -> flow.shows("#line-bound"));
        type("#line-bound", "high");
        TextField bound = flow.robot.lookup("#line-bound").queryAs(TextField.class);
        assertThat(bound.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("wrong"));
        type("#line-bound", "70 %");
        flow.until(
                "nothing is vague any more", () -> !texts("#requirement-lines").contains("vague"));

        flow.robot.clickOn("YAML");
        TextArea yaml = flow.robot.lookup("#requirements-yaml").queryAs(TextArea.class);
        assertThat(yaml.getText()).contains("measure: exact-match").contains("at-least: 70 %");
        FlowWindow.on(() -> {
            yaml.appendText(
                    "  - {id: C2, kind: time-offline, measure: image-to-latex, at-most: 1 s, percentile: p50}\n");
            return true;
        });
        flow.robot.clickOn("Form");
        flow.until("the typed line is in the form", () -> texts("#requirement-lines")
                .contains("C2"));
        flow.press(KeyCode.CONTROL, KeyCode.S);
        flow.until("the sheet is kept", () -> new ServiceStore(store()).sheet().isPresent());
        RequirementSheet sheet =
                new ServiceStore(store()).sheet().map(StoredSheet::sheet).orElseThrow();
        assertThat(sheet.lines()).extracting(Requirement::id).containsExactly("A1", "C2");
        assertThat(sheet.line("A1").orElseThrow().bound()).hasValue(0.7);
        flow.until(
                "the run is judged by it",
                () -> texts("#requirement-lines").stream().filter("met"::equals).count() == 1
                        && texts(".service-summary").contains("2 met"));
        return sheet;
    }

    private void plan() throws Exception {
        flow.robot.clickOn("#service-page-plan");
        flow.until("the matrix is there", () -> flow.shows("#plan-recognizer-test-"));
        assertThat(texts("#plan-recognizer-test-")).contains("30", "of 894");
        flow.robot.clickOn("#plan-recognizer-test-");
        flow.until("the cell says where its number comes from", () -> texts(".service-inspector").stream()
                .anyMatch(text -> text.contains("missing 864")));
        assertThat(texts(".service-inspector")).contains("Asked by A1");
    }

    private void judge() throws Exception {
        flow.robot.clickOn("#service-page-verdicts");
        flow.press(KeyCode.J);
        TableView<?> candidates = flow.robot.lookup("#candidates").queryTableView();
        flow.until("the candidate is judged", () -> candidates.getItems().size() == 1);
        flow.until("and shortlisted", () -> texts("#candidates").contains("shortlisted"));
        flow.press(KeyCode.R);
        flow.until("the release form is there", () -> flow.shows("#release-name"));
    }

    private void release(RequirementSheet sheet) throws Exception {
        type("#release-name", "2026-11");
        type("#release-people", "Lee, Park");
        FlowWindow.on(() -> {
            flow.robot.lookup("#release-reasons").queryAs(TextArea.class).setText("meets all lines");
            flow.robot.lookup("#release-weaknesses").queryAs(TextArea.class).setText("handwriting");
            return true;
        });
        flow.robot.clickOn("Release for good");
        List<Problem> problems = new ArrayList<>();
        flow.until(
                "it is released",
                () -> !new ServiceStore(store()).releases(problems).isEmpty());
        StoredRelease release = new ServiceStore(store()).release("2026-11");
        assertThat(release.record().people()).containsExactly("Lee", "Park");
        assertThat(release.record().lines()).hasSize(sheet.lines().size());
        assertThat(release.record().candidates()).hasSize(1);
        TableView<StoredRelease> releases = flow.robot.lookup("#releases").queryTableView();
        flow.until("it is listed", () -> releases.getItems().size() == 1);
        FlowWindow.on(() -> {
            releases.getSelectionModel().select(0);
            return true;
        });
        flow.robot.clickOn("Write HTML, PDF, JSON");
        Path reports = folder.resolve("p").resolve("reports");
        flow.until("it is written", () -> Files.exists(reports.resolve("release-2026-11.json")));
        assertThat(Files.readString(reports.resolve("release-2026-11.html")))
                .contains("Lee, Park")
                .contains("meets all lines")
                .contains(release.sha256());
        assertThat(Files.readAllBytes(reports.resolve("release-2026-11.pdf"))).startsWith("%PDF".getBytes("US-ASCII"));
        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files).hasSize(3);
        }
    }

    private void iterate() throws Exception {
        flow.robot.clickOn("#service-page-iterations");
        flow.robot.clickOn("Keep this verdict as a row");
        flow.until(
                "it says that all is met", () -> texts("#service-workbench").contains("Converged: all lines are met."));
    }

    private void capacity() throws Exception {
        flow.robot.clickOn("#service-page-capacity");
        type("#capacity-qps", "20");
        type("#capacity-bound", "400");
        flow.until("three machines are needed", () -> texts("#service-workbench").stream()
                .anyMatch(text -> text.startsWith("3 machines")));
        Label result = flow.robot.lookup("#capacity-result").queryAs(Label.class);
        String one = result.getText();
        Slider machines = flow.robot.lookup("#lever-machines").queryAs(Slider.class);
        FlowWindow.on(() -> {
            machines.setValue(4);
            return true;
        });
        flow.until("four machines hold more", () -> !result.getText().equals(one));
    }

    private void speaksTheLanguageOfTheMoment() throws Exception {
        for (Language language : List.of(Language.KOREAN, Language.ENGLISH)) {
            flow.robot.clickOn("#language-button");
            WaitForAsyncUtils.waitForFxEvents();
            ForeignWords foreign = new ForeignWords(language);
            for (String page : PAGES) {
                flow.robot.clickOn("#service-page-" + page);
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(FlowWindow.on(() -> foreign.in(
                                flow.robot.lookup("#service-workbench").query())))
                        .as("%s in %s", page, language)
                        .isEmpty();
            }
        }
        flow.robot.clickOn("#theme-button");
        flow.until(
                "the theme is dark",
                () -> flow.root().getPseudoClassStates().contains(PseudoClass.getPseudoClass("dark")));
    }

    private void type(String field, String text) {
        FlowWindow.on(() -> {
            flow.robot.lookup(field).queryAs(TextField.class).setText(text);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
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

    private Set<String> texts(String query) {
        return flow.robot.lookup(query).queryAll().stream()
                .flatMap(node -> ForeignWords.texts(node).stream())
                .collect(Collectors.toSet());
    }
}
