package sigmark.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.analysis.capacity.CapacityPlan;
import sigmark.analysis.capacity.LoadFigures;
import sigmark.analysis.capacity.ResponseModel;
import sigmark.analysis.capacity.ServiceProfile;
import sigmark.app.base.Desk;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.control.WordCell;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Quantity;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementKind;

/** How many machines hold the sheet's rate within its time; the three ways to more as sliders, predicted and measured. */
final class CapacityPage implements ServicePage {
    private static final double CAP = 0.8;
    private static final int P95 = 950;

    private final Desk desk;
    private final ServiceModel model;
    private final PageFrame node;
    private final ObservableList<MachineProfile> profiles = FXCollections.observableArrayList();
    private final ComboBox<MachineProfile> profile = new ComboBox<>(profiles);
    private final TextField qps = new TextField("5");
    private final TextField bound = new TextField("1000");
    private final Slider machines = slider(1, 32, 1);
    private final Slider time = slider(10, 100, 100);
    private final Slider copies = slider(1, 16, 1);
    private final Label needed = new Label();
    private final Label result = new Label();
    private final Label limits = new Label();
    private final TableView<LoadFigures.StepFigures> measured = new TableView<>();
    private Optional<LoadFigures> load = Optional.empty();

    CapacityPage(ServiceDesk service) {
        desk = service.desk();
        model = service.model();
        profile.setId("capacity-profile");
        qps.setId("capacity-qps");
        bound.setId("capacity-bound");
        machines.setId("lever-machines");
        time.setId("lever-time");
        copies.setId("lever-copies");
        needed.setId("capacity-needed");
        result.setId("capacity-result");
        needed.getStyleClass().add("section-title");
        result.getStyleClass().add("row-title");
        limits.getStyleClass().add("text-muted");
        for (Label label : List.of(needed, result, limits)) {
            label.setWrapText(true);
        }
        WordCell.on(
                profile,
                desk,
                one -> one.name() + " · "
                        + desk.texts().text("service.place." + one.place().word())
                        + (one.byHand() ? " · " + desk.texts().text("service.profile.by-hand") : ""));
        profile.accessibleTextProperty().bind(desk.texts().live("service.field.profile"));
        measured.setId("capacity-measured");
        new Columns<>(desk, measured)
                .number("offered", 90, row -> desk.texts().numbers().decimals(row.offeredRate(), 2))
                .number("completed", 90, row -> desk.texts().numbers().decimals(row.completedRate(), 2))
                .number("errors", 70, row -> desk.texts().numbers().count(row.errors()))
                .number("p95", 110, row -> millis(row.percentile(P95)))
                .number("predicted", 130, row -> millis(predicted(row.offeredRate())));
        measured.setPlaceholder(new EmptyState(
                "fth-activity",
                desk.texts().live("service.load.none"),
                desk.texts().live("service.load.none.why")));
        node = new PageFrame(desk, textKey());
        node.tools(profile);
        BorderPane work = new BorderPane(measured);
        work.setTop(levers());
        node.work(work);
        for (ObservableValue<?> value : List.of(
                qps.textProperty(),
                bound.textProperty(),
                machines.valueProperty(),
                time.valueProperty(),
                copies.valueProperty(),
                profile.valueProperty(),
                desk.texts().wordsProperty())) {
            value.subscribe(changed -> compute());
        }
    }

    private static Slider slider(double least, double most, double at) {
        Slider slider = new Slider(least, most, at);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        return slider;
    }

    private Node levers() {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        HBox target = new HBox(
                8, qps, desk.texts().on(new Label(), "service.capacity.per-second"), bound, new Label("ms p95"));
        target.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        qps.setPrefColumnCount(5);
        bound.setPrefColumnCount(6);
        qps.accessibleTextProperty().bind(desk.texts().live("service.capacity.per-second"));
        bound.accessibleTextProperty().bind(desk.texts().live("service.capacity.bound"));
        row(grid, 0, "service.capacity.target", target, new Label());
        row(grid, 1, "service.lever.machines", machines, value(machines, ""));
        row(grid, 2, "service.lever.time", time, value(time, " %"));
        row(grid, 3, "service.lever.model-size", copies, value(copies, ""));
        VBox section = new VBox(12, needed, grid, result, limits);
        section.getStyleClass().add("pane-section");
        return section;
    }

    private void row(GridPane grid, int row, String key, Node control, Label value) {
        Label name = desk.texts().on(new Label(), key);
        name.setMinWidth(200);
        control.accessibleTextProperty().bind(desk.texts().live(key));
        GridPane.setHgrow(control, Priority.ALWAYS);
        grid.addRow(row, name, control, value);
    }

    private static Label value(Slider slider, String unit) {
        Label label = new Label();
        label.setMinWidth(60);
        label.textProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        () -> Math.round(slider.getValue()) + unit, slider.valueProperty()));
        return label;
    }

    private Optional<ServiceProfile> chosen() {
        return Optional.ofNullable(profile.getValue()).flatMap(one -> {
            try {
                return Optional.of(ServiceProfile.read(one.json(), one.name()));
            } catch (ProblemException broken) {
                desk.notices().problem(broken.problem());
                return Optional.empty();
            }
        });
    }

    private Optional<CapacityPlan.Target> target() {
        OptionalDouble rate = Quantity.parse(qps.getText(), Measure.Unit.RATE);
        OptionalDouble millis = Quantity.parse(bound.getText(), Measure.Unit.COUNT);
        boolean right = rate.orElse(0) > 0 && rate.orElse(0) < 1e6 && millis.orElse(0) > 0;
        return right
                ? Optional.of(new CapacityPlan.Target(rate.getAsDouble(), millis.getAsDouble(), P95, CAP))
                : Optional.empty();
    }

    private void compute() {
        Optional<ServiceProfile> of = chosen();
        Optional<CapacityPlan.Target> asked = target();
        if (of.isEmpty() || asked.isEmpty()) {
            needed.setText(
                    desk.texts().text(of.isEmpty() ? "service.capacity.no-profile" : "service.capacity.no-target"));
            result.setText("");
            limits.setText("");
            return;
        }
        say(of.get(), asked.get());
        measured.refresh();
    }

    private void say(ServiceProfile of, CapacityPlan.Target asked) {
        CapacityPlan plan = CapacityPlan.of(of, asked);
        needed.setText(
                plan.machines().isPresent()
                        ? desk.texts()
                                .text(
                                        "service.capacity.needed",
                                        "count",
                                        plan.machines().getAsInt(),
                                        "utilization",
                                        desk.texts().numbers().wholePercent(plan.utilization()),
                                        "p95",
                                        desk.texts().numbers().millis(plan.percentileMillis()))
                        : desk.texts().text("service.capacity.impossible"));
        int servers = (int) Math.round(machines.getValue()) * (int) Math.round(copies.getValue());
        ServiceProfile faster = of.faster(time.getValue() / 100);
        double rate = CapacityPlan.highestRate(faster, asked, servers);
        ResponseModel response = new ResponseModel(faster, asked.qps(), servers);
        result.setText(desk.texts()
                .text(
                        "service.capacity.holds",
                        "rate",
                        desk.texts().numbers().decimals(rate, 1),
                        "asked",
                        desk.texts().numbers().decimals(asked.qps(), 1),
                        "p95",
                        response.steady()
                                ? desk.texts().numbers().millis(response.percentileMillis(P95))
                                : desk.texts().text("service.capacity.no-end")));
        limits.setText(desk.texts()
                .text(
                        "service.capacity.limits",
                        "copies",
                        of.mostCopies(),
                        "time",
                        desk.texts().numbers().wholePercent(plan.levers().get(1).limit())));
    }

    /** The model's p95 for one machine of the profile. */
    private OptionalDouble predicted(double rate) {
        return chosen().map(of -> new ResponseModel(of, Math.max(rate, 1e-6), of.copies()).percentileMillis(P95))
                .filter(Double::isFinite)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private String millis(OptionalDouble value) {
        return value.isPresent() ? desk.texts().numbers().millis(value.getAsDouble()) : "–";
    }

    private record Found(List<MachineProfile> profiles, Optional<LoadFigures> load) {}

    private void read() {
        Optional<String> pipeline = model.runProperty().get().map(run -> run.pipeline());
        desk.jobs()
                .load(
                        () -> new Found(
                                model.work().store().profiles(),
                                pipeline.flatMap(name -> model.work().store().newestLoad(name))
                                        .map(LoadFigures::read)),
                        this::show,
                        desk.notices()::problem);
    }

    private void show(Found found) {
        Optional<String> kept = Optional.ofNullable(profile.getValue()).map(MachineProfile::name);
        profiles.setAll(found.profiles());
        profiles.stream()
                .filter(one -> kept.filter(one.name()::equals).isPresent())
                .findFirst()
                .or(() -> profiles.stream().filter(one -> !one.byHand()).findFirst())
                .or(() -> profiles.stream().findFirst())
                .ifPresent(profile::setValue);
        load = found.load();
        measured.getItems().setAll(load.map(LoadFigures::steps).orElse(new ArrayList<>()));
        sheetTarget();
        compute();
    }

    /** The rate and the time that the sheet asks for. */
    private void sheetTarget() {
        List<Requirement> lines = model.draftProperty().get().lines();
        lines.stream()
                .filter(line ->
                        line.kind() == RequirementKind.QPS && line.bound().isPresent())
                .findFirst()
                .ifPresent(line -> {
                    qps.setText(Quantity.write(line.bound().getAsDouble(), Measure.Unit.RATE));
                    lines.stream()
                            .filter(one -> one.id().equals(line.within())
                                    && one.bound().isPresent())
                            .findFirst()
                            .ifPresent(one ->
                                    bound.setText(Quantity.write(one.bound().getAsDouble(), Measure.Unit.COUNT)));
                });
    }

    @Override
    public String id() {
        return "capacity";
    }

    @Override
    public String icon() {
        return "fth-activity";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.refresh();
        read();
    }
}
