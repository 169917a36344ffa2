package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import sigmark.app.base.Destination;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.DeliveryState;

/** Each page of the Guide workbench shows something real of the sample project. */
class SampleGuideFlowTest {
    private FlowWindow flow;

    @BeforeEach
    void open() throws Exception {
        flow = new FlowWindow(preferences -> preferences);
        FlowWindow.on(() -> {
            flow.window().openSample();
            return true;
        });
        flow.until("the sample is open", flow.window()::isOpen);
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void questionsPackagesInspectionAndQualityAreFilled() throws Exception {
        turn("questions");
        flow.until("questions are listed", () -> list("#question-list").size() == 4);

        turn("packages");
        flow.until("packages are listed", () -> list("#package-list").size() == 2);
        for (int i = 0; i < 2; i++) {
            turn("packages");
            inspection(i);
        }

        turn("quality");
        flow.until(
                "labelers are listed", () -> table("#labeler-table").getItems().size() == 2);
        assertThat(cells("#labeler-table"))
                .as("each is measured on gold and agreement, and said to be too few")
                .allSatisfy(row -> assertThat(row).contains("%"));
    }

    private void inspection(int at) throws Exception {
        flow.until("packages are listed", () -> list("#package-list").size() == 2);
        Delivery chosen = FlowWindow.on(() -> {
            ListView<Object> packages = flow.robot.lookup("#package-list").query();
            packages.getSelectionModel().clearSelection();
            packages.getSelectionModel().select(at);
            packages.requestFocus();
            return (Delivery) packages.getItems().get(at);
        });
        WaitForAsyncUtils.waitForFxEvents();
        flow.press(KeyCode.ENTER);
        flow.until("the end of its inspection is told", () -> flow.shows("#inspection-end"));
        String end = ((Labeled) flow.robot.lookup("#inspection-end").query()).getText();
        assertThat(end).isNotBlank();
        assertThat(chosen.state()).isIn(DeliveryState.ACCEPTED, DeliveryState.RETURNED);
    }

    private void turn(String page) throws Exception {
        FlowWindow.on(() -> {
            flow.window().shell().go(Destination.of("guide").query(page));
            return true;
        });
        flow.until("the page is shown", () -> flow.shows("#" + page + "-page"));
    }

    private List<Object> list(String query) {
        return flow.robot.lookup(query).<ListView<Object>>query().getItems();
    }

    private TableView<Object> table(String query) {
        return flow.robot.lookup(query).query();
    }

    private List<String> cells(String query) {
        return FlowWindow.on(() -> {
            TableView<Object> table = table(query);
            return table.getItems().stream()
                    .map(row -> table.getColumns().stream()
                            .map(column -> String.valueOf(column.getCellData(row)))
                            .reduce("", (one, other) -> one + " | " + other))
                    .toList();
        });
    }
}
