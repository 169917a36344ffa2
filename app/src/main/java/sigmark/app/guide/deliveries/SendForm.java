package sigmark.app.guide.deliveries;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.packing.PackageOrder;
import sigmark.labeling.slice.SliceQuery;

/** What a curator says of a package before it goes out. */
final class SendForm extends VBox {
    private final TextField name = new TextField();
    private final TextField labeler = new TextField();
    private final TextField vendor = new TextField();
    private final TextField query = new TextField(PackageOrder.UNTOUCHED.text());
    private final TextField most = new TextField("");
    private final TextField gold = new TextField("0");
    private final TextField overlap = new TextField("0");
    private final TextField deadline = new TextField();
    private final CheckBox proposals = new CheckBox();
    private final FileField file;
    private int row;

    SendForm(Desk desk, Path folder, Runnable send, Runnable leave) {
        super(12);
        file = new FileField(desk, "package-file", true);
        file.suggest(folder.resolve("package.sigpack"));
        getChildren().add(desk.texts().on(new Label(), "delivery.form.title"));
        getChildren().get(0).getStyleClass().add("page-title");
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        field(desk, grid, "name", name);
        field(desk, grid, "labeler", labeler);
        field(desk, grid, "vendor", vendor);
        field(desk, grid, "query", query);
        field(desk, grid, "most", most);
        field(desk, grid, "gold", gold);
        field(desk, grid, "overlap", overlap);
        field(desk, grid, "deadline", deadline);
        deadline.setPromptText("2026-12-31");
        field(desk, grid, "file", file);
        desk.texts().on(proposals, "delivery.form.proposals");
        Button go = desk.texts().on(new Button(), "delivery.form.send");
        go.setId("package-send");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setOnAction(event -> send.run());
        Button back = desk.texts().on(new Button(), "delivery.form.leave");
        back.setOnAction(event -> leave.run());
        getChildren().addAll(grid, proposals, new HBox(8, go, back));
    }

    private void field(Desk desk, GridPane grid, String word, Node field) {
        Label label = desk.texts().on(new Label(), "delivery.form." + word);
        label.setLabelFor(field);
        if (field.getId() == null) {
            field.setId("package-" + word);
        }
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(row++, label, field);
    }

    Optional<Path> file() {
        return file.path();
    }

    /** The order; empty while something in it makes no sense. */
    Optional<PackageOrder> order() {
        try {
            return Optional.of(new PackageOrder(
                    name.getText().isBlank()
                            ? labeler.getText()
                            : name.getText().strip(),
                    labeler.getText().strip(),
                    vendor.getText().strip(),
                    SliceQuery.parse(query.getText()),
                    number(most),
                    number(gold),
                    number(overlap),
                    PackageOrder.LabelsSent.OWN,
                    proposals.isSelected(),
                    deadline.getText().isBlank()
                            ? Optional.empty()
                            : Optional.of(LocalDate.parse(deadline.getText().strip())),
                    ""));
        } catch (IllegalArgumentException | DateTimeParseException | ProblemException e) {
            return Optional.empty();
        }
    }

    private static int number(TextField field) {
        return field.getText().isBlank() ? 0 : Integer.parseInt(field.getText().strip());
    }
}
