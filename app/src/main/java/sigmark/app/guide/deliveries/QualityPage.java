package sigmark.app.guide.deliveries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.analysis.labeler.InvoiceCsv;
import sigmark.analysis.labeler.LabelerReport;
import sigmark.analysis.labeler.LabelerReports;
import sigmark.analysis.labeler.PackageRecord;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.words.Message;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;
import sigmark.app.work.Keys;
import sigmark.inference.work.Progress;

/** How well and how fast each labeler labels, each number with its interval; below, their packages in order. */
final class QualityPage implements GuidePage {
    private final GuideDesk guide;
    private final Desk desk;
    private final Jobs.Latest reads;
    private final TableView<LabelerReport> labelers = new TableView<>();
    private final TableView<PackageRecord> packages = new TableView<>();
    private final Label few = new Label();
    private final TextField price = new TextField("0");
    private final VBox node;

    QualityPage(GuideDesk guide) {
        this.guide = guide;
        this.desk = guide.desk();
        this.reads = desk.jobs().latest();
        labelers.setId("labeler-table");
        column(labelers, "labeler", 110, LabelerReport::labeler);
        column(labelers, "vendor", 140, LabelerReport::vendor);
        column(labelers, "gold", 214, report -> rate(report.gold().right()));
        column(labelers, "agreement", 214, report -> rate(report.agreement().latex()));
        column(labelers, "first-pass", 214, report -> rate(report.firstPass()));
        column(labelers, "corrections", 84, report -> report.corrections() + " / " + report.regions());
        column(labelers, "per-hour", 112, this::perHour);
        column(labelers, "violations", 160, this::violations);
        column(packages, "package", 160, each -> each.delivery().work().name());
        column(packages, "state", 100, each -> desk.texts()
                .text("delivery.state." + each.delivery().state().word()));
        column(packages, "gold", 214, each -> rate(each.gold().right()));
        column(packages, "accepted", 90, each -> Integer.toString(each.accepted()));
        column(packages, "returned", 90, each -> Integer.toString(each.returned()));
        column(
                packages,
                "per-hour",
                112,
                each -> each.perActiveHour().isPresent()
                        ? desk.texts()
                                .numbers()
                                .count(Math.round(each.perActiveHour().getAsDouble()))
                        : desk.texts().text("delivery.not-measured"));
        few.setWrapText(true);
        few.getStyleClass().add("text-muted");
        price.setId("quality-price");
        price.setPrefColumnCount(6);
        Button csv = desk.texts().on(new Button(), "delivery.quality.csv");
        csv.setId("quality-csv");
        csv.setOnAction(event -> write());
        Label priceLabel = desk.texts().on(new Label(), "delivery.quality.price");
        priceLabel.setLabelFor(price);
        HBox tools = new HBox(8, priceLabel, price, csv);
        desk.texts().name(labelers, "guide.page.quality");
        desk.texts().name(packages, "guide.page.packages");
        node = new VBox(12, tools, labelers, few, packages);
        node.setPadding(new Insets(16));
        node.setId("quality-page");
        VBox.setVgrow(labelers, Priority.ALWAYS);
        VBox.setVgrow(packages, Priority.ALWAYS);
        Label none = desk.texts().on(new Label(), "delivery.quality.none");
        labelers.setPlaceholder(none);
        packages.setPlaceholder(desk.texts().on(new Label(), "delivery.quality.choose"));
        labelers.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        desk.texts().wordsProperty().subscribe(words -> {
            labelers.refresh();
            packages.refresh();
            chosen(labelers.getSelectionModel().getSelectedItem());
        });
    }

    private <T> void column(TableView<T> table, String word, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>();
        column.textProperty().bind(desk.texts().live("delivery.quality." + word));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private void chosen(@org.jspecify.annotations.Nullable LabelerReport report) {
        if (report == null) {
            packages.getItems().clear();
            few.setText("");
            return;
        }
        packages.getItems().setAll(report.packages());
        few.setText(
                report.tooFewToRank()
                        ? desk.texts()
                                .text(
                                        "delivery.quality.few",
                                        "labeler",
                                        report.labeler(),
                                        "n",
                                        report.gold().right().n(),
                                        "enough",
                                        LabelerReport.ENOUGH_TO_RANK)
                        : "");
    }

    private String rate(Proportion rate) {
        Optional<Interval> interval = rate.wilson();
        if (interval.isEmpty()) {
            return desk.texts().text("delivery.not-measured");
        }
        String text = desk.texts()
                .numbers()
                .percentWithInterval(
                        rate.estimate().orElse(0),
                        interval.get().low(),
                        interval.get().high(),
                        rate.n());
        return rate.fewSamples() ? text + " · " + desk.texts().text("delivery.few") : text;
    }

    private String perHour(LabelerReport report) {
        return report.perActiveHour().isPresent()
                ? desk.texts().numbers().count(Math.round(report.perActiveHour().getAsDouble()))
                : desk.texts().text("delivery.not-measured");
    }

    private String violations(LabelerReport report) {
        return report.violations().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(3)
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private void write() {
        Path file = guide.store().files().folder().resolve("invoice.csv");
        double each;
        try {
            each = Double.parseDouble(price.getText().strip());
        } catch (NumberFormatException e) {
            desk.notices().toast(Message.of("delivery.form.incomplete"));
            return;
        }
        List<LabelerReport> reports = List.copyOf(labelers.getItems());
        desk.jobs()
                .load(
                        () -> {
                            try (var out = Files.newBufferedWriter(file)) {
                                InvoiceCsv.write(reports, each, out);
                            }
                            return file;
                        },
                        written -> desk.notices()
                                .toast(Message.of("delivery.quality.written", "file", written.toString())),
                        desk.notices()::problem);
    }

    @Override
    public String id() {
        return "quality";
    }

    @Override
    public String icon() {
        return "fth-bar-chart-2";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        reads.load(
                () -> new LabelerReports(guide.store(), Keys.rules(guide.store())).all(Progress.SILENT),
                found -> {
                    labelers.getItems().setAll(found);
                    if (!found.isEmpty()) {
                        labelers.getSelectionModel().select(0);
                    }
                },
                desk.notices()::problem);
        labelers.requestFocus();
    }
}
