package sigmark.app.guide.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.analysis.acceptance.Judgement;
import sigmark.analysis.acceptance.PlanWish;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.key.Action;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;
import sigmark.app.latex.CropAndRendering;
import sigmark.app.latex.CropPicture;
import sigmark.app.work.PageLoader;
import sigmark.inference.page.FormulaKind;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.InspectedItem.Verdict;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.inspection.Reason;
import sigmark.labeling.project.FormulaRegion;

/** Inspects a package: plan, sample by keyboard, and the end in words. */
final class InspectionPage implements GuidePage {
    private static final double PERCENT = 100;

    private final GuideDesk guide;
    private final Desk desk;
    private final InspectionModel model;
    private final BorderPane node = new BorderPane();
    private final VBox work = new VBox(12);
    private final CropAndRendering look;
    private final Jobs.Latest crops;
    private final TextField remark = new TextField();
    private final TextField aql = new TextField("1.0");
    private final TextField ltpd = new TextField("5.0");
    private final TextField seed = new TextField("1");
    private final CheckBox iso = new CheckBox();
    private final List<Action> reasons = new ArrayList<>();
    private final Action begin;
    private final Action right;
    private final Action back;
    private final Action decide;

    InspectionPage(GuideDesk guide) {
        this.guide = guide;
        this.desk = guide.desk();
        this.model = new InspectionModel(desk, guide.store());
        this.look = new CropAndRendering(guide.pictures());
        this.crops = desk.jobs().latest();
        BooleanBinding judging = Bindings.createBooleanBinding(
                () -> model.currentProperty().get().isPresent(), model.currentProperty());
        BooleanBinding beginnable = Bindings.createBooleanBinding(
                () -> model.subjectProperty()
                        .get()
                        .filter(here -> here.inspection().isEmpty() && here.lotSize() > 0)
                        .isPresent(),
                model.subjectProperty());
        BooleanBinding ready = Bindings.createBooleanBinding(
                () -> model.subjectProperty()
                        .get()
                        .flatMap(InspectionModel.Subject::inspection)
                        .filter(one -> one.open() == 0 && one.accepted().isEmpty())
                        .isPresent(),
                model.subjectProperty());
        begin = action("inspection-begin", this::begin)
                .withKeys("B")
                .withIcon("fth-play")
                .when(beginnable);
        right = action("inspection-right", () -> judge(Verdict.RIGHT))
                .withKeys("Enter")
                .withIcon("fth-check")
                .when(judging);
        back = action("inspection-back", model::back).withKeys("Backspace").withIcon("fth-corner-up-left");
        decide = action("inspection-decide", model::decide)
                .withKeys("Ctrl+Enter")
                .withIcon("fth-check-circle")
                .evenInText()
                .when(ready);
        for (Reason reason : Reason.values()) {
            reasons.add(action("inspection-" + reason.word(), () -> judge(Verdict.wrong(reason, remark.getText())))
                    .withText("delivery.reason." + reason.word())
                    .withKeys(Integer.toString(reason.ordinal() + 1))
                    .when(judging));
        }
        remark.setId("inspection-remark");
        desk.texts().prompt(remark, "delivery.inspection.remark");
        desk.texts().on(iso, "delivery.inspection.iso");
        lay();
    }

    private void lay() {
        node.setId("inspection-page");
        node.setFocusTraversable(true);
        work.setPadding(new Insets(16));
        ScrollPane scroll = new ScrollPane(work);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        node.setCenter(scroll);
        model.subjectProperty().subscribe(subject -> render());
        model.currentProperty().subscribe(current -> render());
        desk.texts().wordsProperty().subscribe(words -> render());
    }

    private static Action action(String id, Runnable run) {
        return Action.of("guide." + id, "guide.inspection", run);
    }

    private void begin() {
        try {
            double good = Double.parseDouble(aql.getText().strip()) / PERCENT;
            double bad = Double.parseDouble(ltpd.getText().strip()) / PERCENT;
            PlanWish standard = PlanWish.DEFAULT;
            PlanWish wish =
                    new PlanWish(iso.isSelected(), false, good, standard.producerRisk(), bad, standard.consumerRisk());
            model.begin(wish, Long.parseLong(seed.getText().strip()));
            node.requestFocus();
        } catch (NumberFormatException e) {
            desk.notices().toast(sigmark.app.base.words.Message.of("delivery.form.incomplete"));
        }
    }

    private void judge(Verdict verdict) {
        model.judge(verdict);
        remark.clear();
        node.requestFocus();
    }

    private void render() {
        Optional<InspectionModel.Subject> subject = model.subjectProperty().get();
        if (subject.isEmpty()) {
            work.getChildren()
                    .setAll(
                            line("delivery.inspection.none", "section-title"),
                            line("delivery.inspection.none.why", "text-muted"));
            return;
        }
        List<Node> nodes = new ArrayList<>();
        InspectionModel.Subject here = subject.get();
        nodes.add(ListAndWork.line(
                here.delivery().work().name() + " · " + here.delivery().work().labeler(), "page-title"));
        nodes.add(line(
                "delivery.inspection.gold",
                "text-muted",
                "rate",
                rate(here.gold().right())));
        if (here.inspection().isEmpty()) {
            plan(here, nodes);
        } else if (model.currentProperty().get().isPresent()) {
            item(model.currentProperty().get().get(), nodes);
        } else {
            end(here.inspection().get(), nodes);
        }
        work.getChildren().setAll(nodes);
    }

    private void plan(InspectionModel.Subject here, List<Node> nodes) {
        nodes.add(line("delivery.inspection.lot", "section-title", "lot", here.lotSize()));
        nodes.add(new HBox(
                12,
                field("delivery.inspection.aql", aql),
                field("delivery.inspection.ltpd", ltpd),
                field("delivery.inspection.seed", seed)));
        nodes.add(iso);
        nodes.add(line("delivery.inspection.plan.why", "text-muted"));
        nodes.add(ActionButton.next(desk, begin));
    }

    private Node field(String key, TextField text) {
        Label label = desk.texts().on(new Label(), key);
        label.setLabelFor(text);
        text.setPrefColumnCount(6);
        return new VBox(4, label, text);
    }

    private void item(InspectionModel.Current current, List<Node> nodes) {
        Inspection inspection = current.inspection();
        nodes.add(line(
                "delivery.inspection.item",
                "section-title",
                "place",
                current.item().place(),
                "n",
                inspection.items().size(),
                "wrong",
                inspection.critical(),
                "c",
                inspection.plan().acceptUpTo()));
        FormulaRegion region = current.region().orElse(null);
        if (region == null) {
            nodes.add(line("delivery.inspection.gone", "text-muted"));
        } else {
            look.showCrop(Optional.empty());
            look.showLatex(region.latex().orElse(""), region.kind() == FormulaKind.DISPLAY);
            look.describe(region.latex().orElse(""));
            crop(region);
            nodes.add(look);
            nodes.add(ListAndWork.line(region.latex().orElse("–"), "mono"));
            region.origin().ifPresent(origin -> nodes.add(line("delivery.inspection.from-proposal", "text-muted")));
        }
        HBox first = new HBox(8, ActionButton.next(desk, right), ActionButton.of(desk, back));
        if (region != null) {
            Button open = desk.texts().on(new Button(), "delivery.open-in-label");
            open.setOnAction(event -> guide.workspace()
                    .go(Destination.of("label").page(region.pageId()).region(region.id())));
            first.getChildren().add(open);
        }
        FlowPane wrong = new FlowPane(8, 8);
        reasons.forEach(reason -> wrong.getChildren().add(ActionButton.of(desk, reason)));
        nodes.addAll(List.of(first, line("delivery.inspection.wrong", "row-title"), remark, wrong));
    }

    private void crop(FormulaRegion region) {
        crops.load(
                () -> guide.store()
                        .pages()
                        .find(region.pageId())
                        .map(page -> CropPicture.of(PageLoader.load(guide.store(), page), region.box())),
                look::showCrop,
                problem -> look.showCrop(Optional.empty()));
    }

    private void end(Inspection inspection, List<Node> nodes) {
        Judgement judgement = Judgement.of(inspection);
        String verdict = judgement.accepted() ? "accepted" : "returned";
        String key = inspection.accepted().isPresent() ? "delivery.inspection." : "delivery.inspection.will-be-";
        Node title = line(key + verdict, "page-title");
        title.setId("inspection-end");
        nodes.add(title);
        nodes.add(line(
                "delivery.inspection.found",
                "section-title",
                "found",
                judgement.found(),
                "n",
                judgement.inspected(),
                "minor",
                judgement.minor(),
                "c",
                judgement.plan().acceptUpTo()));
        nodes.add(line(
                "delivery.inspection.bound",
                "row-title",
                "rate",
                rate(judgement.rate()),
                "most",
                judgement.wrongAtMost(),
                "lot",
                judgement.plan().lotSize(),
                "percent",
                desk.texts().numbers().percent(judgement.rateAtMost())));
        nodes.add(line(
                "delivery.inspection.risks",
                "text-muted",
                "aql",
                desk.texts().numbers().percent(judgement.plan().aql()),
                "alpha",
                desk.texts().numbers().percent(judgement.returnedAtAql()),
                "ltpd",
                desk.texts().numbers().percent(judgement.plan().ltpd()),
                "beta",
                desk.texts().numbers().percent(judgement.acceptedAtLtpd())));
        inspection.items().forEach(item -> item.verdict()
                .ifPresent(said -> said.reason().ifPresent(reason -> nodes.add(found(item, reason, said.remark())))));
        if (inspection.accepted().isEmpty()) {
            nodes.add(new HBox(8, ActionButton.next(desk, decide), ActionButton.of(desk, back)));
        } else {
            Button packages = desk.texts().on(new Button(), "delivery.to-packages");
            packages.setOnAction(event -> guide.turnTo("packages"));
            nodes.add(packages);
        }
    }

    /** One wrong formula: its place in the sample, the reason, and what was said to the labeler; opens it in Label. */
    private Node found(InspectedItem item, Reason reason, String remark) {
        String words = item.place() + " · " + desk.texts().text("delivery.reason." + reason.word());
        Hyperlink link = new Hyperlink(remark.isEmpty() ? words : words + " · " + remark);
        link.getStyleClass().add("inspection-wrong");
        link.setWrapText(true);
        link.setOnAction(event ->
                guide.workspace().go(Destination.of("label").page(item.pageId()).region(item.regionId())));
        return link;
    }

    private Label line(String key, String style, Object... values) {
        return ListAndWork.line(desk.texts().text(key, values), style);
    }

    private String rate(Proportion rate) {
        Optional<Interval> interval = rate.wilson();
        return interval.isEmpty()
                ? desk.texts().text("delivery.not-measured")
                : desk.texts()
                        .numbers()
                        .percentWithInterval(
                                rate.estimate().orElse(0),
                                interval.get().low(),
                                interval.get().high(),
                                rate.n());
    }

    @Override
    public String id() {
        return "inspection";
    }

    @Override
    public String icon() {
        return "fth-check-square";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        List<Action> all = new ArrayList<>(List.of(right, back, begin, decide));
        all.addAll(reasons);
        return all;
    }

    @Override
    public ObservableValue<String> place() {
        return model.subjectProperty()
                .map(subject ->
                        subject.map(here -> here.delivery().work().name()).orElse(""));
    }

    @Override
    public void shown() {
        model.subjectProperty()
                .get()
                .ifPresent(here -> model.take(here.delivery().work().id()));
        node.requestFocus();
    }

    @Override
    public void go(Destination destination) {
        destination.query().ifPresent(model::take);
    }
}
