package sigmark.app.service.agree;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.analysis.foresight.ForesightReport;
import sigmark.analysis.foresight.SampleChecks;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Chip;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.app.service.PageFrame;
import sigmark.app.service.ServiceDesk;
import sigmark.app.service.ServicePage;

/** Does offline predict online? One statement, what it rests on, what breaks it or is missing. */
public final class AgreementPage implements ServicePage {
    private static final String SCOPE = "service.agreement";

    private final ServiceDesk service;
    private final Desk desk;
    private final PageFrame node;
    private final CheckRows checks;
    private final HBox statement = new HBox(12);
    private final HBox pictures = new HBox();
    private final Details details;
    private final VBox work;
    private final Node none;
    private final Action compare;
    private final Action open;
    private final Action online;
    private Optional<ForesightReport> report = Optional.empty();
    private boolean asked;

    public AgreementPage(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        compare = Action.of("agreement.compare", SCOPE, this::read)
                .withIcon("fth-refresh-cw")
                .withKeys("J");
        open = Action.of("agreement.open", SCOPE, this::open)
                .withIcon("fth-edit-2")
                .withKeys("Enter");
        online = Action.of("agreement.to-online", SCOPE, () -> service.turnTo("online"))
                .withIcon("fth-trending-up");
        checks = new CheckRows(desk);
        details = new Details(service);
        statement.getStyleClass().add("pane-section");
        statement.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        statement.setId("agreement-statement");
        pictures.getStyleClass().add("online-middle");
        VBox.setVgrow(details, Priority.ALWAYS);
        work = new VBox(statement, checks, pictures, details);
        work.setMinHeight(0);
        none = new EmptyState(
                "fth-git-pull-request",
                desk.texts().live("agreement.none"),
                desk.texts().live("agreement.none.why"),
                ActionButton.of(desk, online));
        node = new PageFrame(desk, textKey());
        node.remark(desk.texts().live("agreement.remark"));
        node.tools(ActionButton.of(desk, compare));
        node.work(none);
        desk.texts().wordsProperty().subscribe(words -> show());
    }

    private void read() {
        asked = true;
        desk.jobs()
                .run(
                        Message.of("agreement.job"),
                        progress -> ForesightReport.of(service.store(), progress),
                        found -> {
                            report = Optional.of(found);
                            show();
                        },
                        desk.notices()::problem);
    }

    private void show() {
        if (report.isEmpty()
                || report.get().versions().isEmpty()
                        && report.get().offlineOnly().isEmpty()) {
            node.work(none);
            return;
        }
        ForesightReport of = report.get();
        String word = of.statement().word();
        Chip chip =
                switch (of.statement()) {
                    case AGREES ->
                        new Chip(Chip.Tint.GOOD, "fth-check", desk.texts().live("agreement." + word));
                    case DISAGREES ->
                        new Chip(Chip.Tint.BAD, "fth-x", desk.texts().live("agreement." + word));
                    case NOT_ENOUGH ->
                        new Chip(
                                Chip.Tint.WARNING,
                                "fth-help-circle",
                                desk.texts().live("agreement." + word));
                };
        Label why = new Label(why(of));
        why.setWrapText(true);
        why.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox.setHgrow(why, Priority.ALWAYS);
        statement.getChildren().setAll(chip, why);
        checks.show(of);
        pictures.getChildren().setAll(bothSides(of), editCurve(of));
        details.show(of);
        node.work(work);
    }

    private String why(ForesightReport of) {
        String said = desk.texts().text("agreement." + of.statement().word() + ".why");
        return of.offlineOnly().isEmpty()
                ? said
                : said + " "
                        + desk.texts().text("agreement.never-run", "versions", String.join(", ", of.offlineOnly()));
    }

    private VBox bothSides(ForesightReport of) {
        return card(
                "agreement.picture.sides",
                new BothSides(
                        desk.texts().numbers(),
                        desk.texts().text("agreement.axis.offline"),
                        desk.texts().text("agreement.axis.online"),
                        of.versions(),
                        of.slices()));
    }

    private VBox editCurve(ForesightReport of) {
        SampleChecks samples = of.samples();
        String doubt = samples.byDoubt()
                .map(auc -> desk.texts()
                        .text(
                                "agreement.doubt",
                                "auc",
                                desk.texts().numbers().decimals(auc.value(), 2) + " ("
                                        + desk.texts()
                                                .numbers()
                                                .decimals(auc.interval().low(), 2) + "–"
                                        + desk.texts()
                                                .numbers()
                                                .decimals(auc.interval().high(), 2) + ")",
                                "ece",
                                desk.texts()
                                        .numbers()
                                        .decimals(samples.scoreError().orElse(0), 3)))
                .orElse(desk.texts().text("agreement.no-scores"));
        String odds = samples.fit()
                .map(fit -> " "
                        + desk.texts()
                                .text(
                                        "agreement.odds",
                                        "ratio",
                                        desk.texts().numbers().decimals(Math.exp(0.1 * fit.slope()), 2)))
                .orElse("");
        Label words = new Label(doubt + odds);
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        words.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return card(
                "agreement.picture.curve",
                new EditCurve(
                        desk.texts().numbers(),
                        desk.texts().text("agreement.axis.error"),
                        samples.curve(),
                        desk.texts().text("agreement.picture.curve") + ". " + doubt + odds),
                words);
    }

    private VBox card(String key, Node... content) {
        Label title = desk.texts().on(new Label(), key);
        title.getStyleClass().add("row-title");
        VBox card = new VBox(4, title);
        card.getChildren().addAll(content);
        card.getStyleClass().add("online-card");
        card.setMinWidth(0);
        card.setPrefWidth(100);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void open() {
        if (report.isPresent()) {
            details.open();
        }
    }

    @Override
    public String id() {
        return "agreement";
    }

    @Override
    public String icon() {
        return "fth-git-pull-request";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(compare, open);
    }

    @Override
    public void shown() {
        if (!asked) {
            read();
        }
        desk.jobs().onWindow(details::focusTable);
    }
}
