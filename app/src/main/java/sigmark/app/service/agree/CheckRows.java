package sigmark.app.service.agree;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import sigmark.analysis.foresight.Check;
import sigmark.analysis.foresight.ForesightReport;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;

/** The questions, one a row: answer, question, number with interval and n, what is missing or what breaks it. */
final class CheckRows extends GridPane {
    private static final int MOST_NAMED = 2;

    private final Desk desk;

    CheckRows(Desk desk) {
        this.desk = desk;
        setId("agreement-checks");
        getStyleClass().add("pane-section");
        setHgap(16);
        setVgap(6);
        ColumnConstraints answer = new ColumnConstraints(Region.USE_PREF_SIZE);
        answer.setMinWidth(64);
        ColumnConstraints question = new ColumnConstraints();
        question.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints number = new ColumnConstraints();
        number.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints more = new ColumnConstraints();
        more.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(answer, question, number, more);
    }

    void show(ForesightReport report) {
        getChildren().clear();
        int row = 0;
        for (Check check : report.checks()) {
            Label question = label("agreement.asks." + check.about().word(), "");
            Label number = new Label(number(check));
            number.getStyleClass().add("number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            Label more = new Label(more(check));
            more.getStyleClass().add("text-muted");
            more.setTooltip(new Tooltip(String.join(", ", check.breakers())));
            addRow(row++, chip(check.state()), question, number, more);
        }
        getChildren().forEach(node -> setValignment(node, VPos.CENTER));
    }

    private Label label(String key, String style) {
        Label label = new Label(desk.texts().text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    private Chip chip(Check.State state) {
        return switch (state) {
            case YES -> new Chip(Chip.Tint.GOOD, "fth-check", desk.texts().live("agreement.state.yes"));
            case NO -> new Chip(Chip.Tint.BAD, "fth-x", desk.texts().live("agreement.state.no"));
            case OPEN ->
                new Chip(Chip.Tint.WARNING, "fth-help-circle", desk.texts().live("agreement.state.open"));
        };
    }

    private String number(Check check) {
        String n = desk.texts()
                .text(
                        "agreement.n." + check.about().word(),
                        "n",
                        desk.texts().numbers().count(check.samples()));
        if (check.measured().isEmpty()) {
            return n;
        }
        boolean percent = check.about() == Check.About.VERSIONS || check.about() == Check.About.FORECAST;
        double value = check.measured().getAsDouble();
        String said = percent
                ? desk.texts().numbers().percent(value)
                : desk.texts().numbers().decimals(value, 2);
        String range = check.interval()
                .map(of -> percent
                        ? " (" + desk.texts().numbers().percent(of.low()) + "–"
                                + desk.texts().numbers().percent(of.high()) + ")"
                        : " (" + desk.texts().numbers().decimals(of.low(), 2) + "–"
                                + desk.texts().numbers().decimals(of.high(), 2) + ")")
                .orElse("");
        return desk.texts().text("agreement.measure." + check.about().word(), "value", said + range) + ", " + n;
    }

    private String more(Check check) {
        if (check.missing().isPresent()) {
            boolean versions = check.about() == Check.About.VERSIONS && check.samples() >= 2;
            return desk.texts()
                    .text(
                            versions
                                    ? "agreement.missing.judged"
                                    : "agreement.missing." + check.about().word(),
                            "count",
                            check.missing().getAsLong());
        }
        if (check.breakers().isEmpty()) {
            return "";
        }
        int named = Math.min(MOST_NAMED, check.breakers().size());
        String names = String.join(", ", check.breakers().subList(0, named))
                + (check.breakers().size() > named ? " …" : "");
        return desk.texts().text("agreement.against", "names", names);
    }
}
